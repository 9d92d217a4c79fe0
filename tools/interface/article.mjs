// @ts-check
/**
 * The article's types for TypeScript, from `contract/article.schema.json`.
 *
 * Why not json-schema-to-typescript: beside a `$ref` it drops what stands there, so that blocks
 * have their `type` and nothing else; and what it makes of the rest is named `Block1`, `Media1`.
 *
 * It knows the keywords that the schema uses and fails at any other, so that nothing of the
 * contract goes missing from the types unseen.
 */

/** @typedef {import('./schema').Schema} Schema */
/** @typedef {{ name: string, type: string, description?: string, optional: boolean }} Member */

/** What a type can't say, or says by itself. */
const UNSAID = ['$schema', 'title', 'pattern', 'format', 'minLength', 'minItems', 'default'];

/** How long a line may be. */
const WIDTH = 100;

/** As many numbers are written out, one by one. */
const FEW = 10;

const HEAD = `/**
 * The article. These types say what a well-formed document holds, as the JSON Schema does: they
 * are made from it. The element reads more than that, and leaves out what it can't read: see the
 * diagnostics of \`newsprint-load\`. What it leaves out is still in \`detail.article\`, if it was in
 * the document. \`null\` means the same as leaving a member out.
 */
`;

/** Fails where a schema says something that was not reckoned with. @param {Schema} schema @param {string[]} known */
function only(schema, ...known) {
  const other = Object.keys(schema).filter(
    (key) => key !== 'description' && !known.includes(key) && !UNSAID.includes(key),
  );
  if (other.length) {
    throw new Error(
      `contract/article.schema.json has ‘${other.join('’, ‘')}’ in ${JSON.stringify(schema)}, ` +
        `where tools/interface/article.mjs expects ${known.join(', ')} only: teach it that.`,
    );
  }
}

/** A doc comment. @param {string | undefined} text @param {string} [indent] */
function comment(text, indent = '') {
  if (!text) return '';
  const words = text.replaceAll('*/', '* /').split(/\s+/);
  const whole = `${indent}/** ${words.join(' ')} */\n`;
  if (whole.length <= WIDTH + 1) return whole;
  const lines = [''];
  for (const word of words) {
    const longer = `${lines[lines.length - 1]} ${word}`;
    if (indent.length + 2 + longer.length <= WIDTH) lines[lines.length - 1] = longer;
    else lines.push(` ${word}`);
  }
  return `${indent}/**\n${lines.map((line) => `${indent} *${line}\n`).join('')}${indent} */\n`;
}

/** @param {unknown} value */
const literal = (value) => (typeof value === 'string' ? `'${value}'` : String(value));

/** Several types as one. @param {string[]} types */
const union = (types) => [...new Set(types)].join(' | ');

/** A type as a part of another. @param {string} type */
const part = (type) => (/ [|&] /.test(type) ? `(${type})` : type);

/** The name that a reference names. @param {string} ref */
const named = (ref) => ref.replace('#/$defs/', '');

/** `pullQuote` as `PullQuote`. @param {string} word */
const capital = (word) => word[0].toUpperCase() + word.slice(1);

/** The type of an integer: few are named one by one. @param {Schema} schema */
function integer({ minimum, maximum }) {
  if (minimum === undefined || maximum === undefined || maximum - minimum >= FEW) return 'number';
  return union(Array.from({ length: maximum - minimum + 1 }, (_, at) => String(minimum + at)));
}

/** The type of one of JSON's kinds. @param {string} kind @param {Schema} schema @returns {string} */
function ofKind(kind, schema) {
  switch (kind) {
    case 'string':
    case 'boolean':
    case 'null':
      return kind;
    case 'number':
      return 'number';
    case 'integer':
      return integer(schema);
    case 'array':
      return `${part(schema.items ? typeOf(schema.items) : 'unknown')}[]`;
    case 'object':
      return schema.properties
        ? `{ ${members(schema)
            .map((it) => `${it.name}${it.optional ? '?' : ''}: ${it.type}`)
            .join('; ')} }`
        : 'Record<string, unknown>';
    default:
      throw new Error(`‘${kind}’ is no type of JSON Schema.`);
  }
}

/** The type that a schema stands for. @param {Schema} schema @returns {string} */
function typeOf(schema) {
  if (schema.$ref) {
    only(schema, '$ref');
    return named(schema.$ref);
  }
  if (schema.enum) {
    only(schema, 'enum', 'type');
    return union(schema.enum.map(literal));
  }
  if ('const' in schema) {
    only(schema, 'const', 'type');
    return literal(schema.const);
  }
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice) {
    only(schema, 'anyOf', 'oneOf');
    return union(choice.map((it) => typeOf(it)));
  }
  if (schema.if) return conditional(schema);
  only(schema, 'type', 'items', 'properties', 'required', 'minimum', 'maximum');
  if (schema.type === undefined) return 'unknown';
  return union([schema.type].flat().map((kind) => ofKind(kind, schema)));
}

/** One type or another, by what a member says. @param {Schema} schema */
function conditional(schema) {
  only(schema, 'if', 'then', 'else');
  const { if: condition = {}, then: met = {}, else: unmet = {} } = schema;
  return `${both(met, condition)} | ${both(unmet)}`;
}

/** All of these at once. @param {Schema[]} schemas */
const both = (...schemas) =>
  part(
    schemas
      .flatMap(({ $ref, ...own }) => [...($ref ? [named($ref)] : []), ...inline(own)])
      .join(' & '),
  );

/** What has members, as a type without a name. @param {Schema} schema */
function inline(schema) {
  only(schema, 'type', 'properties', 'required');
  return schema.properties ? [ofKind('object', schema)] : [];
}

/** What a member means: that stands with it, or with what it is when it is not `null`. @param {Schema} schema */
const meaning = (schema) => schema.description ?? schema.anyOf?.[0]?.description;

/** The members of an object, those first that it has to have. @param {Schema} schema @returns {Member[]} */
function members({ properties = {}, required = [] }) {
  const all = Object.entries(properties).map(([name, schema]) => ({
    name,
    type: typeOf(schema),
    description: meaning(schema),
    optional: !required.includes(name),
  }));
  return [...all.filter((it) => !it.optional), ...all.filter((it) => it.optional)];
}

/**
 * An interface.
 * @param {{ name: string, bases?: string[], description?: string, members: Member[] }} it
 */
const interfaceOf = ({ name, bases = [], description, members: all }) =>
  `${comment(description)}export interface ${name} ` +
  `${bases.length ? `extends ${bases.join(', ')} ` : ''}{\n` +
  all
    .map(
      (it) =>
        comment(it.description, '  ') + `  ${it.name}${it.optional ? '?' : ''}: ${it.type};\n`,
    )
    .join('') +
  '}\n';

/** What an object has to have in one way or another is beyond an interface. @param {Schema} schema */
function object(schema) {
  only(schema, 'type', 'properties', 'required', 'anyOf');
  for (const way of schema.anyOf ?? []) only(way, 'required', 'properties');
}

/** The words of a choice, each with its meaning. @param {string} name @param {Schema} schema @param {Schema[]} words */
function wordsOf(name, schema, words) {
  only(schema, 'oneOf');
  const lines = words.map((it) => `${comment(it.description, '  ')}  | ${typeOf(it)}`);
  return `${comment(schema.description)}export type ${name} =\n${lines.join('\n')};\n`;
}

/**
 * @param {Schema} schema
 * @returns {string} the whole file
 */
export function articleTypes(schema) {
  const { $defs: defs = {}, title = '', ...root } = schema;

  /** How often each is referred to. @type {Map<string, number>} */
  const referred = new Map();
  JSON.stringify(schema, (key, value) => {
    if (key === '$ref') referred.set(named(value), (referred.get(named(value)) ?? 0) + 1);
    return value;
  });

  /** The texts by name, in the order in which they are first referred to. @type {Map<string, string>} */
  const texts = new Map();
  const put = (/** @type {string} */ name, /** @type {string} */ text) => {
    if (texts.has(name)) throw new Error(`Two types would be named ${name}: rename one.`);
    texts.set(name, text);
  };

  /** @param {string} name @param {Schema} def */
  function define(name, def) {
    const { oneOf = [] } = def;
    if (oneOf.length && oneOf.every((it) => 'const' in it)) return wordsOf(name, def, oneOf);
    if (oneOf.length && oneOf.every((it) => it.properties?.type)) return tagged(name, def);
    if (def.type !== 'object' || !def.properties) {
      const type = typeOf(def);
      return `${comment(def.description)}export type ${name} = ${type};\n`;
    }
    object(def);
    const { description } = def;
    return interfaceOf({ name, description, members: members(def) });
  }

  /**
   * A union of objects that are told apart by their `type`: an interface for each. What only this
   * union refers to is written right there; the others are extended.
   * @param {string} name
   * @param {Schema} def
   */
  function tagged(name, def) {
    only(def, 'type', 'properties', 'oneOf');
    const any = `Any${name}`;
    put(
      any,
      interfaceOf({
        name: any,
        description: `What every ${name} may have.`,
        members: members(def),
      }),
    );
    const alternatives = (def.oneOf ?? []).map((alternative) => {
      only(alternative, '$ref', 'type', 'properties', 'required');
      const tag = members(alternative);
      const own = capital(String(alternative.properties?.type.const)) + name;
      const base = named(alternative.$ref ?? '');
      const content = defs[base];
      const isAlone = referred.get(base) === 1;
      if (content) object(content);
      put(
        own,
        interfaceOf({
          name: own,
          bases: content && !isAlone ? [any, base] : [any],
          description: (isAlone && content?.description) || alternative.description,
          members: content && isAlone ? [...tag, ...members(content)] : tag,
        }),
      );
      if (isAlone) absorbed.add(base);
      return own;
    });
    return `${comment(def.description)}export type ${name} =\n${alternatives.map((it) => `  | ${it}`).join('\n')};\n`;
  }

  /** What is written into another. @type {Set<string>} */
  const absorbed = new Set();
  /** What is still to be written. */
  const waiting = [title];
  const seen = new Set(waiting);
  for (const name of waiting) {
    const def = name === title ? root : defs[name];
    if (!absorbed.has(name)) put(name, define(name, def));
    JSON.stringify(def, (key, value) => {
      if (key === '$ref' && !seen.has(named(value))) {
        seen.add(named(value));
        waiting.push(named(value));
      }
      return value;
    });
  }
  return [HEAD, ...texts.values()].join('\n');
}
