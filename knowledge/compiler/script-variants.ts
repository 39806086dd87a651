import { Converter } from 'opencc-js';

/** Characters by the simplified character that the gazetteer uses for them: traditional, of Hong Kong, Taiwan and Japan. */
export interface ScriptVariants {
  /** The simplified character for a code unit; the same code unit when there is none. */
  simplify(code: number): number;
  /** All code units that simplify to this one, itself included. */
  variantsOf(code: number): readonly number[];
  /** How each of the other scripts writes simplified text, word by word and character by character. */
  readonly scripts: readonly ((text: string) => string)[];
}

/** Han characters of the basic plane. */
const FIRST = 0x3400;
const LAST = 0x9fff;
const SCRIPTS = ['t', 'tw', 'hk', 'jp'] as const;

/** Reads the conversion tables of OpenCC (opencc-js), one character at a time. */
export function readScriptVariants(): ScriptVariants {
  const simple = new Map<number, number>();
  for (const from of SCRIPTS)
    for (const [code, to] of tableOf(Converter({ from, to: 'cn' })))
      if (!simple.has(code)) simple.set(code, to);
  const variants = new Map<number, number[]>();
  for (const [from, to] of simple) variants.set(to, [...(variants.get(to) ?? []), from]);
  return {
    simplify: (code) => simple.get(code) ?? code,
    variantsOf: (code) => [code, ...(variants.get(code) ?? [])],
    scripts: SCRIPTS.flatMap((to) => {
      const convert = Converter({ from: 'cn', to });
      return [convert, (text) => [...convert([...text].join('\n'))].filter(isNoBreak).join('')];
    }),
  };
}

function isNoBreak(character: string): boolean {
  return character !== '\n';
}

/** The characters that a converter changes, one by one: line breaks between them keep it from seeing phrases. */
function tableOf(convert: (text: string) => string): Map<number, number> {
  const every = Array.from({ length: LAST - FIRST + 1 }, (_, at) =>
    String.fromCharCode(FIRST + at),
  );
  const converted = convert(every.join('\n')).split('\n');
  const table = new Map<number, number>();
  every.forEach((character, place) => {
    const to = converted[place] ?? character;
    if (to !== character && to.length === 1) table.set(FIRST + place, to.charCodeAt(0));
  });
  return table;
}
