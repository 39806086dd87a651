import { describe, expect, it } from 'vitest';
import { checkKnowledge } from '@/knowledge/compiler/check';
import { compileKnowledge } from '@/knowledge/compiler/compile';
import { readDataFiles } from '@/knowledge/compiler/load';
import { formatProblem } from '@/knowledge/compiler/problem';

/* The knowledge base that is shipped, as a whole. What it says is checked against its sources, not here. */

const { knowledge, problems } = checkKnowledge(
  readDataFiles(new URL('../../knowledge', import.meta.url).pathname),
);

describe('the knowledge base', () => {
  it('has no errors', () => {
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors.map(formatProblem)).toEqual([]);
  });

  it('compiles to cards whose references all lead somewhere', () => {
    const { cards } = compileKnowledge(knowledge);
    // Gathered first: one expectation for each of the many thousand references would take seconds.
    const lost: string[] = [];
    for (const card of cards.values()) {
      const cited = [
        ...card.claims.flatMap(({ sources }) => sources),
        ...card.events.flatMap(({ sources }) => sources),
      ];
      for (const index of cited)
        if (card.sources[index] === undefined) lost.push(`${card.id} cites source ${index}`);
      for (const ids of Object.values(card.referredBy))
        for (const id of ids) if (!(id in card.related)) lost.push(`${card.id} refers to ${id}`);
    }
    expect(lost).toEqual([]);
  });

  it('covers what readers meet first', () => {
    for (const id of ['rocket/falcon-9', 'company/spacex', 'rocket/zhuque-3', 'company/landspace'])
      expect(knowledge.ids).toContain(id);
    expect(knowledge.ids.size).toBeGreaterThan(650);
  });
});
