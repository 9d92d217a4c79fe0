import { html, nothing } from 'lit';

import { srcset } from '../shared/format.js';

/** A picture with its caption. */
export const figure = (picture, { sizes, loading, fetchpriority }) =>
  html`<figure class="figure">
    <img
      class="picture"
      alt=${picture.alt}
      decoding="async"
      width=${picture.width}
      height=${picture.height}
      loading=${loading ?? nothing}
      fetchpriority=${fetchpriority ?? nothing}
      sizes=${sizes}
      srcset=${srcset(picture.srcset)}
      src=${picture.src}
    />
    <figcaption>
      <span>${picture.caption}</span> <span class="credit">${picture.credit}</span>
    </figcaption>
  </figure>`;
