import type { AliasKind, NamedEntity } from '@/core/detection/gazetteer';
import { ALIAS_KINDS } from '@/core/detection/gazetteer';
import { ALIAS, CASING, GROUP, KIND_SHIFT } from '@/core/detection/gazetteer-format';
import { isCyrillic, isLetter, isUpper } from '@/core/text/fold';
import { BREAK, nameSymbols } from '@/core/text/name-symbols';
import { packGazetteer } from './gazetteer-writer';
import { type NameForms, otherForms, readNameForms } from './name-forms';
import { readScriptVariants, type ScriptVariants } from './script-variants';

/** A string that names something, on its way into the trie. */
export interface CompiledName {
  /** As an alias prints it, for the finder. */
  readonly text: string;
  readonly symbols: readonly number[];
  /** The same as each reading writes it, before characters are simplified. */
  readonly written: readonly (readonly number[])[];
  /** Bits of `ALIAS`. */
  readonly attributes: number;
  /** An entity's number or a group, and the kind; `null` for decoys. */
  readonly meaning: number | null;
}

/** What the compiler knows of writing: read once by who compiles often. */
export interface NameTables {
  readonly forms: NameForms;
  readonly scripts: ScriptVariants;
}

/** Reads `families.yaml` and the conversion tables of characters. */
export function readNameTables(): NameTables {
  return { forms: readNameForms(), scripts: readScriptVariants() };
}

/** What one string says, before strings with the same symbols are put together. */
interface Reading {
  readonly text: string;
  readonly kind: AliasKind;
  readonly entity: number | null;
  readonly ambiguous: boolean;
  readonly isCompany: boolean;
  /** Another form of an alias, not one that an entity's file has. */
  readonly isDerived?: true;
}

/**
 * Compiles the names of `entities`, and `decoys` (longer other names which hold ours), to the bytes that
 * `openGazetteer` reads. The result depends on the arguments alone. An alias that is a company's name and
 * then the entity's own (`SpaceX Falcon 9`) is left out: in a text it is two names; so is a name with a type
 * noun behind it that also stands without (天启星座): the noun is not part of it. A single Chinese character
 * names nothing.
 */
export function compileGazetteer(
  entities: readonly NamedEntity[],
  decoys: readonly string[],
  { forms, scripts }: NameTables = readNameTables(),
): Uint8Array {
  const companies = new Set(
    entities.filter(({ kind }) => kind === 'company').flatMap((company) => [...ownNames(company)]),
  );
  const readings = [
    ...entities.flatMap((entity, number) =>
      readingsOf(entity, number, forms).filter(
        ({ text }) =>
          !isTwoNames(text, entity, companies) && !hasTypeNoun(text, entity, forms.typeNouns),
      ),
    ),
    ...decoys.map(
      (text): Reading => ({ text, kind: 'name', entity: null, ambiguous: false, isCompany: false }),
    ),
  ];
  const { names, groups } = mergeReadings(readings, forms.freeWords, scripts);
  return packGazetteer({ entities, names, groups, scripts });
}

function readingsOf(entity: NamedEntity, number: number, forms: NameForms): Reading[] {
  const isCompany = entity.kind === 'company';
  const declared = new Map(entity.aliases.map((alias) => [alias.text, alias]));
  const own = declared.has(entity.name) ? [] : [{ text: entity.name, kind: 'name' as const }];
  return [...own, ...entity.aliases].flatMap((alias): Reading[] => {
    const ambiguous = 'ambiguity' in alias && alias.ambiguity !== undefined;
    if (alias.kind === 'ticker')
      return [
        {
          text: alias.text.replace(/^.*:/, ''),
          kind: 'ticker',
          entity: number,
          ambiguous,
          isCompany: false,
        },
      ];
    const text = alias.text.replace(/^The (?=[A-Z])/, '');
    const base = { kind: alias.kind, entity: number, isCompany };
    const others = otherForms(text, forms).map(
      (other): Reading => ({
        ...base,
        text: other.text,
        kind: other.short ? 'short' : alias.kind,
        ambiguous: ambiguous || other.ambiguous,
        isDerived: true,
      }),
    );
    return [{ ...base, text, ambiguous }, ...others];
  });
}

/** True for a company's name followed by a name of the entity. */
function isTwoNames(text: string, entity: NamedEntity, companies: ReadonlySet<string>): boolean {
  if (entity.kind === 'company') return false;
  const own = ownNames(entity);
  for (let space = text.indexOf(' '); space > 0; space = text.indexOf(' ', space + 1))
    if (companies.has(text.slice(0, space)) && own.has(text.slice(space + 1))) return true;
  return false;
}

/** True for one of the entity's names and a type noun behind it: 天启星座 beside 天启; a capital makes the noun part of the name. */
function hasTypeNoun(text: string, entity: NamedEntity, typeNouns: readonly string[]): boolean {
  const own = ownNames(entity);
  return typeNouns.some(
    (noun) => text.endsWith(noun) && own.has(text.slice(0, -noun.length).trimEnd()),
  );
}

function ownNames(entity: NamedEntity): ReadonlySet<string> {
  return new Set([entity.name, ...entity.aliases.map((alias) => alias.text)]);
}

function mergeReadings(
  readings: readonly Reading[],
  freeWords: ReadonlySet<string>,
  scripts: ScriptVariants,
): { names: CompiledName[]; groups: number[] } {
  const taken = readings
    .flatMap((reading) => {
      const { symbols, endsInStop } = nameSymbols(
        reading.text,
        isLong(reading.text) ? freeWords : NO_WORDS,
      );
      const simple = symbols.map((symbol) =>
        symbol >= 0x3400 ? scripts.simplify(symbol) : symbol,
      );
      const isInflected = isCyrillic(simple.at(-1) ?? 0);
      return {
        reading,
        written: symbols,
        symbols: isInflected ? stemOf(simple) : simple,
        endsInStop,
        isInflected,
      };
    })
    .filter(({ symbols }) => symbols.length > 1);
  // Names that differ only in their breaks (i-Space, ispace) may be read as each other, so they share their entities.
  const sharing = groupBy(taken, ({ symbols }) =>
    symbols.filter((symbol) => symbol > BREAK.numbers).join(),
  );
  const groups: number[] = [];
  const places = new Map<string, number>();
  const groupOf = (numbers: readonly number[]) => {
    if (numbers.length === 1) return numbers[0] ?? 0;
    const key = numbers.join();
    const known = places.get(key);
    if (known !== undefined) return known;
    const place = GROUP | groups.length;
    groups.push(numbers.length, ...numbers);
    places.set(key, place);
    return place;
  };
  const names: CompiledName[] = [];
  for (const alike of sharing.values()) {
    const numbers = [...new Set(alike.flatMap(({ reading }) => reading.entity ?? []))];
    // Capitals do not tell OmegA from a watch: where one is doubtful, so is the other.
    const doubtful = new Set(
      alike
        .filter(({ reading }) => reading.ambiguous && reading.isDerived !== true)
        .map(({ reading }) => reading.text.toLowerCase()),
    );
    for (const same of groupBy(alike, ({ symbols }) => symbols.join()).values()) {
      const first = same[0];
      if (first === undefined) continue;
      const isDecoy = numbers.length === 0;
      const ambiguous =
        numbers.length > 1 ||
        same.some(({ reading }) => doubtful.has(reading.text.toLowerCase())) ||
        isDoubtful(same.map(({ reading }) => reading));
      const kind = kindOfName(same.find(({ reading }) => reading.entity !== null)?.reading);
      const casing = Math.max(...same.map(({ reading }) => casingOf(reading, ambiguous)));
      const attributes =
        (ambiguous ? ALIAS.ambiguous : 0) |
        (isDecoy ? ALIAS.decoy : 0) |
        (casing << ALIAS.casingShift) |
        (!isDecoy && same.some(({ reading }) => reading.isCompany) ? ALIAS.legal : 0) |
        (same.some(({ endsInStop }) => endsInStop) ? ALIAS.stop : 0) |
        (first.isInflected ? ALIAS.inflected : 0) |
        (kind === 'ticker' ? ALIAS.ticker : 0);
      names.push({
        text: first.reading.text,
        symbols: first.symbols,
        written: same.map(({ written }) => written),
        attributes,
        meaning: isDecoy ? null : groupOf(numbers) | (ALIAS_KINDS.indexOf(kind) << KIND_SHIFT),
      });
    }
  }
  return { names, groups };
}

/**
 * Whether the string needs evidence. What the files say of it goes before what its forms would: that LM-5 is
 * doubtful does not make Long March 5 so, which is a form of it.
 */
function isDoubtful(readings: readonly Reading[]): boolean {
  const declared = readings.filter(({ isDerived }) => isDerived !== true);
  if (declared.length > 0) return declared.some(({ ambiguous }) => ambiguous);
  return readings.every(({ ambiguous }) => ambiguous);
}

/** A few capitals are an acronym, whatever else a file calls them: KARI is written as a word, `Kari`, by those who mean a person. */
function kindOfName(reading: Reading | undefined): AliasKind {
  if (reading === undefined) return 'name';
  const isMain = reading.kind === 'name' || reading.kind === 'former';
  return isMain && /^[A-Z]{2,6}$/.test(reading.text) ? 'acronym' : reading.kind;
}

const NO_WORDS: ReadonlySet<string> = new Set();

/** Three words and more: `Vast space` at the beginning of a sentence is no `Vast Space`. */
function isLong(text: string): boolean {
  return text.split(/[\s-]+/).length > 2;
}

/** How strictly an alias minds its capitals; see `CASING`. */
function casingOf({ text, kind }: Reading, ambiguous: boolean): number {
  const letters = [...text].map((letter) => letter.charCodeAt(0)).filter(isLetter);
  if (letters.length === 0 || letters.some(isCyrillic)) return CASING.free;
  const head = [...text.slice(0, /\d/.exec(text)?.index)]
    .map((letter) => letter.charCodeAt(0))
    .filter(isLetter);
  if (kind === 'ticker' || (head.length > 0 && head.every(isUpper))) return CASING.acronym;
  const first = text.charCodeAt(0);
  if (isLetter(first) && !isUpper(first)) return CASING.free;
  const isCamelCase = /^[A-Z][A-Za-z]*[a-z][A-Z][A-Za-z]*$/.test(text);
  return isCamelCase && !ambiguous && text.length >= 5 ? CASING.brand : CASING.title;
}

/** The endings of dictionary forms, which cases replace. */
const ENDING = /(?:ый|ий|ой|ая|яя|ое|ее|ия|ие|[аяоеьйыи])$/;

/** The symbols without the last word's ending; at least three stay. */
function stemOf(symbols: readonly number[]): readonly number[] {
  const ending = ENDING.exec(String.fromCharCode(...symbols.slice(3)))?.[0].length ?? 0;
  return symbols.slice(0, symbols.length - ending);
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
