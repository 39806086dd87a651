import type { Span } from '@/core/text/span';
import { createSeeded, type Seeded } from '../matching/seeded';

/** A page before and after its publisher edited it, with 500 marked sentences followed through the edits. */
export interface EditedPage {
  readonly before: string;
  readonly after: string;
  readonly passages: readonly {
    readonly before: Span;
    readonly after: Span | null;
    readonly fate: Fate;
  }[];
}

export type Fate = 'same' | 'edited' | 'deleted';

const FUNCTION_WORDS =
  'the of and to in a is that for it was on are as with his they at be this from have or by had not but what all were when we there can an which their said if will about has more'.split(
    ' ',
  );
const SYLLABLES =
  'ba ce di fo gu la me ni po ru sa te vi wo zu bra cle dri fro gla mer nis por tal ven wil'.split(
    ' ',
  );

/** As many different words as an English page of this length has, used as unevenly (Zipf). */
function vocabulary(random: Seeded): readonly string[] {
  return Array.from({ length: 5000 }, () =>
    Array.from(
      { length: 1 + random.below(3) + random.below(2) },
      () => SYLLABLES[random.below(SYLLABLES.length)],
    ).join(''),
  );
}

function word(words: readonly string[], random: Seeded): string {
  if (random.below(100) < 45) return FUNCTION_WORDS[random.below(FUNCTION_WORDS.length)] ?? 'the';
  const rank = Math.floor(words.length ** (random.below(1000) / 1000)) - 1;
  const picked = words[Math.max(0, rank)] ?? 'word';
  return random.below(8) === 0 ? picked.charAt(0).toUpperCase() + picked.slice(1) : picked;
}

function sentence(words: readonly string[], random: Seeded): string {
  const parts = Array.from({ length: 8 + random.below(18) }, () => word(words, random));
  if (random.below(3) === 0)
    parts.splice(random.below(parts.length), 0, String(1 + random.below(3000)));
  const text = parts.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/**
 * Invents a page of about `length` characters and edits it: of its sentences `edited` of 100 get one to three words replaced,
 * `deleted` of 100 go, and a new one is put in after every tenth, so that no position is right any more.
 */
export function editedPage(
  length: number,
  marks: number,
  edited: number,
  deleted: number,
  seed: number,
): EditedPage {
  const random = createSeeded(seed);
  const words = vocabulary(random);
  let before = '';
  let after = '';
  const sentences: { before: Span; after: Span | null; fate: Fate }[] = [];
  while (before.length < length) {
    const old = sentence(words, random);
    const roll = random.below(100);
    const fate: Fate = roll < edited ? 'edited' : roll < edited + deleted ? 'deleted' : 'same';
    const gap = random.below(5) === 0 ? '\n\n' : ' ';
    const next = fate === 'edited' ? edit(old, words, random) : old;
    const span = { start: before.length, end: before.length + old.length };
    before += old + gap;
    if ((edited > 0 || deleted > 0) && random.below(10) === 0)
      after += `${sentence(words, random)} `;
    sentences.push({
      before: span,
      after: fate === 'deleted' ? null : { start: after.length, end: after.length + next.length },
      fate,
    });
    if (fate !== 'deleted') after += next + gap;
  }
  const step = sentences.length / marks;
  const passages = Array.from(
    { length: marks },
    (_, index) => sentences[Math.floor(index * step)],
  ).filter((passage) => passage !== undefined);
  return { before, after, passages };
}

function edit(text: string, words: readonly string[], random: Seeded): string {
  const parts = text.split(' ');
  for (let count = 1 + random.below(3); count > 0; count--) {
    parts[1 + random.below(parts.length - 2)] = word(words, random);
  }
  return parts.join(' ');
}
