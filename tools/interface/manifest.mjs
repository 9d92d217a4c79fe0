// @ts-check
/**
 * The custom elements manifest
 * (https://github.com/webcomponents/custom-elements-manifest, version 2.1).
 */
import { unlinked } from './text.mjs';

/** A value as JavaScript has it. @param {string | number | null} value */
const literal = (value) => (typeof value === 'string' ? `'${value}'` : String(value));

/** @param {string} text */
const type = (text) => ({ text });

/** @param {import('./interface').Named} it */
const named = ({ name, description }) => ({ name, description: unlinked(description) });

/** @param {import('./interface').Interface} element */
export function manifest(element) {
  const path = 'newsprint.js';
  const attributes = element.properties.flatMap((it) =>
    it.attribute
      ? [
          {
            name: it.attribute,
            fieldName: it.property,
            type: type(it.type),
            description: unlinked(it.description),
            default: String(it.default ?? ''),
          },
        ]
      : [],
  );
  const fields = element.properties
    .filter((it) => it.property !== 'lang' && it.property !== 'dir')
    .map((it) => ({
      kind: 'field',
      name: it.property,
      type: type(it.type),
      default: literal(it.default),
      description: unlinked(it.description),
      ...(it.attribute && { attribute: it.attribute, reflects: true }),
    }));
  const version = {
    kind: 'field',
    name: 'version',
    static: true,
    readonly: true,
    type: type('string'),
    description: 'The version of the element.',
  };
  const methods = element.methods.map((it) => ({
    kind: 'method',
    name: it.name,
    ...(it.static && { static: true }),
    ...(it.parameters && {
      parameters: it.parameters.map((parameter) => ({
        ...parameter,
        type: type(parameter.type),
      })),
    }),
    return: { type: type(it.returns) },
    description: unlinked(it.description),
  }));
  return {
    schemaVersion: '2.1.0',
    readme: 'README.md',
    modules: [
      {
        kind: 'javascript-module',
        path,
        declarations: [
          {
            kind: 'class',
            customElement: true,
            name: element.class,
            tagName: element.tag,
            superclass: { name: 'HTMLElement' },
            summary: element.summary,
            description: element.description,
            attributes,
            members: [...fields, version, ...methods],
            events: element.events.map((it) => ({
              name: it.name,
              type: type(it.type),
              description: unlinked(it.detail),
            })),
            slots: element.slots.map(named),
            cssParts: element.parts.map(named),
            cssProperties: element.customProperties.map((it) => ({
              ...named(it),
              syntax: it.syntax,
              default: it.default,
            })),
            cssStates: element.states.map(named),
          },
          {
            kind: 'variable',
            name: 'version',
            type: type('string'),
            description: 'The version of the module.',
          },
        ],
        exports: [
          { kind: 'js', name: element.class, declaration: { name: element.class, module: path } },
          { kind: 'js', name: 'version', declaration: { name: 'version', module: path } },
          {
            kind: 'custom-element-definition',
            name: element.tag,
            declaration: { name: element.class, module: path },
          },
        ],
      },
    ],
  };
}
