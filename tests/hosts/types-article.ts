/** The types of the article, used well, and in ways that they have to refuse. Nothing runs this. */
import type {
  Article,
  ArticleDocument,
  Block,
  Condition,
  Hero,
  ListItem,
  ParagraphBlock,
  Text,
  VideoBlock,
} from 'newsprint-article';

/** The words of a text. */
const words = (text: Text): string =>
  typeof text === 'string'
    ? text
    : text.map((part) => (typeof part === 'string' ? part : part.text)).join('');

/** The `type` tells blocks apart. */
export function summary(block: Block): string {
  switch (block.type) {
    case 'paragraph': {
      const paragraph: ParagraphBlock = block;
      return words(paragraph.text);
    }
    case 'list':
      return block.items
        .map((item: ListItem) =>
          typeof item === 'string' || Array.isArray(item) ? words(item) : words(item.text),
        )
        .join();
    case 'video':
    case 'audio':
      return block.sources?.[0]?.mediaType ?? block.src ?? '';
    case 'heading':
      return `${(block.level ?? 3) satisfies 3 | 4 | 5 | 6}`;
    case 'details':
      return block.blocks.map(summary).join();
    case 'divider':
      // @ts-expect-error: a divider has no text
      return block.text;
    default:
      // @ts-expect-error: what it is is not known here
      return block.code;
  }
}

/** So does that of the leading picture or film. */
export const source = (hero: Hero): string =>
  hero.type === 'video' ? (hero.sources?.[0]?.src ?? '') : hero.src;

export const film: VideoBlock = { type: 'video', src: 'film.mp4', id: 'film' };
export const root: Article = { headline: 'A', sections: [], published: '2024-03-18', hero: null };
export const same: ArticleDocument = root;
export const pictures: Hero[] = [{ src: 'a.webp' }, { type: 'image', src: 'a.webp' }];

// @ts-expect-error: there is no such weather
export const weather: Condition = 'boring';
// @ts-expect-error: a paragraph has a text
export const empty: Block = { type: 'paragraph' };
// @ts-expect-error: a paragraph has no code
export const mixed: Block = { type: 'paragraph', text: 'A', code: 'B' };
// @ts-expect-error: a level is between 3 and 6
export const level: Block = { type: 'heading', text: 'A', level: 2 };
// @ts-expect-error: an item of a list is a text
export const item: Block = { type: 'list', items: [1] };
// @ts-expect-error: a mark is a word that there is
export const mark: Text = [{ text: 'A', marks: ['blink'] }];
// @ts-expect-error: a picture is no film
export const hero: Hero = { type: 'audio', src: 'a.mp3' };
// @ts-expect-error: nothing is `any`
export const number: number = root.related;
