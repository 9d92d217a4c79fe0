// @ts-check

/**
 * Whether an error is a trap of the engine, and not of another WebAssembly program on the page. After
 * a trap, or when its stack is used up, the engine can't go on, because its work was left half done.
 * @param {unknown} error
 * @param {URL} wasm the URL of the engine's WebAssembly
 */
export function isTrap(error, wasm) {
  if (!(error instanceof Error)) return false;
  // The first WebAssembly in the stack is what trapped. Our engine may be further down, where it has
  // called a script of the page. Safari does not name the file: it writes `@[wasm code]` before
  // version 26, and `@<?>:wasm-function[7]` since.
  const [first] = /^.*(\.|\[|>:)wasm.*$/m.exec(String(error.stack)) ?? [''];
  const isOurs = first.includes(wasm.href) || /@[[<]/.test(first);
  const isRuntimeError = error instanceof WebAssembly.RuntimeError;
  return isOurs && (isRuntimeError || /call stack|recursion/.test(error.message));
}
