// @ts-check

/**
 * Whether the engine trapped, and not another program of the page. It can't go on then, because what
 * it was about to do is half done. A used up stack ends it as well.
 * @param {unknown} error
 * @param {URL} wasm where the WebAssembly of the engine was fetched
 */
export function isTrap(error, wasm) {
  if (!(error instanceof Error)) return false;
  // What called a script of the page that threw is further down. Safari names no file, and writes
  // `@[wasm code]` before version 26 and `@<?>:wasm-function[7]` since.
  const [first] = /^.*(\.|\[|>:)wasm.*$/m.exec(String(error.stack)) ?? [''];
  if (!first.includes(wasm.href) && !/@[[<]/.test(first)) return false;
  // Only now: a browser in lockdown mode has no `WebAssembly`.
  return error instanceof WebAssembly.RuntimeError || /call stack|recursion/.test(error.message);
}
