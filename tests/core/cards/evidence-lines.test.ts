import { describe, expect, it } from 'vitest';
import { evidenceLines, type MatchedMention } from '@/core/cards/evidence-lines';
import { CHINESE, METRIC } from '../../support/cards';

const MENTION: MatchedMention = {
  text: 'Electron',
  certainty: 'possibly',
  alternatives: [],
  evidence: [],
};
const NAMES = { 'rocket/falcon-9': { en: 'Falcon 9', zh: '猎鹰九号' } };

function lines(
  evidence: MatchedMention['evidence'],
  certainty: MatchedMention['certainty'] = 'possibly',
) {
  return evidenceLines({ ...MENTION, certainty, evidence }, NAMES, METRIC).map(
    ({ speaks, text }) => `${speaks}: ${text}`,
  );
}

describe('evidenceLines', () => {
  it('begins with the words of the page', () => {
    expect(lines([])[0]).toBe('for: The text says “Electron”, one of its names');
  });

  it('quotes the word that was seen, on its side', () => {
    expect(lines([{ feature: 'cue', weight: 1, detail: 'lifted off' }])).toContain(
      'for: “lifted off” stands nearby',
    );
    expect(lines([{ feature: 'cue', weight: -1, detail: 'microscope' }])).toContain(
      'against: “microscope” stands nearby, which speaks against',
    );
  });

  it('names the entity that supports it, in the reader’s language', () => {
    const evidence = [{ feature: 'page', weight: 1, detail: 'rocket/falcon-9' }];
    expect(lines(evidence)).toContain('for: Falcon 9 is named on this page');
    const chinese = evidenceLines({ ...MENTION, evidence }, NAMES, CHINESE);
    expect(chinese.map(({ text }) => text)).toContain('本页提到猎鹰九号');
  });

  it('never shows the name of a feature or an id', () => {
    const text = lines([
      { feature: 'kind:rocket', weight: 2 },
      { feature: 'page', weight: 1, detail: 'rocket/unknown' },
    ]).join('\n');
    expect(text).not.toMatch(/kind:rocket|rocket\/unknown/);
    expect(text).toContain('Other signs in the text speak for it');
  });

  it('says that nothing speaks for it when nothing does', () => {
    expect(lines([{ feature: 'sentence-initial', weight: -1 }])).toEqual([
      'for: The text says “Electron”, one of its names',
      'against: Nothing else in the text speaks for it',
      'against: It begins a sentence, so its capital tells nothing',
    ]);
  });

  it('says of a sure name without evidence that it means nothing else', () => {
    expect(lines([], 'sure')[1]).toBe('for: This name means nothing else that we know of');
  });

  it('gives the strongest three of each side, each once', () => {
    const evidence = [1, 2, 3, 4, 4].map((weight) => ({
      feature: 'cue',
      weight,
      detail: `word ${weight}`,
    }));
    expect(lines(evidence).slice(1)).toEqual([
      'for: “word 4” stands nearby',
      'for: “word 3” stands nearby',
      'for: “word 2” stands nearby',
    ]);
  });
});
