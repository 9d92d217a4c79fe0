// @ts-check

/** @type {CSSStyleSheet | undefined} */
let sheet;

/**
 * What has to hold before the style sheet is there. What stands below an article stays below the
 * fold until it has come, and the article comes where the fallback was: nothing moves in sight.
 */
export function keepPlace() {
  if (sheet) return sheet;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(
    // More specific than what resets the frame.
    ':host{display:grid;grid-template-columns:minmax(0,1fr)}[hidden]{display:none!important}' +
      '.fallback,.frame[data-state]{grid-area:1/1}.frame[data-state=error]{grid-area:2/1}' +
      '.frame[data-state=loading]{min-height:100vh}' +
      // The fallback stands below: it is seen and clicked through the empty frame.
      '.frame[data-state=loading]:has(>.skeleton[hidden]){background:none!important;pointer-events:none}',
  );
  return sheet;
}
