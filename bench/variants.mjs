// @ts-check
/** The variants: what shows the article, in the order of the tables. */

/**
 * @typedef {object} Variant
 * @property {string} name
 * @property {string} label
 * @property {'page' | 'script' | 'leptos' | 'newsprint'} kind What makes the article: the page itself,
 *   a script of `variants/`, Leptos, or Newsprint.
 * @property {string} [entry] The script.
 * @property {string} [library] The npm package whose version is told.
 */

/** @type {Variant[]} */
export const VARIANTS = [
  { name: 'plain', label: 'Plain HTML', kind: 'page' },
  { name: 'styled', label: 'Plain HTML, our styles', kind: 'page' },
  { name: 'dom', label: 'Hand-written DOM', kind: 'script', entry: 'main.js' },
  { name: 'preact', label: 'Preact', kind: 'script', entry: 'main.jsx', library: 'preact' },
  { name: 'lit', label: 'Lit', kind: 'script', entry: 'main.js', library: 'lit' },
  { name: 'svelte', label: 'Svelte', kind: 'script', entry: 'main.js', library: 'svelte' },
  { name: 'solid', label: 'Solid', kind: 'script', entry: 'main.jsx', library: 'solid-js' },
  { name: 'vue', label: 'Vue', kind: 'script', entry: 'main.js', library: 'vue' },
  { name: 'react', label: 'React', kind: 'script', entry: 'main.jsx', library: 'react' },
  { name: 'leptos', label: 'Leptos', kind: 'leptos' },
  { name: 'newsprint', label: 'Newsprint', kind: 'newsprint' },
  { name: 'newsprint-head', label: 'Newsprint, head lines', kind: 'newsprint' },
  { name: 'newsprint-prerendered', label: 'Newsprint, prerendered', kind: 'newsprint' },
];

/** Those that a change is judged by while one works on it. */
export const QUICK = [
  'styled',
  'preact',
  'react',
  'newsprint',
  'newsprint-head',
  'newsprint-prerendered',
];

/**
 * The variants of these names, in the order of the tables.
 * @param {string[]} names
 */
export function named(names) {
  const unknown = names.filter((name) => !VARIANTS.some((variant) => variant.name === name));
  if (unknown.length)
    throw new Error(
      `There is no variant ${unknown.join(', ')}; there are ${VARIANTS.map((one) => one.name).join(', ')}.`,
    );
  return VARIANTS.filter((variant) => names.includes(variant.name));
}
