import type { EntityId } from '@/core/knowledge/entity';
import { readValues } from '../compiler/claim-values';
import { problemAt, type Rule } from '../compiler/knowledge';
import { nearest } from '../schema/nearest';

/** Every entity that a claim refers to has a file. */
export const referencesResolve: Rule = {
  name: 'references-resolve',
  description:
    'An entity named by a claim has a file, under its present id, and is not the entity itself.',
  check: ({ entities, ids, properties, redirects, terms }) =>
    entities.flatMap((entity) =>
      (entity.value.claims ?? []).flatMap((claim, index) => {
        const property = properties.get(claim.property);
        if (property?.type !== 'entity') return [];
        const read = readValues(claim, property, terms);
        if (!read.ok) return [];
        return read.value.flatMap((value) => {
          if (value.type !== 'entity') return [];
          const report = (message: string) =>
            problemAt(entity, ['claims', index, 'value'], 'references-resolve', message);
          if (value.id === entity.id)
            return report(`${claim.property} refers to this entity itself; remove it`);
          if (ids.has(value.id)) return [];
          const moved = redirects.get(value.id);
          if (moved !== undefined) return report(`${value.id} was renamed; write ${moved.to}`);
          return report(`${value.id} has no file; ${remedy(value.id, ids)}`);
        });
      }),
    ),
};

/** Looks for a slip in the slug first, then for the same slug under another kind. */
function remedy(id: EntityId, ids: ReadonlySet<EntityId>): string {
  const [kind = '', slug = ''] = id.split('/');
  const parts = [...ids].map((other) => other.split('/'));
  const sameKind = parts.filter((other) => other[0] === kind).map((other) => other[1] ?? '');
  const close = nearest(slug, sameKind);
  if (close !== null) return `did you mean ${kind}/${close}? Else add the entity`;
  const elsewhere = parts.find((other) => other[1] === slug);
  if (elsewhere !== undefined) return `did you mean ${elsewhere.join('/')}? Else add the entity`;
  return 'add the entity, or use a property that takes text';
}
