// @ts-check
/**
 * Fonts that the tests bring along, so that text is as wide and as high on every machine. Which
 * fonts a machine has, and for which scripts, is its own affair.
 *
 * A page gets them from script: the strict policy has no `font-src`, and a `FontFace` that is made of
 * bytes needs none.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @typedef {import('@playwright/test').Page} Page */

/**
 * A file of a font: where it is below `node_modules`, its weight and style, and the characters that
 * it is for, where that is not all.
 * @typedef {{ file: string, weight: string, style: string, range?: string }} Face
 */

/** The folder of the host below which the files are. */
export const FONTS = '/fonts/';

/** Where they are on the disk. */
export const FONT_FILES = fileURLToPath(new URL('../node_modules/', import.meta.url));

/**
 * The four faces of a family.
 * @param {(weight: string, style: string) => string} file
 * @returns {Face[]}
 */
const four = (file) =>
  ['400', '700'].flatMap((weight) =>
    ['normal', 'italic'].map((style) => ({ file: file(weight, style), weight, style })),
  );

/** @param {string} folder @param {string} name */
const expo = (folder, name) =>
  four((weight, style) => {
    const face = `${weight}${weight === '400' ? 'Regular' : 'Bold'}${style === 'italic' ? '_Italic' : ''}`;
    return `@expo-google-fonts/${folder}/${face}/${name}_${face}.ttf`;
  });

/** @param {string} name @param {string} slanted what it calls italics */
const dejavu = (name, slanted) =>
  four((weight, style) => {
    const parts = `${weight === '700' ? 'Bold' : ''}${style === 'italic' ? slanted : ''}`;
    return `dejavu-fonts-ttf/ttf/${name}${parts && `-${parts}`}.ttf`;
  });

/**
 * A script of its own, in two weights.
 * @param {string} name
 * @param {string} script
 * @param {string[]} [weights]
 * @returns {Face[]}
 */
const script = (name, script, weights = ['400', '700']) => {
  const ranges = JSON.parse(readFileSync(`${FONT_FILES}@fontsource/${name}/unicode.json`, 'utf8'));
  return weights.map((weight) => ({
    file: `@fontsource/${name}/files/${name}-${script}-${weight}-normal.woff2`,
    weight,
    style: 'normal',
    range: ranges[script],
  }));
};

/** The scripts that few machines have fonts for. */
const SCRIPTS = [
  ...script('noto-naskh-arabic', 'arabic'),
  ...script('noto-serif-hebrew', 'hebrew'),
  ...script('noto-serif-devanagari', 'devanagari'),
  ...script('noto-serif-thai', 'thai'),
  // The file without a range holds the most frequent characters.
  {
    file: '@fontsource/zcool-xiaowei/files/zcool-xiaowei-chinese-simplified-400-normal.woff2',
    weight: '400',
    style: 'normal',
    range: 'U+3000-303F, U+4E00-9FFF, U+FF00-FFEF',
  },
];

/**
 * The families. Marks that pile up on a letter stand above each other in the second, which has them
 * all, and partly or all beside each other in the others. Of the faces of a family the last that has a character shows it.
 * @type {Record<string, Face[]>}
 */
export const FAMILIES = {
  'Charis SIL': [...SCRIPTS, ...expo('charis-sil', 'CharisSIL')],
  'Noto Serif Display': expo('noto-serif-display', 'NotoSerifDisplay'),
  'DejaVu Serif': dejavu('DejaVuSerif', 'Italic'),
  'DejaVu Sans': dejavu('DejaVuSans', 'Oblique'),
};

for (const { file } of Object.values(FAMILIES).flat()) {
  if (!existsSync(FONT_FILES + file)) {
    throw new Error(`${file} is not in tests/e2e/node_modules: run \`cargo xtask setup\`.`);
  }
}

/**
 * Sets a page, and the articles that it has by now, in a family that the tests bring along, and waits
 * until it is there.
 * @param {Page} page
 * @param {string} [family]
 */
export const setInFont = (page, family = 'Charis SIL') =>
  page.evaluate(
    async ({ family, faces, folder }) => {
      // Under a name that no machine has, so that none of its own fonts stands in.
      const name = `${family} of the tests`;
      if (![...document.fonts].some((face) => face.family.includes(name))) {
        await Promise.all(
          faces.map(async ({ file, weight, style, range }) => {
            const bytes = await (await fetch(folder + file)).arrayBuffer();
            const options = { weight, style, ...(range && { unicodeRange: range }) };
            document.fonts.add(await new FontFace(name, bytes, options).load());
          }),
        );
      }
      const page = new CSSStyleSheet();
      page.replaceSync(
        `:root { font-family: "${name}";
          --newsprint-font-text: "${name}"; --newsprint-font-heading: "${name}" }`,
      );
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, page];
      // The sans-serif and the monospaced face are not for sites to choose.
      const sans = new CSSStyleSheet();
      sans.replaceSync(
        `.frame.frame { --sans: "${name}" } .frame :is(code, pre) { font-family: "${name}" }`,
      );
      for (const { shadowRoot } of document.querySelectorAll('newsprint-article')) {
        shadowRoot?.adoptedStyleSheets.push(sans);
      }
      await document.fonts.ready;
    },
    { family, faces: FAMILIES[family], folder: FONTS },
  );
