// @ts-check
/** The styles of an element in another document than this script's: a frame, or a window of its own. */

/** Copies of our style sheets, by document and sheet. @type {WeakMap<Document, Map<CSSStyleSheet, CSSStyleSheet>>} */
const copies = new WeakMap();

/**
 * Gives an element its style sheets in the document that it is in now. A sheet can be adopted only in the
 * document that it was made for ([CSSOM](https://www.w3.org/TR/cssom-1/#dom-documentorshadowroot-adoptedstylesheets)),
 * and the browser drops those of an element that goes elsewhere.
 * @param {HTMLElement} element
 * @param {CSSStyleSheet[]} sheets ours, in order
 */
export function adoptStyles({ ownerDocument, shadowRoot }, sheets) {
  if (!shadowRoot) return;
  const made =
    copies.get(ownerDocument) ??
    new Map(ownerDocument === document ? sheets.map((sheet) => [sheet, sheet]) : []);
  copies.set(ownerDocument, made);
  const view = ownerDocument.defaultView ?? window;
  const ours = sheets.map((sheet) => {
    const copy = made.get(sheet) ?? new view.CSSStyleSheet();
    if (!made.has(sheet))
      copy.replaceSync([...sheet.cssRules].map((rule) => rule.cssText).join(''));
    made.set(sheet, copy);
    return copy;
  });
  shadowRoot.adoptedStyleSheets = [...new Set([...ours, ...shadowRoot.adoptedStyleSheets])];
}
