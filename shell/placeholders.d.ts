/** What the build puts in the place of a name that begins with `__NEWSPRINT_` and is no module. */

/** By language, what is said where the engine does not run. */
declare const __NEWSPRINT_UNAVAILABLE__: Record<string, string> & { en: string };
