import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, describe as group, it } from 'vitest';
import { createAnchorer } from '@/core/annotation/anchor';
import { describe } from '@/core/annotation/describe';
import { shown } from './support/marked';

interface Revision {
  readonly story: string;
  readonly kind: 'edited' | 'deleted' | 'replaced' | 'inserted';
  readonly old: string;
  readonly new?: string;
}

const FOLDER = fileURLToPath(new URL('../../fixtures/anchoring/', import.meta.url));
const REVISIONS = readFileSync(`${FOLDER}revisions.jsonl`, 'utf8')
  .trim()
  .split('\n')
  .map((line): Revision => JSON.parse(line));
const STORIES = [...new Set(REVISIONS.map(({ story }) => story))];

/** Edited so far that we prefer to say nothing. */
const TOO_FAR: Readonly<Record<string, string>> = {
  'Telemetry was lost eleven seconds before the expected touchdown, about 80 metres short of the landing pad.':
    'half of the words left, behind a new clause, and its neighbour deleted',
};

group.each(STORIES)('the second edition of %s', (story) => {
  const revisions = REVISIONS.filter((revision) => revision.story === story);
  const before = readFileSync(`${FOLDER}stories/${story}.txt`, 'utf8');
  const after = revisions.reduce(revise, before);
  const anchorer = createAnchorer(after);
  const find = (passage: string) => {
    const start = before.indexOf(passage);
    const selectors = describe(before, { start, end: start + passage.length });
    if (start === -1 || !selectors.ok)
      throw new TypeError(`expected the story to hold ${JSON.stringify(passage)}`);
    return anchorer.anchor(selectors.value);
  };

  it.each(revisions.filter(({ kind }) => kind === 'edited'))(
    'has the edited sentence: $old',
    (revision) => {
      const wanted = TOO_FAR[revision.old] === undefined ? `changed: ${revision.new}` : 'lost';
      expect(shown(find(revision.old), after)).toBe(wanted);
    },
  );

  it.each(revisions.filter(({ kind }) => kind === 'deleted' || kind === 'replaced'))(
    'has no longer: $old',
    (revision) => {
      expect(shown(find(revision.old), after)).toBe('lost');
    },
  );

  it('has every paragraph that was left alone', () => {
    const untouched = before
      .trim()
      .split('\n\n')
      .filter((paragraph) => after.includes(paragraph));
    expect(untouched.length).toBeGreaterThan(1);
    for (const paragraph of untouched) {
      expect(find(paragraph)).toMatchObject({ state: 'placed', start: after.indexOf(paragraph) });
    }
  });
});

function revise(text: string, revision: Revision): string {
  const replacement = revision.new ?? '';
  if (revision.kind === 'inserted')
    return text.replace(revision.old, () => `${revision.old} ${replacement}`);
  if (revision.kind !== 'deleted') return text.replace(revision.old, () => replacement);
  return text
    .replace(`${revision.old} `, '')
    .replace(` ${revision.old}`, '')
    .replace(revision.old, '')
    .replace(/\n{3,}/g, '\n\n');
}
