// @ts-check

/**
 * How long to wait for a response, in milliseconds: what holds unless the page sets something else
 * with `configure()`.
 */
export const timeouts = {
  /** For its headers. */
  headers: 8000,
  /** And then for its whole body. */
  body: 20000,
};
