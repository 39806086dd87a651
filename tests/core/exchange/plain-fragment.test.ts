import { describe, expect, it } from 'vitest';
import { borderBetween } from '@/core/annotation/fragment-text';
import { textFragmentFor } from '@/core/annotation/text-fragment';
import { isShort, plainFragment } from '@/core/exchange/plain-fragment';

const LONG =
  'The first stage separated as planned and restarted three of its nine engines, but telemetry was lost eleven seconds before the expected touchdown about eighty metres short of the pad.';

/** The general way, on the text that `passageLink` gives it. */
function general(exact: string, prefix: string, suffix: string): string | null {
  const decoy = isShort(exact) && prefix !== '' ? `${exact}\n\n` : '';
  const before = `${decoy}${prefix}`;
  const span = { start: before.length, end: before.length + exact.length };
  return textFragmentFor(`${before}${exact}${suffix}`, span);
}

describe('the fragment of a plain quotation', () => {
  it.each([
    ['a sentence', 'Nobody was hurt at the pad.', 'It flew. ', ' It rained.'],
    ['a sentence with a dash', 'Nobody was hurt (so they say) - yet.', 'It flew. ', ' It rained.'],
    ['a short one', 'Falcon', 'They flew the ', ' again.'],
    ['a short one at the start of its page', 'Falcon', '', ' again.'],
    ['a Chinese sentence', '一级按计划完成分离，遥测中断。', '标题。', '公司没有公布。'],
    ['a long one', LONG, 'Before that. ', ' After that.'],
    ['a long one alone', LONG, '', ''],
    ['a long one whose ends are at borders', `${LONG} The last four words say so.`, 'A. ', ' B.'],
    ['a long one with its end in brackets', `${LONG} (It was (so they say) loud)`, 'A ', ' B'],
  ])('is that of the general way: %s', (_, exact, prefix, suffix) => {
    const plain = plainFragment(exact, prefix, suffix);
    expect(plain).not.toBeNull();
    expect(plain).toBe(general(exact, prefix, suffix));
  });

  it.each([
    ['words that stand twice', 'Nobody was hurt at the pad.', 'Nobody was hurt at the pad. ', ''],
    ['two paragraphs', 'Nobody was hurt.\n\nIt rained on the pad.', '', ''],
    ['a cut word', 'obody was hurt at the pa', 'N', 'd.'],
    ['a cut number', 'it cost the company 3', 'So ', '.5 million'],
    ['a full stop within a name', 'the company at the Moon.', '', 'Space said'],
    ['spaces around it', ' Nobody was hurt at the pad', 'So', '.'],
    ['a short one in a script without spaces', '朱雀三号', '他们发射了，', '。'],
    ['a long one in other signs', LONG.replace('e', 'é'), 'A. ', ' B.'],
    ['a long one with runs of spaces', LONG.replace(' ', '  '), 'A. ', ' B.'],
    ['a long one whose first words stand twice', LONG, LONG.slice(0, 30), ' B.'],
    [
      'a long one with an apostrophe at its border',
      `${LONG.slice(0, 20)} said's ${LONG}`,
      'A. ',
      ' B.',
    ],
  ])('is left to the general way: %s', (_, exact, prefix, suffix) => {
    expect(plainFragment(exact, prefix, suffix)).toBeNull();
  });
});

describe('the border between two characters', () => {
  const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
  const words = ['a', 'z9', '9'];
  const signs = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at).toLowerCase());

  it('is where a segmenter has one, wherever two characters tell', () => {
    let told = 0;
    for (const one of words)
      for (const other of words)
        for (const sign of signs)
          for (const text of [
            `${one}${sign}${other}`,
            `${one}${sign} ${other}`,
            `${one} ${sign}`,
          ]) {
            const borders = new Set([...segmenter.segment(text)].map(({ index }) => index));
            for (let at = 1; at < text.length; at++) {
              const found = borderBetween(text.charAt(at - 1), text.charAt(at));
              if (found === null) continue;
              told++;
              expect(found, `${text} at ${at}`).toBe(borders.has(at));
            }
          }
    expect(told).toBeGreaterThan(1000);
  });
});
