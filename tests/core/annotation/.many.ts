import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, describe as group, it } from 'vitest';
import { createAnchorer } from '@/core/annotation/anchor';
import { describe } from '@/core/annotation/describe';
import type { Span } from '@/core/text/span';
import { type EditedStory, editStory, type FollowedSentence } from './support/news-edits';
import { createRandom, type Random } from './support/random';

const FOLDER = fileURLToPath(new URL('../../fixtures/anchoring/stories/', import.meta.url));
const STORIES = readdirSync(FOLDER)
  .sort()
  .map((name) => ({ name, text: readFileSync(FOLDER + name, 'utf8') }));

const RUNS = Number(process.argv[2]);

interface Outcome {
  readonly kind: 'same' | 'edited' | 'deleted';
  readonly result: 'right' | 'lost' | 'wrong';
  readonly report: string;
}

/** Edits a story, marks something in one sentence of the old version and looks for it in the new one. */
function follow(seed: number): Outcome {
  const random = createRandom(seed + 1);
  const { text: source, name } = random.pick(STORIES);
  const story = editStory(source, seed * 7919 + 13);
  const sentence = random.pick(story.sentences);
  const span = random.chance(0.65)
    ? sentence.before
    : partOf(story.before, sentence.before, random);
  const selectors = describe(story.before, span);
  if (!selectors.ok) throw new TypeError(selectors.error.message);
  const placement = createAnchorer(story.after).anchor(selectors.value);
  const result = placement.state === 'lost' ? 'lost' : judge(story, sentence, placement);
  return {
    kind: sentence.after === null ? 'deleted' : sentence.isEdited ? 'edited' : 'same',
    result: sentence.after === null ? (result === 'lost' ? 'right' : result) : result,
    report: [
      `${name} #${seed}`,
      `marked: ${story.before.slice(span.start, span.end)}`,
      `now:    ${sentence.after === null ? '(deleted)' : story.after.slice(sentence.after.start, sentence.after.end)}`,
      `found:  ${placement.state === 'lost' ? `(lost, ${placement.score.toFixed(2)})` : story.after.slice(placement.start, placement.end)}`,
    ].join('\n'),
  };
}

/** Right: most of what was found belongs to the sentence. A copy of the very same words is right as well. */
function judge(story: EditedStory, sentence: FollowedSentence, found: Span): 'right' | 'wrong' {
  if (sentence.after === null) return 'wrong';
  const shared =
    Math.min(found.end, sentence.after.end) - Math.max(found.start, sentence.after.start);
  return shared * 2 >= found.end - found.start ? 'right' : 'wrong';
}

/** Some words of a sentence, as a reader marks them: at least a third of it, cut between words or characters. */
function partOf(text: string, sentence: Span, random: Random): Span {
  const length = sentence.end - sentence.start;
  const from = sentence.start + Math.floor(random.next() * length * 0.4);
  const to = Math.min(sentence.end, from + Math.ceil(length * (0.35 + 0.4 * random.next())));
  if (/\p{Script=Han}/u.test(text.slice(from, to))) return { start: from, end: to };
  const start = text.lastIndexOf(' ', from);
  const end = text.indexOf(' ', to);
  return {
    start: start < sentence.start ? sentence.start : start + 1,
    end: end === -1 || end > sentence.end ? sentence.end : end,
  };
}
const c: any = {};
let shownN = 0;
for (let s = 0; s < RUNS; s++) {
  const o = follow(s + 100000 * Number(process.argv[3] ?? 0));
  const k = o.kind + ' ' + o.result;
  c[k] = (c[k] ?? 0) + 1;
  if (o.result !== 'right' && shownN++ < Number(process.argv[4] ?? 30))
    console.log(k + '\n' + o.report);
}
console.log(c);
