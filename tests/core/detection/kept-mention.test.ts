import { describe, expect, it } from 'vitest';
import { keepMention } from '@/core/detection/kept-mention';
import type { Mention } from '@/core/detection/mention';

const MENTION: Mention = {
  start: 3,
  end: 11,
  text: 'Electron',
  id: 'rocket/electron',
  kind: 'rocket',
  name: 'Electron',
  certainty: 'possibly',
  alternatives: ['program/electron'],
  evidence: [
    { feature: 'near-launch', weight: 1.2, detail: 'lifted off' },
    { feature: 'headline', weight: -0.3 },
  ],
};

describe('a mention that is kept', () => {
  it('says the same', () => {
    expect(keepMention(MENTION)).toEqual(MENTION);
  });

  it('says the same after it was moved', () => {
    const kept = keepMention(MENTION);
    expect(keepMention({ ...kept, start: 5, end: 13 })).toEqual({ ...MENTION, start: 5, end: 13 });
  });

  it('leaves the one that it was made from alone', () => {
    const before = structuredClone(MENTION);
    keepMention(MENTION);
    expect(MENTION).toEqual(before);
  });
});
