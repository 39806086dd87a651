import { judge, type Recogniser } from '@/core/detection/detect';
import { createLexicon } from '@/core/detection/lexicon';
import type { RecognitionModel } from '@/core/detection/model';
import type { PlainPassage } from '@/knowledge/compiler/passage-text';
import { fitLogistic, type Observation } from './logistic';

/** Weights by feature name. */
export type Weights = Readonly<Record<string, number>>;

/** What a fit is made of. */
export interface FitInput {
  readonly passages: readonly PlainPassage[];
  readonly model: RecognitionModel;
  readonly gazetteer: Recogniser['gazetteer'];
  readonly matcher: Recogniser['matcher'];
  /** What to believe of a weight before any passage is read. */
  readonly prior: Weights;
  /** How strongly weights are drawn to their priors, by feature; `default` for the rest. */
  readonly strength: Weights;
}

/** Four: what names settle depends on the weights, so that a fit is repeated until nothing moves. */
const ROUNDS = 4;

/**
 * Fits the weights to the labelled passages. Every reading of a marked name is an observation: true
 * when it is the label, false when the label is another entity or `-`; names marked `?` are left out.
 */
export function fitWeights({
  passages,
  model,
  gazetteer,
  matcher,
  prior,
  strength,
}: FitInput): Weights {
  let weights = prior;
  const pages = composePages(passages);
  for (let round = 0; round < ROUNDS; round++) {
    const lexicon = createLexicon({ ...model, weights });
    const names = Object.keys(prior);
    const places = new Map(names.map((name, place) => [name, place]));
    const observations: Observation[] = [];
    for (const page of pages) {
      const judged = judge(page.text, { gazetteer, matcher, lexicon });
      for (const mark of page.marks) {
        if (mark.label === '?' || mark.label === null) continue;
        const name = judged.find(
          ({ found }) => found.start === mark.start && found.end === mark.end,
        );
        for (const reading of name?.readings ?? [])
          observations.push({
            weight: page.weight,
            label: reading.id === mark.label ? 1 : 0,
            features: reading.features.map(({ name: feature, value }) => {
              const known = places.get(feature);
              if (known !== undefined) return [known, value] as const;
              names.push(feature);
              places.set(feature, names.length - 1);
              return [names.length - 1, value] as const;
            }),
          });
      }
    }
    const priors = names.map((name) => prior[name] ?? 0);
    const strengths = names.map((name) => strength[name] ?? strength.default ?? 1);
    const fitted = fitLogistic(observations, priors, strengths);
    weights = Object.fromEntries(
      names.map((name, place) => [name, Math.round((fitted[place] ?? 0) * 1000) / 1000]),
    );
  }
  return weights;
}

/** A text to learn from: a passage among others, as on a page. Only its own marks are looked at. */
interface ComposedPage {
  readonly text: string;
  readonly marks: PlainPassage['marks'];
  readonly weight: number;
}

/**
 * Passages stand alone, names in the wild stand on pages. So each passage is also learnt from among three
 * others of its sort (a page about spaceflight, or about something else), and, with less weight, among
 * three of the other sort: what stands beside a name must count when the rest of the page says otherwise.
 */
function composePages(passages: readonly PlainPassage[]): ComposedPage[] {
  const isOurs = ({ marks }: PlainPassage) =>
    marks.filter(({ label }) => label !== '-' && label !== '?').length * 2 > marks.length;
  const ours = passages.filter(isOurs);
  const others = passages.filter((passage) => !isOurs(passage));
  return passages.flatMap((passage, at) => [
    { text: passage.text, marks: passage.marks, weight: 1 },
    amongst(passage, isOurs(passage) ? ours : others, at, 1),
    amongst(passage, isOurs(passage) ? others : ours, at, 0.1),
  ]);
}

/** The passage between neighbours from `pool`, chosen by its place in the list: the same in every run. */
function amongst(
  passage: PlainPassage,
  pool: readonly PlainPassage[],
  at: number,
  weight: number,
): ComposedPage {
  // 7919, a prime, spreads the choice over the pool.
  const pick = (turn: number) => pool[((at + 1) * 7919 + turn * 104_729) % pool.length]?.text ?? '';
  const before = `${pick(1)}\n\n${pick(2)} `;
  const text = `${before}${passage.text} ${pick(3)}`;
  const marks = passage.marks.map((mark) => ({
    ...mark,
    start: mark.start + before.length,
    end: mark.end + before.length,
  }));
  return { text, marks, weight };
}
