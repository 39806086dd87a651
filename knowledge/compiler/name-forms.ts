import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { readNumber, stemLetter } from '@/core/text/designation';
import { isHyphen, isSpace } from '@/core/text/fold';

/** One way to write a family's name. */
interface FamilyForm {
  readonly text: string;
  readonly ambiguous: boolean;
  readonly short: boolean;
}

/** What the press varies in names beyond typography: `families.yaml`, read. */
export interface NameForms {
  readonly families: readonly (readonly FamilyForm[])[];
  readonly spellings: readonly (readonly string[])[];
  /** Words written in any case inside longer names, in small letters. */
  readonly freeWords: ReadonlySet<string>;
  /** Nouns that say what a name names and are no part of it when it also stands without them, in small letters. */
  readonly typeNouns: readonly string[];
}

const form = z.union([
  z.string().transform((text) => ({ text, ambiguous: false, short: false })),
  z.strictObject({
    text: z.string(),
    ambiguous: z.boolean().default(false),
    short: z.boolean().default(false),
  }),
]);

const formsFile = z.strictObject({
  families: z.array(z.array(form).min(2)),
  spellings: z.array(z.array(z.string()).min(2)),
  'free words': z.string(),
  'type nouns': z.string(),
});

const decoysFile = z.record(z.string(), z.array(z.string()));

/** Reads `knowledge/families.yaml`. */
export function readNameForms(): NameForms {
  const file = formsFile.parse(readYaml('families.yaml'));
  return {
    families: file.families,
    spellings: file.spellings,
    freeWords: new Set(file['free words'].split(/\s+/)),
    typeNouns: file['type nouns'].split('|').map((noun) => noun.trim()),
  };
}

/** Reads `knowledge/decoys.yaml`: longer other names that hold ours, all groups together. */
export function readDecoys(): readonly string[] {
  return Object.values(decoysFile.parse(readYaml('decoys.yaml'))).flat();
}

function readYaml(name: string): unknown {
  return parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
}

/** Another way to write a name. */
export interface OtherForm {
  readonly text: string;
  /** This way of writing it needs evidence, even if the name does not. */
  readonly ambiguous: boolean;
  readonly short: boolean;
}

/** The other ways to write `name`, without `name` itself: other forms of its family, other spellings of its words. */
export function otherForms(name: string, forms: NameForms): OtherForm[] {
  const found = [...familyForms(name, forms)];
  for (const { text, ambiguous, short } of [
    { text: name, ambiguous: false, short: false },
    ...found,
  ])
    for (const words of forms.spellings)
      for (const word of words)
        for (const other of words) {
          if (other === word) continue;
          const respelt = replaceWord(text, word, other);
          if (respelt !== text) found.push({ text: respelt, ambiguous, short });
        }
  return found;
}

function familyForms(name: string, forms: NameForms): OtherForm[] {
  for (const family of forms.families)
    for (const { text } of family) {
      const designation = designationAfter(name, text);
      if (designation === null) continue;
      return family
        .filter((other) => other.text !== text)
        .map(({ text: other, ambiguous, short }) => ({
          text: `${other}${/[A-Za-z]$/.test(other) ? '-' : ''}${designation}`,
          ambiguous: ambiguous || short,
          short,
        }));
    }
  return [];
}

/** What follows a family's name when it is a number with at most a variant: `12A`, for 十二号甲 too; else `null`. */
function designationAfter(name: string, family: string): string | null {
  if (!name.toLowerCase().startsWith(family.toLowerCase())) return null;
  let at = family.length;
  while (isSpace(name.charCodeAt(at)) || isHyphen(name.charCodeAt(at))) at++;
  const number = readNumber(name, at);
  if (number === null) return null;
  const rest = name.slice(number.end);
  const stem = stemLetter(rest.charCodeAt(0));
  const variant =
    (stem === null ? '' : String.fromCharCode(stem - 0x20)) +
    (stem === null ? rest : rest.slice(1));
  return /^(?:\.\d+[a-z]?)?[A-Z]{0,3}(?:\/[A-Z]{1,2})?[0-9]?$/.test(variant)
    ? number.digits + variant
    : null;
}

/** Whole words only where the words are Latin. */
function replaceWord(text: string, word: string, other: string): string {
  if (!/^[a-z]+$/i.test(word))
    return text
      .replaceAll(word, /^[a-z]/i.test(other) ? ` ${other} ` : other)
      .replaceAll(/ {2,}/g, ' ');
  const whole = new RegExp(`(?<![\\w&])${word}(?![\\w&])`, 'g');
  return text.replace(whole, other);
}
