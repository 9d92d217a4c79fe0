import { srcset } from '../shared/format.js';

/** A picture with its caption. What else is given, such as `loading`, is for the picture. */
export function Figure({ picture, ...urgency }) {
  return (
    <figure className="figure">
      <img
        className="picture"
        alt={picture.alt}
        decoding="async"
        width={picture.width}
        height={picture.height}
        {...urgency}
        srcSet={srcset(picture.srcset)}
        src={picture.src}
      />
      <figcaption>
        <span>{picture.caption}</span> <span className="credit">{picture.credit}</span>
      </figcaption>
    </figure>
  );
}
