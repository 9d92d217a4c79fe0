// Added to development builds only: reloads the page when Trunk has built anew. Trunk's own script
// for that is inline, which the pages' content security policy refuses.
if (globalThis.document) {
  const address = new URL('/.well-known/trunk/ws', location.href.replace(/^http/, 'ws'));
  new WebSocket(address).onmessage = ({ data }) => {
    const news = JSON.parse(data);
    if (news.type === 'reload') location.reload();
    if (news.type === 'buildFailure') console.error('The build failed:', news.data.reason);
  };
}
