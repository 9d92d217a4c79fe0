import { Figure } from './Figure.jsx';

/** The blocks of a section, one after the other. */
export function Blocks({ blocks }) {
  return blocks.map((block, place) => <Block key={place} block={block} />);
}

function Block({ block }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Text text={block.text} />
        </p>
      );
    case 'heading': {
      const Heading = `h${block.level}`;
      return <Heading class="subheading">{block.text}</Heading>;
    }
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List class="list">
          {block.items.map((item, place) => (
            <li key={place}>{item}</li>
          ))}
        </List>
      );
    }
    case 'quote':
      return (
        <figure class="quote">
          <blockquote>
            <p>{block.text}</p>
          </blockquote>
          <figcaption>{block.cite}</figcaption>
        </figure>
      );
    case 'figure':
      return (
        <p class="big-number">
          <strong>{block.value}</strong> <span>{block.label}</span>
        </p>
      );
    case 'image':
      return <Figure picture={block} loading="lazy" sizes="auto, 100vw" />;
  }
}

/** Words with their links and marks. */
function Text({ text }) {
  if (typeof text === 'string') return text;
  return text.map((span, place) => {
    if (typeof span === 'string') return span;
    if (span.href)
      return (
        <a key={place} rel="noopener" href={span.href}>
          {span.text}
        </a>
      );
    const Mark = span.marks.includes('strong') ? 'strong' : 'em';
    return <Mark key={place}>{span.text}</Mark>;
  });
}
