import type { NamedEntity } from '@/core/detection/gazetteer';
import type { Knowledge } from './knowledge';
import { namedBy } from './names';

/**
 * Every entity with all its names, sorted by id, as the gazetteer is compiled from them: the English
 * name apart; names in other languages are aliases of kind `localised`. A main name that is ambiguous
 * stands among the aliases again, with its ambiguity.
 */
export function namedEntities(knowledge: Knowledge): NamedEntity[] {
  return knowledge.entities.map((entity) => ({
    id: entity.id,
    kind: entity.kind,
    name: entity.value.names.en,
    aliases: namedBy(entity.value).flatMap(({ text, path, alias }): NamedEntity['aliases'] => {
      if (alias !== undefined) return [alias];
      const lang = path[1];
      if (typeof lang !== 'string' || lang === 'en') return [];
      return [{ text, kind: 'localised', lang }];
    }),
  }));
}
