import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Span } from '@/core/text/span';

/** One passage of a revised story: where a reader marked it, and what has become of it. */
export interface RevisedPassage {
  readonly id: string;
  readonly before: Span;
  /** Null when the passage is gone: nothing in the new version says the same. */
  readonly after: Span | null;
  /** The new words are so far from the old that "lost" is an honest answer too. */
  readonly isDoubtful: boolean;
}

export interface RevisedStory {
  readonly before: string;
  readonly after: string;
  readonly passages: readonly RevisedPassage[];
}

const FOLDER = fileURLToPath(new URL('../../../fixtures/anchoring/', import.meta.url));

/** The names of all stories of a folder, in order. */
export function revisedStories(folder: 'revised' | 'holdout'): readonly string[] {
  return readdirSync(`${FOLDER}${folder}`)
    .map((file) => file.replace(/\.txt$/, ''))
    .sort();
}

/** Reads `FOLDER/NAME.txt` (see the fixtures' README). */
export function readRevisedStory(
  name: string,
  folder: 'revised' | 'holdout' = 'revised',
): RevisedStory {
  const source = readFileSync(`${FOLDER}${folder}/${name}.txt`, 'utf8');
  const [, old, now] =
    /^=== before\n([\s\S]*?)\n=== after\n([\s\S]*?)\n=== end\n?$/.exec(source) ?? [];
  if (old === undefined || now === undefined)
    throw new TypeError(`expected "=== before", "=== after" and "=== end" in ${name}.txt`);
  const before = readMarks(old);
  const after = readMarks(now);
  for (const id of after.spans.keys()) {
    if (!before.spans.has(id))
      throw new TypeError(`${name}.txt marks "${id}" only in its new version`);
  }
  return {
    before: before.text,
    after: after.text,
    passages: [...before.spans].map(([id, { span }]) => {
      const now = after.spans.get(id);
      return { id, before: span, after: now?.span ?? null, isDoubtful: now?.isDoubtful ?? false };
    }),
  };
}

function readMarks(source: string) {
  const spans = new Map<string, { readonly span: Span; readonly isDoubtful: boolean }>();
  let text = '';
  let at = 0;
  for (const match of source.matchAll(/\[\[(\??)([a-z0-9]+)\|(.*?)\]\]/g)) {
    const [whole, doubt, id = '', words = ''] = match;
    text += source.slice(at, match.index);
    spans.set(id, {
      span: { start: text.length, end: text.length + words.length },
      isDoubtful: doubt === '?',
    });
    text += words;
    at = match.index + whole.length;
  }
  return { text: text + source.slice(at), spans };
}
