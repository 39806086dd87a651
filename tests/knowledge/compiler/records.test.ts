import { describe, expect, it } from 'vitest';
import { createRecordKeeper } from '@/knowledge/compiler/records';
import { entity, knowledgeOf } from '../support/knowledge';

const FILES = {
  'entities/rocket/alpha.yaml': entity(
    'rocket/alpha',
    'Alpha',
    'gcat: { vehicles: [Alpha, Alpha-B] }',
  ),
  'entities/rocket/beta.yaml': entity('rocket/beta', 'Beta', 'gcat: { vehicles: [Beta] }'),
  'entities/rocket/gamma.yaml': entity('rocket/gamma', 'Gamma'),
  'entities/company/maker.yaml': entity('company/maker', 'Maker', 'gcat: { orgs: [MAKER] }'),
  'entities/company/agent.yaml': entity('company/agent', 'Agent', 'gcat: { orgs: [AGENT] }'),
  'entities/company/half.yaml': entity(
    'company/half',
    'Half',
    'gcat: { orgs: [MAKER], vehicles: [Alpha] }',
  ),
  'entities/site/jiuquan.yaml': entity('site/jiuquan', 'Jiuquan', 'gcat: { sites: [JQ] }'),
  'entities/site/wenchang.yaml': entity('site/wenchang', 'Wenchang', 'gcat: { sites: [WEN] }'),
  'entities/agency/office.yaml': entity('agency/office', 'Office', 'gcat: { orgs: [OTHER] }'),
} as const;

function computed(id: string) {
  const knowledge = knowledgeOf(FILES);
  const found = knowledge.entities.find((other) => other.id === id);
  if (found === undefined) throw new Error(`expected an entity of the test, got ${id}`);
  return createRecordKeeper(knowledge)(found);
}

/** The claims as `property: value`, for reading. */
function claims(id: string): string[] {
  return (computed(id)?.claims ?? []).map(
    ({ property, values }) =>
      `${property}: ${values.map((value) => ('id' in value ? value.id : 'value' in value ? value.value : '')).join(' ')}`,
  );
}

describe('createRecordKeeper', () => {
  it('adds up the vehicle types of a rocket', () => {
    expect(computed('rocket/alpha')?.record).toEqual({
      attempts: 3,
      successes: 1,
      partial: 1,
      failures: 1,
      flights: ['2025-01-05S', '2025-03-05F', '2025-06-05P'],
      asOf: '2026-09-20',
    });
    expect(claims('rocket/alpha')).toEqual([
      'launches: 3',
      'reached-orbit: 2',
      'failures: 1',
      'first-flight: 2025-01-05',
      'last-flight: 2025-06-05',
      'launch-site: site/jiuquan site/wenchang',
    ]);
  });

  it('does not count a marginal flight as one that reached orbit, though it succeeded', () => {
    expect(computed('rocket/beta')?.record.successes).toBe(1);
    expect(claims('rocket/beta')).toContain('reached-orbit: 0');
  });

  it('names no launch site where one of the flights left from a place that no site claims', () => {
    expect(claims('rocket/beta').filter((claim) => claim.startsWith('launch-site'))).toEqual([]);
  });

  it('gives a company what may be said of one', () => {
    expect(claims('company/maker')).toEqual(['launches: 3', 'reached-orbit: 2', 'failures: 1']);
  });

  it('counts a launch of two agencies for each', () => {
    expect(claims('company/agent')).toContain('launches: 1');
  });

  it('counts for a company only the vehicle types that it names', () => {
    expect(claims('company/half')).toContain('launches: 2');
  });

  it('counts the launches of a site', () => {
    expect(claims('site/wenchang')).toContain('launches: 2');
  });

  it.each(['rocket/gamma', 'agency/office'])('has nothing for %s', (id) => {
    expect(computed(id)).toBeNull();
  });

  it('adds up successes, partial successes and failures to the attempts', () => {
    for (const id of ['rocket/alpha', 'rocket/beta', 'company/maker', 'site/wenchang']) {
      const record = computed(id)?.record;
      expect(record?.flights).toHaveLength(record?.attempts ?? -1);
      expect((record?.successes ?? 0) + (record?.partial ?? 0) + (record?.failures ?? 0)).toBe(
        record?.attempts,
      );
    }
  });
});
