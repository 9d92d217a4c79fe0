// @ts-check
import { fileURLToPath } from 'node:url';

/** As plain as can be: no loader, no plugin. */
export default {
  mode: 'production',
  context: fileURLToPath(new URL('.', import.meta.url)),
  entry: './main.js',
  // The program is larger than webpack's advice for pages.
  performance: { hints: false },
};
