/** The file of the engine: a function that makes engines, and what comes with it. */

import type { EngineModule } from './wire';

export * from './with-engine/index.js';

/** The script of wasm-bindgen as a function. */
export default function makeEngine(): EngineModule;
