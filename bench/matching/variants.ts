/** A way in which the press prints a name other than the gazetteer does. */
export interface Variant {
  readonly name: string;
  /** The name so written; the same string when it does not apply. */
  vary(name: string): string;
}

/** The variants of the benchmark's recall row. */
export const VARIANTS: readonly Variant[] = [
  { name: 'as it is', vary: (name) => name },
  { name: 'upper case', vary: (name) => name.toUpperCase() },
  { name: 'possessive', vary: (name) => `${name}'s` },
  { name: 'spaced hyphen', vary: (name) => name.replaceAll('-', ' - ') },
  { name: 'U+2011', vary: (name) => name.replaceAll('-', '\u2011') },
  { name: 'U+2013', vary: (name) => name.replaceAll('-', '\u2013') },
  { name: 'space for hyphen', vary: (name) => name.replaceAll('-', ' ') },
  { name: 'no hyphen before digits', vary: (name) => name.replaceAll(/-(?=\d)/g, '') },
  { name: 'no-break space', vary: (name) => name.replaceAll(' ', '\u00a0') },
  {
    name: 'full width',
    vary: (name) =>
      name.replaceAll(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  },
  { name: 'soft hyphen', vary: (name) => `${name.slice(0, 2)}\u00ad${name.slice(2)}` },
  { name: 'zero-width space', vary: (name) => `${name.slice(0, 2)}\u200b${name.slice(2)}` },
];

/** A text with every name planted in one variant, and where each stands. */
export function plant(
  names: readonly string[],
  variant: Variant,
): {
  readonly text: string;
  readonly places: readonly { readonly start: number; readonly name: string }[];
} {
  let text = '';
  const places: { start: number; name: string }[] = [];
  for (const name of names) {
    const written = variant.vary(name);
    if (written === name && variant.name !== 'as it is') continue;
    text += /[぀-鿿]/.test(name) ? '，有' : ' and ';
    places.push({ start: text.length, name });
    text += written;
  }
  return { text: `${text} .`, places };
}
