// @ts-check
/**
 * Lets a word of an article end the engine: a real trap, in what the engine has called. The start
 * of each engine is counted.
 */
(() => {
  // (module (func (export "trap") unreachable))
  const module = Uint8Array.of(
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x04, 0x01, 0x60, 0x00, 0x00],
    ...[0x03, 0x02, 0x01, 0x00, 0x07, 0x08, 0x01, 0x04, 0x74, 0x72, 0x61, 0x70, 0x00, 0x00],
    ...[0x0a, 0x05, 0x01, 0x03, 0x00, 0x00, 0x0b],
  );
  const { createTextNode } = Document.prototype;
  Document.prototype.createTextNode = function (/** @type {string} */ text) {
    if (text === 'poison') {
      const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module));
      /** @type {any} */ (exports).trap();
    }
    if (text === 'depth') {
      // It is used up in the browser and not in a script: of an error, Firefox tells the innermost
      // calls alone, and the engine's have to be among them. Chromium writes any JSON.
      let nested = /** @type {unknown[]} */ ([]);
      for (let level = 0; level < 1e5; level++) nested = [nested];
      JSON.stringify(nested);
      nested.flat(Infinity);
    }
    return createTextNode.call(this, text);
  };
  globalThis.engines = 0;
  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = (...parts) => {
    globalThis.engines += 1;
    return instantiateStreaming.apply(WebAssembly, parts);
  };
})();
