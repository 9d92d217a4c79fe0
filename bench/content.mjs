// @ts-check
/**
 * The article that all variants show: so many blocks, of the kinds and lengths of a long report.
 * The same number gives the same article, to the byte.
 */
import { WORDS } from './words.mjs';

/** @typedef {string | { text: string, href?: string, marks?: ('strong' | 'emphasis')[] }} Span */
/** @typedef {string | Span[]} Text */
/** @typedef {{ src: string, width: number }} Source */
/**
 * @typedef {{ src: string, srcset: Source[], width: number, height: number, alt: string,
 *   caption: string, credit: string }} Picture
 */
/**
 * @typedef {{ type: 'paragraph', text: Text } | { type: 'heading', text: string, level: 3 }
 *   | { type: 'list', ordered: boolean, items: string[] }
 *   | { type: 'quote', text: string, cite: string }
 *   | { type: 'figure', value: string, label: string } | { type: 'image' } & Picture} Block
 */
/** @typedef {ReturnType<typeof article>} Article */

/** Where the pictures are on the server: beside the article. */
const PICTURES = '/pictures/';

/** The text of the last block. Each page has it once, so that it can be found. */
export const END = 'crossings on the last day of the survey';

/** How many blocks a section has at most. */
const SECTION = 12;

/**
 * Numbers from 0 to 1 that are the same in each run (mulberry32).
 * @param {number} seed
 */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param {string} text */
const capital = (text) => text[0].toUpperCase() + text.slice(1);

/**
 * What makes the pieces of an article.
 * @param {() => number} random
 */
function writer(random) {
  /** @param {number} from @param {number} to */
  const between = (from, to) => from + Math.floor(random() * (to - from + 1));
  /** @param {number} count */
  const words = (count) =>
    Array.from({ length: count }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ');
  const phrase = () => capital(words(between(4, 7)));
  const sentence = () => {
    const first = words(between(6, 12));
    return `${capital(random() < 0.4 ? `${first}, ${words(between(3, 8))}` : first)}.`;
  };
  const sentences = () => Array.from({ length: between(3, 5) }, sentence).join(' ');

  /** @returns {Text} */
  const text = () => {
    const kind = random();
    if (kind > 0.3) return sentences();
    /** @type {Span} */
    const special =
      kind > 0.15
        ? { text: words(between(2, 4)), href: `/articles/${between(100, 999)}` }
        : { text: words(between(1, 3)), marks: [kind > 0.07 ? 'emphasis' : 'strong'] };
    return [`${sentences()} ${phrase()} `, special, ` ${words(between(4, 9))}.`];
  };

  /** @returns {Picture} */
  const picture = () => ({
    src: `${PICTURES}harbour-bridges-1120.webp`,
    srcset: [
      { src: `${PICTURES}harbour-bridges-640.webp`, width: 640 },
      { src: `${PICTURES}harbour-bridges-1120.webp`, width: 1120 },
    ],
    width: 1120,
    height: 630,
    alt: phrase(),
    caption: sentence(),
    credit: 'Newsprint',
  });

  /** @param {number} place @returns {Block} The kinds of a report: four paragraphs of five blocks. */
  const block = (place) => {
    if (place % 25 === 13) return { type: 'image', ...picture() };
    const kind = random();
    // The first section has no heading, below which others could stand.
    if (kind < 0.8 || (place < SECTION && kind < 0.87)) return { type: 'paragraph', text: text() };
    if (kind < 0.87) return { type: 'heading', text: phrase(), level: 3 };
    if (kind < 0.94)
      return {
        type: 'list',
        ordered: random() < 0.3,
        items: Array.from({ length: between(3, 5) }, phrase),
      };
    return { type: 'quote', text: sentence(), cite: phrase() };
  };

  return { phrase, sentence, picture, block };
}

/**
 * An article of so many blocks.
 * @param {number} blocks
 */
export function article(blocks) {
  const { phrase, sentence, picture, block } = writer(chance(blocks));
  /** @type {Block[]} */
  const body = Array.from({ length: blocks - 1 }, (_, place) => block(place));
  body.push({ type: 'figure', value: '317', label: END });
  /** @type {{ heading?: string, blocks: Block[] }[]} */
  const sections = [];
  for (let from = 0; from < body.length; from += SECTION) {
    const part = body.slice(from, from + SECTION);
    sections.push(from === 0 ? { blocks: part } : { heading: phrase(), blocks: part });
  }
  return {
    lang: 'en-GB',
    header: { date: '2024-03-18', place: 'Saltmere' },
    kicker: 'Cities',
    headline: 'A harbour town counts its bridges',
    standfirst: 'Five ways across the water, and money to mend two.',
    published: '2024-03-18T06:00:00Z',
    byline: { authors: [{ name: 'Maeve Tregear', url: '/people/maeve-tregear' }] },
    hero: picture(),
    sections,
    rights: '© 2024 The Harbour Gazette',
  };
}
