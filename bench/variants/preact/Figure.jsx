import { srcset } from '../shared/format.js';

/** A picture with its caption. What else is given, such as `loading`, is for the picture. */
export function Figure({ picture, ...urgency }) {
  return (
    <figure class="figure">
      <img
        class="picture"
        alt={picture.alt}
        decoding="async"
        width={picture.width}
        height={picture.height}
        {...urgency}
        srcset={srcset(picture.srcset)}
        src={picture.src}
      />
      <figcaption>
        <span>{picture.caption}</span> <span class="credit">{picture.credit}</span>
      </figcaption>
    </figure>
  );
}
