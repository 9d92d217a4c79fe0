// @ts-check

/** What the reader has done on this page. */
export const reader = {
  /** Whether they have scrolled, pressed or typed: then they are where they want to be. */
  hasActed: false,
};

for (const event of ['wheel', 'touchmove', 'keydown', 'pointerdown'])
  globalThis.window?.addEventListener(event, () => (reader.hasActed = true), { passive: true });
