// Only in development builds: reloads the page when Trunk has built again. Trunk's own script for
// that is inline, which the content security policy of our pages forbids.
if (globalThis.document) {
  const address = new URL('/.well-known/trunk/ws', location.href.replace(/^http/, 'ws'));
  new WebSocket(address).onmessage = ({ data }) => {
    const message = JSON.parse(data);
    if (message.type === 'reload') location.reload();
    if (message.type === 'buildFailure') console.error('The build failed:', message.data.reason);
  };
}
