/** A list of whole numbers below 2³² that grows at its end and takes four bytes each. */
export interface GrowingList {
  readonly length: number;
  push(value: number): void;
  at(index: number): number;
  set(index: number, value: number): void;
  /** What it stands on: longer than the list, and another after `push`. For hot loops. */
  readonly values: Uint32Array;
  /** A copy of its own, no longer than it must be. */
  toArray(): Uint32Array<ArrayBuffer>;
}

/** A list that begins with the numbers given. */
export function createGrowingList(first: Uint32Array = new Uint32Array(0)): GrowingList {
  let values = new Uint32Array(Math.max(64, first.length));
  values.set(first);
  let length = first.length;
  return {
    get length() {
      return length;
    },
    get values() {
      return values;
    },
    push(value) {
      if (length === values.length) {
        const longer = new Uint32Array(length * 2);
        longer.set(values);
        values = longer;
      }
      values[length++] = value;
    },
    at: (index) => values[index] ?? 0,
    set(index, value) {
      values[index] = value;
    },
    toArray: () => values.slice(0, length),
  };
}

/** Texts by number and numbers by text: each text once. */
export interface Table {
  readonly size: number;
  /** The number of a text, which gets one when it is new. */
  numberOf(text: string): number;
  /** Null when the text has no number. */
  find(text: string): number | null;
  textOf(number: number): string;
  /** In the order of their numbers. */
  readonly texts: readonly string[];
}

/** A table that begins with the texts given, all different. */
export function createTable(first: readonly string[] = []): Table {
  const texts = [...first];
  const numbers = new Map(texts.map((text, number) => [text, number]));
  return {
    texts,
    get size() {
      return texts.length;
    },
    numberOf(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, texts.length);
      texts.push(text);
      return texts.length - 1;
    },
    find: (text) => numbers.get(text) ?? null,
    textOf: (number) => texts[number] ?? '',
  };
}
