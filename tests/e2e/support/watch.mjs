// @ts-check
/** What a page should not do: errors, warnings of our own, violations, requests to other hosts. */
export class Watch {
  /** @type {string[]} */
  #seen = [];
  /** @type {(string | RegExp)[]} */
  #expected = [];
  /** @type {(string | RegExp)[]} */
  #allowed = [];

  /** @param {string} what */
  note(what) {
    this.#seen.push(what);
  }

  /**
   * Declares that something of the kind has to happen in this test. All that does and matches is
   * in order; when nothing does, the test fails.
   * @param {...(string | RegExp)} patterns
   */
  expect(...patterns) {
    this.#expected.push(...patterns);
  }

  /**
   * Declares that something of the kind may happen in this test: not every browser says it.
   * @param {...(string | RegExp)} patterns
   */
  allow(...patterns) {
    this.#allowed.push(...patterns);
  }

  /** @param {string | RegExp} pattern */
  #matching(pattern) {
    return this.#seen.filter((what) =>
      typeof pattern === 'string' ? what.includes(pattern) : pattern.test(what),
    );
  }

  /** What nobody expected. */
  unexpected() {
    const known = [...this.#expected, ...this.#allowed];
    const inOrder = new Set(known.flatMap((pattern) => this.#matching(pattern)));
    return this.#seen.filter((what) => !inOrder.has(what));
  }

  /** What was expected in vain so far. */
  missing() {
    return this.#expected.filter((pattern) => this.#matching(pattern).length === 0).map(String);
  }
}
