/** The values that the build puts in for names that begin with `__NEWSPRINT_`, other than modules. */

/** Fetches the words of a language. */
declare const __NEWSPRINT_WORDS__: Record<
  string,
  (() => Promise<{ default: import('./wire').Words }>) | undefined
>;

/** By language, the sentence that is shown where the engine does not run. */
declare const __NEWSPRINT_LOADING__: Record<string, string> & { en: string };
declare const __NEWSPRINT_UNAVAILABLE__: Record<string, string> & { en: string };
