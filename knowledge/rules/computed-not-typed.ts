import type { EntityId } from '@/core/knowledge/entity';
import { type LoadedEntity, problemAt, type Rule } from '../compiler/knowledge';
import { createRecordKeeper } from '../compiler/records';

/** What is counted from the launch log is not typed as well. */
export const computedNotTyped: Rule = {
  name: 'computed-not-typed',
  description:
    'What is counted from the launch log (launches, reached-orbit, failures, first-flight, last-flight, launch-site) is not typed for an entity whose `gcat` covers flights; a launch site that has not been used yet carries `mode: planned`.',
  check: (knowledge) => {
    const recordOf = createRecordKeeper(knowledge);
    return knowledge.entities.flatMap((entity) => {
      const computed = recordOf(entity)?.claims ?? [];
      if (computed.length === 0) return [];
      const sites = computed
        .filter(({ property }) => property === 'launch-site')
        .flatMap(({ values }) =>
          values.flatMap((value) => (value.type === 'entity' ? value.id : [])),
        );
      return (entity.value.claims ?? []).flatMap((claim, index) => {
        if (!computed.some(({ property }) => property === claim.property)) return [];
        if (claim.property === 'launch-site' && addsSite(claim, sites)) return [];
        return problemAt(
          entity,
          ['claims', index],
          'computed-not-typed',
          `${claim.property} is computed from the launch log; remove the claim`,
        );
      });
    });
  },
};

type Claim = NonNullable<LoadedEntity['value']['claims']>[number];

/** A site that the log's codes do not lead to is worth typing; so is a plan. */
function addsSite(claim: Claim, computed: readonly EntityId[]): boolean {
  if (claim.mode === 'planned') return true;
  const typed = Array.isArray(claim.value) ? claim.value : [claim.value];
  return typed.every((value) => !computed.some((id) => id === value));
}
