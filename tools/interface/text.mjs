// @ts-check

/** Markdown without links, which lead nowhere outside of the document. @param {string} text */
export const unlinked = (text) =>
  text.replace(/\s*\[More\]\([^)]*\)/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');

/** The words that a type allows, where it is a choice of words. @param {string} type */
export const choices = (type) => [...type.matchAll(/'([^']+)'/g)].map(([, word]) => word);
