/** The script of the engine. The build makes it of wasm-bindgen's script and of `with-engine/`. */

import type { EngineModule } from './wire';

export * from './with-engine/index.js';

/** The script of wasm-bindgen, as a function that can be called for each engine. */
export default function makeEngine(): EngineModule;
