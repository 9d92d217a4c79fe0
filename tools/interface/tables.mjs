// @ts-check
/** The tables of docs/embedding.md. */

/** @param {string[]} head @param {string[][]} rows */
const table = (head, rows) =>
  ['', `| ${head.join(' | ')} |`, `|${head.map(() => '---|').join('')}`]
    .concat(rows.map((row) => `| ${row.join(' | ')} |`))
    .join('\n') + '\n\n';

/** @param {string} text */
const code = (text) => `\`${text}\``;

/**
 * @param {import('./interface').Interface} element
 * @returns {Record<string, string>}
 */
export const tables = (element) => ({
  properties: table(
    ['Attribute', 'Property', 'Default', 'Meaning'],
    element.properties.map((it) => [
      it.attribute ? code(it.attribute) : '–',
      code(it.property),
      code(JSON.stringify(it.default)),
      it.description,
    ]),
  ),
  methods: table(
    ['Method', 'What it does'],
    element.methods.map((it) => [code(it.signature), it.description]),
  ),
  events: table(
    ['Event', 'Cancelable', 'Bubbles', '`detail`'],
    element.events.map((it) => [
      code(it.name),
      it.cancelable ? 'yes' : 'no',
      it.bubbles ? 'yes, composed' : 'no',
      it.detail,
    ]),
  ),
  errorKinds: table(
    ['`kind`', 'When'],
    element.errorKinds.map((it) => [code(it.name), it.description]),
  ),
  slots: table(
    ['Slot', 'Place'],
    element.slots.map(({ name, until, description }) => [
      until ? `${code(name)} … ${code(until)}` : name ? code(name) : '(none)',
      description,
    ]),
  ),
  parts: table(
    ['Part', 'What it is'],
    element.parts.map((it) => [code(it.name), it.description]),
  ),
  customProperties: table(
    ['Custom property', 'Default', 'What it sets'],
    element.customProperties.map((it) => [code(it.name), code(it.default), it.description]),
  ),
  states: table(
    ['State', 'When'],
    element.states.map((it) => [code(it.name), it.description]),
  ),
});
