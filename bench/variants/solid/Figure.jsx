import { splitProps } from 'solid-js';

import { srcset } from '../shared/format.js';

/** A picture with its caption. What else is given, such as `loading`, is for the picture. */
export function Figure(props) {
  const [own, urgency] = splitProps(props, ['picture']);
  return (
    <figure class="figure">
      <img
        class="picture"
        alt={own.picture.alt}
        decoding="async"
        width={own.picture.width}
        height={own.picture.height}
        {...urgency}
        srcset={srcset(own.picture.srcset)}
        src={own.picture.src}
      />
      <figcaption>
        <span>{own.picture.caption}</span> <span class="credit">{own.picture.credit}</span>
      </figcaption>
    </figure>
  );
}
