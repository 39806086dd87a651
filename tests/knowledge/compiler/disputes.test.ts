import { describe, expect, it } from 'vitest';
import { compileKnowledge } from '@/knowledge/compiler/compile';
import { entity, knowledgeOf, SOURCES } from '../support/knowledge';

/** Which of the claims are disputed on the card, in card order. */
function disputed(id: 'rocket/a' | 'company/a', ...claims: string[]): boolean[] {
  const body = `claims:\n${claims
    .map(
      (claim) => `  - { ${claim}${claim.includes('asOf') ? '' : ', asOf: 2026'}, source: press }`,
    )
    .join('\n')}${SOURCES}`;
  const others = {
    'entities/company/b.yaml': entity('company/b', 'B'),
    'entities/company/c.yaml': entity('company/c', 'C'),
  };
  const knowledge = knowledgeOf({ ...others, [`entities/${id}.yaml`]: entity(id, 'A', body) });
  const card = compileKnowledge(knowledge).cards.get(id);
  return (card?.claims ?? []).map((claim) => claim.disputed === true);
}

const height = (value: string) => `property: height, unit: m, value: ${value}`;

describe('disputed claims', () => {
  it.each([
    { name: 'lengths that differ', claims: [height('62'), height('70.4')] },
    {
      name: 'figures that differ in their written digits',
      claims: [height('66.1'), height('66.4')],
    },
    { name: 'ranges apart', claims: [height('60, max: 62'), height('63, max: 65')] },
    {
      name: 'units that do not convert',
      claims: [height('66.1'), 'property: height, unit: ft, value: 66.1'],
    },
    {
      name: 'different counts',
      claims: ['property: stages, value: 2', 'property: stages, value: 3'],
    },
    {
      name: 'different days',
      claims: [
        'property: first-flight, value: 2025-01-01',
        'property: first-flight, value: 2025-02-01',
      ],
    },
    {
      name: 'different terms',
      claims: ['property: status, value: flying', 'property: status, value: retired'],
    },
  ])('are those with $name', ({ claims }) => {
    expect(disputed('rocket/a', ...claims)).toEqual([true, true]);
  });

  it.each([
    { name: 'rounding', claims: [height('70'), height('70.4')] },
    { name: 'conversion', claims: [height('66.1'), 'property: height, unit: ft, value: 216.9'] },
    { name: '"about"', claims: [height('560'), `${height('570')}, approximate: true`] },
    { name: 'ranges that touch', claims: [height('60, max: 65'), height('65, max: 70')] },
    {
      name: 'modes',
      claims: [`${height('66.1')}, mode: as-flown`, `${height('76.6')}, mode: planned`],
    },
    {
      name: 'notes',
      claims: [`${height('66.1')}, note: first`, `${height('76.6')}, note: second`],
    },
    {
      name: 'precision',
      claims: ['property: first-flight, value: 2025', 'property: first-flight, value: 2025-02-01'],
    },
    {
      name: 'lists',
      claims: ['property: maker, value: company/b', 'property: maker, value: company/c'],
    },
  ])('are not those that $name explains', ({ claims }) => {
    expect(disputed('rocket/a', ...claims)).toEqual([false, false]);
  });

  it('are not those of another date where facts change', () => {
    const revenue = (value: number, asOf: number) =>
      `property: revenue, unit: USD, value: ${value}, asOf: ${asOf}`;
    expect(disputed('company/a', revenue(100, 2024), revenue(200, 2025))).toEqual([false, false]);
    expect(disputed('company/a', revenue(100, 2025), revenue(200, 2025))).toEqual([true, true]);
  });

  it('are not texts of which one holds the other', () => {
    const place = (text: string) => `property: headquarters, value: "${text}"`;
    expect(disputed('company/a', place('Kent'), place('Kent, Washington'))).toEqual([false, false]);
    expect(disputed('company/a', place('Kent'), place('Seattle'))).toEqual([true, true]);
  });

  it('are those of a list only where the writer says so', () => {
    expect(
      disputed(
        'rocket/a',
        'property: maker, value: company/b, disputed: true',
        'property: maker, value: company/c, disputed: true',
      ),
    ).toEqual([true, true]);
  });
});
