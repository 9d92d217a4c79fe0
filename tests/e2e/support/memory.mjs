// @ts-check
/** What a page holds on to. */

/** @typedef {import('@playwright/test').Page} Page */

/**
 * Lets a page, before it is opened, know of the memory of every engine that starts in it.
 * @param {Page} page
 */
export const watchMemory = (page) =>
  page.addInitScript(() => {
    /** @type {WebAssembly.Memory[]} */
    const memories = [];
    Object.assign(globalThis, { memories });
    const original = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...parts) => {
      const result = await original.apply(WebAssembly, parts);
      // Its name is a short one in the release bundle.
      const exported = Object.values(result.instance.exports);
      memories.push(...exported.filter((one) => one instanceof WebAssembly.Memory));
      return result;
    };
  });

/**
 * Prepares to measure a page: what is left when what nobody needs any more is swept up.
 * @param {Page} page
 */
export async function measuring(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const metric = (/** @type {string} */ name) =>
      metrics.find((one) => one.name === name)?.value ?? NaN;
    const memories = await page.evaluate(() =>
      /** @type {any} */ (globalThis).memories.map(
        (/** @type {WebAssembly.Memory} */ memory) => memory.buffer.byteLength,
      ),
    );
    return {
      nodes: metric('Nodes'),
      listeners: metric('JSEventListeners'),
      heap: metric('JSHeapUsedSize'),
      memory: memories.join(),
    };
  };
}
