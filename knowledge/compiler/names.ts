import type { AliasSource, EntitySource } from '../schema/entity';

/** A string that may name an entity, and where its file says so. */
export interface NamedBy {
  readonly text: string;
  readonly path: readonly (string | number)[];
  /** The alias, when the string is (also) one; names of the `names` block have none. */
  readonly alias?: AliasSource;
}

/** Names of the `names` block that the press may print (pinyin with tone marks is for readers only). */
const MATCHED_NAMES = ['en', 'zh', 'zhHant', 'ja', 'ko', 'ru'] as const;

/** Every string that names the entity: the names first, then the aliases, in file order. */
export function namedBy(entity: EntitySource): NamedBy[] {
  return [
    ...MATCHED_NAMES.flatMap((key): NamedBy[] => {
      const text = entity.names[key];
      return text === undefined ? [] : [{ text, path: ['names', key] }];
    }),
    ...(entity.aliases ?? []).map(
      (alias, index): NamedBy => ({ text: alias.text, path: ['aliases', index], alias }),
    ),
  ];
}

/**
 * What typographic variants of one name have in common: width, case, dashes for spaces, and the
 * space or dash between letters and digits. `Chang Zheng 12A` and `Changzheng 12A` stay two names.
 */
export function nameKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\s\p{Pd}\u2212]+/gu, ' ')
    .replace(/(?<=\p{L}) (?=\d)|(?<=\d) (?=\p{L})/gu, '')
    .trim();
}

/** As `nameKey`, and every space and dot goes too: names that a reader could take for each other. */
export function looseNameKey(text: string): string {
  return nameKey(text).replace(/[\s.·・]+/gu, '');
}
