import { describe, expect, it } from 'vitest';
import { GAP, readGap } from '@/core/text/gap';

describe('readGap', () => {
  it.each([
    ['a space', ' 9', GAP.space, 1],
    ['spaces of other widths', '\u00a0\u20099', GAP.space, 2],
    ['a line break', '\n9', GAP.space, 1],
    ['a hyphen', '-9', GAP.hyphen, 1],
    ['a hyphen with spaces', ' – 9', GAP.looseHyphen, 3],
    ['a hyphen at the end of a line', '-\n9', GAP.looseHyphen, 2],
    ['an invisible mark and a space', '\u200b 9', GAP.space, 2],
    ['an apostrophe', '’e', GAP.apostrophe, 1],
    ['a raised dot', '・ヘ', GAP.middleDot, 1],
    ['a slash', '/E', GAP.slash, 1],
    ['a full stop', '.S', GAP.dot, 1],
    ['a full stop and a space', '. S', GAP.dot, 2],
    ['a full stop and a comma', '., L', GAP.comma, 3],
    ['a comma and a space', ', L', GAP.comma, 2],
  ])('%s', (_, text, kind, end) => {
    expect(readGap(text, 0)).toMatchObject({ kind, end });
  });

  it.each([
    ['an empty line', '\n\n9'],
    ['an empty line with spaces', '\n \n9'],
    ['an empty line behind a hyphen', '-\n\n9'],
    ['a comma inside a number', ',000'],
    ['another mark', '!'],
    ['a bracket', '(9'],
    ['the end', ''],
  ])('%s ends the name', (_, text) => {
    expect(readGap(text, 0)).toBeNull();
  });

  it('tells a line break alone from other gaps', () => {
    expect(readGap('\n三', 0)?.isLineBreak).toBe(true);
    expect(readGap(' 三', 0)?.isLineBreak).toBe(false);
  });
});
