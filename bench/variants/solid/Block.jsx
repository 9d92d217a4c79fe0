import { For, Match, Switch } from 'solid-js';
import { Dynamic } from 'solid-js/web';

import { Figure } from './Figure.jsx';

/** A block, as its type says. */
export function Block(props) {
  return (
    <Switch>
      <Match when={props.block.type === 'paragraph'}>
        <p>
          <Text text={props.block.text} />
        </p>
      </Match>
      <Match when={props.block.type === 'heading'}>
        <Dynamic component={`h${props.block.level}`} class="subheading">
          {props.block.text}
        </Dynamic>
      </Match>
      <Match when={props.block.type === 'list'}>
        <Dynamic component={props.block.ordered ? 'ol' : 'ul'} class="list">
          <For each={props.block.items}>{(item) => <li>{item}</li>}</For>
        </Dynamic>
      </Match>
      <Match when={props.block.type === 'quote'}>
        <figure class="quote">
          <blockquote>
            <p>{props.block.text}</p>
          </blockquote>
          <figcaption>{props.block.cite}</figcaption>
        </figure>
      </Match>
      <Match when={props.block.type === 'figure'}>
        <p class="big-number">
          <strong>{props.block.value}</strong> <span>{props.block.label}</span>
        </p>
      </Match>
      <Match when={props.block.type === 'image'}>
        <Figure picture={props.block} loading="lazy" sizes="auto, 100vw" />
      </Match>
    </Switch>
  );
}

/** Words with their links and marks. */
function Text(props) {
  const spans = () => (typeof props.text === 'string' ? [props.text] : props.text);
  return (
    <For each={spans()}>
      {(span) => (
        <Switch fallback={<em>{span.text}</em>}>
          <Match when={typeof span === 'string'}>{span}</Match>
          <Match when={span.href}>
            <a rel="noopener" href={span.href}>
              {span.text}
            </a>
          </Match>
          <Match when={span.marks?.includes('strong')}>
            <strong>{span.text}</strong>
          </Match>
        </Switch>
      )}
    </For>
  );
}
