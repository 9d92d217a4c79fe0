/** The values that the build puts in for names that begin with `__NEWSPRINT_`, other than modules. */

/** Fetches the words of a language. */
declare const __NEWSPRINT_WORDS__: Record<
  string,
  (() => Promise<{ default: import('./wire').Words }>) | undefined
>;

/** In English: the sentence that is shown where the engine does not run, and what is said of loading. */
declare const __NEWSPRINT_LOADING__: string;
declare const __NEWSPRINT_UNAVAILABLE__: string;
