// @ts-check
/** Captions of films that come from another origin. */

/**
 * Has the films of an article asked for with CORS where their captions come from another origin: without
 * it, browsers refuse those ([HTML](https://html.spec.whatwg.org/multipage/media.html#sourcing-out-of-band-text-tracks)).
 * A film that has begun is left alone, because it would begin anew.
 * @param {ShadowRoot | null} root
 */
export function allowCaptions(root) {
  for (const track of root?.querySelectorAll('track') ?? []) {
    const media = track.parentElement;
    if (!(media instanceof HTMLMediaElement) || media.crossOrigin !== null) continue;
    if (media.networkState === media.NETWORK_LOADING || new URL(track.src).origin === origin)
      continue;
    media.crossOrigin = 'anonymous';
  }
}
