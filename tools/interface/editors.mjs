// @ts-check
/**
 * The data of editors: JetBrains' web-types
 * (https://github.com/JetBrains/web-types) and VS Code's custom data
 * (https://github.com/microsoft/vscode-custom-data).
 */
import { choices, unlinked } from './text.mjs';

/** @typedef {import('./interface').Interface} Interface */

/** The properties that have an attribute. @param {Interface} element */
const attributes = (element) =>
  element.properties.flatMap((it) =>
    it.attribute ? [{ ...it, attribute: it.attribute, description: unlinked(it.description) }] : [],
  );

/** The words of an attribute, or of `hide`. @param {Interface} element @param {{ attribute: string, type: string }} it */
const words = (element, it) => (it.attribute === 'hide' ? element.hide : choices(it.type));

/** @param {import('./interface').Named} it */
const named = ({ name, description }) => ({ name, description: unlinked(description) });

/** @param {Interface} element */
export const webTypes = (element) => ({
  $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
  name: 'newsprint-article',
  version: '0.0.0',
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: [
        {
          name: element.tag,
          description: `${element.summary} ${element.description}`,
          attributes: attributes(element).map((it) => ({
            name: it.attribute,
            description: it.description,
            default: String(it.default ?? ''),
            value: { type: it.type },
          })),
          slots: element.slots.map(named),
          js: {
            properties: element.properties.map((it) => ({
              name: it.property,
              description: unlinked(it.description),
              type: it.type,
            })),
            events: element.events.map((it) => ({
              name: it.name,
              description: unlinked(it.detail),
            })),
          },
          css: {
            properties: element.customProperties.map(named),
            parts: element.parts.map(named),
          },
        },
      ],
    },
  },
});

/** @param {Interface} element */
export const htmlData = (element) => ({
  version: 1.1,
  tags: [
    {
      name: element.tag,
      description: { kind: 'markdown', value: `${element.summary} ${element.description}` },
      attributes: attributes(element).map((it) => {
        const values = words(element, it).map((name) => ({ name }));
        return {
          name: it.attribute,
          description: { kind: 'markdown', value: it.description },
          ...(values.length && { values }),
        };
      }),
    },
  ],
});

/** @param {Interface} element */
export const cssData = (element) => ({
  version: 1.1,
  properties: element.customProperties.map((it) => ({
    name: it.name,
    description: {
      kind: 'markdown',
      value: `${unlinked(it.description)}. Default: \`${it.default}\``,
    },
  })),
});
