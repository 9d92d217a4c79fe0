// @ts-check

/**
 * What to say of an error that is a trap of the engine, and not of another WebAssembly program on the
 * page; nothing of any other error. After a trap, or when its stack is used up, the engine can't go on,
 * because its work was left half done.
 * @param {unknown} error
 * @param {URL} wasm the URL of the engine's WebAssembly
 */
export function whyTrapped(error, wasm) {
  if (!(error instanceof Error)) return '';
  // The first WebAssembly in the stack is what trapped. Our engine may be further down, where it has
  // called a script of the page. Safari does not name the file: it writes `@[wasm code]` before
  // version 26, and `@<?>:wasm-function[7]` since.
  const [first] = /^.*(\.|\[|>:)wasm.*$/m.exec(String(error.stack)) ?? [''];
  if (!first.includes(wasm.href) && !/@[[<]/.test(first)) return '';
  // Only now: a browser in lockdown mode has no `WebAssembly`.
  return error instanceof WebAssembly.RuntimeError || /call stack|recursion/.test(error.message)
    ? 'The engine stopped in the middle of its work on this article.'
    : '';
}
