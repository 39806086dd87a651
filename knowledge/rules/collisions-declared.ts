import type { LoadedEntity, Rule } from '../compiler/knowledge';
import { problemAt } from '../compiler/knowledge';
import { looseNameKey, type NamedBy, namedBy } from '../compiler/names';

interface Bearer {
  readonly entity: LoadedEntity;
  readonly named: NamedBy;
}

/** Two entities that share a name both say so. */
export const collisionsDeclared: Rule = {
  name: 'collisions-declared',
  description:
    'A name that two entities bear carries `ambiguity` on both sides, naming the other; a page then decides.',
  check: ({ entities }) => {
    const bearers = new Map<string, Bearer[]>();
    for (const entity of entities)
      for (const named of namedBy(entity.value)) {
        const key = looseNameKey(named.text);
        bearers.set(key, [...(bearers.get(key) ?? []), { entity, named }]);
      }
    return [...bearers.values()].flatMap((sharing) => {
      const ids = new Set(sharing.map(({ entity }) => entity.id));
      if (ids.size < 2) return [];
      return [...ids].flatMap((id) => {
        const own = sharing.filter(({ entity }) => entity.id === id);
        const [first] = own;
        if (first === undefined || own.some(({ named }) => named.alias?.ambiguity !== undefined))
          return [];
        const others = [...ids].filter((other) => other !== id).join(' and ');
        return problemAt(
          first.entity,
          first.named.path,
          'collisions-declared',
          `"${first.named.text}" also names ${others}; ${
            first.named.alias === undefined ? 'repeat it under aliases with' : 'add'
          } ambiguity: ${others} (both files), or remove it from one`,
        );
      });
    });
  },
};
