/** What the build puts in the place of a name that begins with `__NEWSPRINT_` and is no module. */

/** By language, the module of its words. */
declare const __NEWSPRINT_WORDS__: Record<
  string,
  (() => Promise<{ default: import('./wire').Words }>) | undefined
>;

/** By language, what is said where the engine does not run. */
declare const __NEWSPRINT_UNAVAILABLE__: Record<string, string> & { en: string };
