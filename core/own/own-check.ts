import { parsePartialDate } from '@/core/knowledge/partial-date';
import { isOwnId, type OwnEntry, type OwnFact } from './own-entry';

/** 80: the longest name in the knowledge base has 62 characters. */
export const LONGEST_NAME = 80;
/** 2,000 characters: a fact is a line or a paragraph; what is longer belongs into a note. */
export const LONGEST_FACT = 2000;
/** 50: more ways to write one name than the knowledge base has for any. */
export const MOST_NAMES = 50;
export const MOST_FACTS = 200;
/** 1,000: every page is searched for all of them, in one go (docs/decisions/0009). */
const MOST_ENTRIES = 1000;

/** Where a fault is: the usual name, a further name or a fact by its index, or the entry as a whole. */
export type OwnPlace =
  | { readonly at: 'entry' }
  | { readonly at: 'name' }
  | { readonly at: 'names'; readonly index: number }
  | { readonly at: 'facts'; readonly index: number; readonly field: keyof OwnFact };

/** Why an entry cannot be kept as it is. `other` is the entity that has the name already. */
export type OwnFault = OwnPlace &
  (
    | { readonly code: 'empty' | 'too-short' | 'too-long' | 'no-letter' | 'twice' | 'no-date' }
    | { readonly code: 'nothing' | 'too-many' }
    | { readonly code: 'taken'; readonly other: string }
    | { readonly code: 'never' }
  );

/** The entry without stray space, empty names and empty facts. */
export function tidyOwn(entry: OwnEntry): OwnEntry {
  const tidy = (text: string) => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  const facts = entry.facts.map(
    ({ label, value, asOf, source }): OwnFact => ({
      label: tidy(label),
      value: value.normalize('NFC').trim(),
      asOf: tidy(asOf),
      source: tidy(source),
    }),
  );
  return {
    ...entry,
    name: tidy(entry.name),
    names: entry.names.map(tidy).filter((name) => name !== ''),
    facts: facts.filter((fact) => Object.values(fact).some((text) => text !== '')),
  };
}

/**
 * Everything that is wrong with a tidied entry, in the order of its fields; nothing for one that can be kept.
 * `others` are all entries beside it, `never` the names that the reader never wants marked anywhere.
 */
export function checkOwn(
  entry: OwnEntry,
  others: readonly OwnEntry[],
  never: readonly string[],
): readonly OwnFault[] {
  const isOwn = isOwnId(entry.id);
  const faults: OwnFault[] = [];
  const taken = new Map(
    others.flatMap((other) =>
      [...(isOwnId(other.id) ? [other.name] : []), ...other.names].map((name) => [name, other]),
    ),
  );
  const seen = new Set<string>();
  const checkName = (name: string, place: OwnPlace) => {
    const code = nameFault(name);
    const other = taken.get(name);
    if (code !== null) faults.push({ ...place, code });
    else if (seen.has(name)) faults.push({ ...place, code: 'twice' });
    else if (other !== undefined) faults.push({ ...place, code: 'taken', other: other.name });
    else if (never.some((one) => one.toLowerCase() === name.toLowerCase()))
      faults.push({ ...place, code: 'never' });
    seen.add(name);
  };
  if (isOwn) checkName(entry.name, { at: 'name' });
  for (const [index, name] of entry.names.entries()) checkName(name, { at: 'names', index });
  for (const [index, fact] of entry.facts.entries()) faults.push(...factFaults(fact, index));
  if (!isOwn && entry.names.length + entry.facts.length === 0)
    faults.push({ at: 'entry', code: 'nothing' });
  const isTooMuch = entry.names.length > MOST_NAMES || entry.facts.length > MOST_FACTS;
  if (isTooMuch || others.length >= MOST_ENTRIES) faults.push({ at: 'entry', code: 'too-many' });
  return faults;
}

function nameFault(name: string): 'empty' | 'too-short' | 'too-long' | 'no-letter' | null {
  if (name === '') return 'empty';
  if (!/\p{L}/u.test(name)) return 'no-letter';
  // One letter or one character of Chinese would be marked all over.
  if ([...name].length < 2) return 'too-short';
  return [...name].length > LONGEST_NAME ? 'too-long' : null;
}

function factFaults({ label, value, asOf, source }: OwnFact, index: number): OwnFault[] {
  const faults: OwnFault[] = [];
  const add = (field: keyof OwnFact, code: 'empty' | 'too-long' | 'no-date') =>
    faults.push({ at: 'facts', index, field, code });
  if (label.length > LONGEST_NAME) add('label', 'too-long');
  if (value === '') add('value', 'empty');
  if (value.length > LONGEST_FACT) add('value', 'too-long');
  if (asOf !== '' && parsePartialDate(asOf) === null) add('asOf', 'no-date');
  if (source.length > LONGEST_FACT) add('source', 'too-long');
  return faults;
}
