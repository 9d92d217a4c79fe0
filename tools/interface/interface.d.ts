/** The shape of `contract/interface.json`. */

export interface Property {
  /** The name of its attribute, where it has one. */
  attribute?: string;
  /** The name of the property. */
  property: string;
  /** Its type, in TypeScript. */
  type: string;
  /** What it reads as when nothing is set. */
  default: string | number | null;
  /** What it means, in Markdown. */
  description: string;
}

export interface Parameter {
  name: string;
  optional?: boolean;
  type: string;
  default?: string;
  description: string;
}

export interface Method {
  name: string;
  /** Whether it is one of the class. */
  static: boolean;
  /** How it is called. */
  signature: string;
  description: string;
  parameters?: Parameter[];
  returns: string;
}

export interface Event {
  name: string;
  /** Its type, in TypeScript. */
  type: string;
  cancelable: boolean;
  /** Whether it bubbles, out of shadow roots too. */
  bubbles: boolean;
  /** What `detail` holds and when it comes, in Markdown. */
  detail: string;
}

export interface Named {
  name: string;
  description: string;
}

export interface Interface {
  tag: string;
  class: string;
  summary: string;
  description: string;
  properties: Property[];
  /** The names that `hide` knows. */
  hide: string[];
  methods: Method[];
  events: Event[];
  /** Where an article comes from, as `newsprint-load` says. */
  sources: string[];
  errorKinds: (Named & { statuses: number[] })[];
  /** `until`: the slot is one of several, up to this one. */
  slots: (Named & { until?: string })[];
  parts: Named[];
  customProperties: (Named & { syntax: string; default: string })[];
  states: Named[];
}
