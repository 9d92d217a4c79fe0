// @ts-check

/** What an article's JSON is made of. */
const PROTOTYPES = [Object, Array, String, Number, Boolean].map(({ prototype }) => prototype);

/**
 * The JSON of an object. Some older libraries give all arrays or strings a `toJSON` of their own, which
 * makes a string of an array: they are put aside meanwhile.
 * @param {object} value
 */
export function toJson(value) {
  const methods = PROTOTYPES.map((it) => Object.getOwnPropertyDescriptor(it, 'toJSON'));
  for (const it of PROTOTYPES) Reflect.deleteProperty(it, 'toJSON');
  try {
    return JSON.stringify(value);
  } finally {
    methods.forEach((it, index) => it && Object.defineProperty(PROTOTYPES[index], 'toJSON', it));
  }
}
