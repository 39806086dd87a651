import { Converter } from 'opencc-js';

/** Characters by the simplified character that the gazetteer uses for them: traditional, of Hong Kong, Taiwan and Japan. */
export interface ScriptVariants {
  /** The simplified character for a code unit; the same code unit when there is none. */
  simplify(code: number): number;
  /** All code units that simplify to this one, itself included. */
  variantsOf(code: number): readonly number[];
}

/** Han characters of the basic plane. */
const FIRST = 0x3400;
const LAST = 0x9fff;

/** Reads the conversion tables of OpenCC (opencc-js), one character at a time. */
export function readScriptVariants(): ScriptVariants {
  const converters = (['t', 'tw', 'hk', 'jp'] as const).map((from) =>
    Converter({ from, to: 'cn' }),
  );
  const simple = new Map<number, number>();
  const variants = new Map<number, number[]>();
  const every = String.fromCharCode(
    ...Array.from({ length: LAST - FIRST + 1 }, (_, at) => FIRST + at),
  );
  // A line break between characters keeps phrases from being converted as such.
  for (const convert of converters) {
    const converted = convert([...every].join('\n')).split('\n');
    [...every].forEach((character, place) => {
      const to = converted[place] ?? character;
      const code = character.charCodeAt(0);
      if (to === character || to.length !== 1 || simple.has(code)) return;
      simple.set(code, to.charCodeAt(0));
    });
  }
  for (const [from, to] of simple) variants.set(to, [...(variants.get(to) ?? []), from]);
  return {
    simplify: (code) => simple.get(code) ?? code,
    variantsOf: (code) => [code, ...(variants.get(code) ?? [])],
  };
}
