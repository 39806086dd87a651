import {
  type AliasKind,
  type Gazetteer,
  type NamedEntity,
  openGazetteer,
} from '@/core/detection/gazetteer';
import { createMatcher } from '@/core/detection/matcher';
import type { Matcher, RawCandidate } from '@/core/detection/name-search';
import { type EntityId, kindOf } from '@/core/knowledge/entity';
import { compileGazetteer, type NameTables, readNameTables } from '@/knowledge/compiler/gazetteer';

/** An alias as a test writes it: its text, or more. */
export type TestAlias =
  | string
  | { readonly text: string; readonly kind?: AliasKind; readonly ambiguity?: string };

/** An entity whose first name is its English one. */
export function anEntity(
  id: EntityId,
  name: string,
  ...aliases: readonly TestAlias[]
): NamedEntity {
  return {
    id,
    kind: kindOf(id),
    name,
    aliases: aliases.map((alias) =>
      typeof alias === 'string' ? { text: alias, kind: 'name' } : { kind: 'name', ...alias },
    ),
  };
}

/** A gazetteer and its matcher. */
export function namesOf(
  entities: readonly NamedEntity[],
  decoys: readonly string[] = [],
  tables: NameTables = readNameTables(),
): { readonly gazetteer: Gazetteer; readonly matcher: Matcher } {
  const gazetteer = openGazetteer(compileGazetteer(entities, decoys, tables));
  return { gazetteer, matcher: createMatcher(gazetteer) };
}

/** The text with its candidates marked: `[[Falcon 9|rocket/falcon-9]]`; a decoy's id is `-`, several ids are joined by `+`. */
export function marked(
  text: string,
  candidates: readonly RawCandidate[],
  gazetteer: Gazetteer,
): string {
  let result = '';
  let at = 0;
  for (const { start, end, alias } of candidates) {
    const { entities, decoy } = gazetteer.alias(alias);
    const ids = decoy ? '-' : entities.join('+');
    result += `${text.slice(at, start)}[[${text.slice(start, end)}|${ids}]]`;
    at = end;
  }
  return result + text.slice(at);
}
