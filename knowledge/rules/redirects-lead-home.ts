import type { EntityId } from '@/core/knowledge/entity';
import type { Knowledge, Rule } from '../compiler/knowledge';
import type { Problem } from '../compiler/problem';

/** Old ids lead to an entity, without circles. */
export const redirectsLeadHome: Rule = {
  name: 'redirects-lead-home',
  description:
    '`redirects.yaml` maps ids that no file has any more to ids that lead, in the end, to one; never in a circle.',
  check: ({ ids, redirects }) =>
    [...redirects].flatMap(([from, { to, line }]): Problem[] => {
      const report = (message: string): Problem => ({
        file: 'redirects.yaml',
        line,
        rule: 'redirects-lead-home',
        message,
        severity: 'error',
      });
      if (ids.has(from))
        return [report(`${from} has a file and needs no redirect; remove the line or the file`)];
      const end = follow(from, redirects);
      if (end === null)
        return [report(`${from} leads in a circle; point it at the id that has a file`)];
      if (!ids.has(end))
        return [report(`${from} leads to ${to}, and no file has the id ${end}; correct the id`)];
      return [];
    }),
};

/** Where the chain of redirects ends; null when it never does. */
function follow(from: EntityId, redirects: Knowledge['redirects']): EntityId | null {
  const seen = new Set<EntityId>();
  let id = from;
  for (let next = redirects.get(id); next !== undefined; next = redirects.get(id)) {
    if (seen.has(id)) return null;
    seen.add(id);
    id = next.to;
  }
  return id;
}
