import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { encodeAnki } from '@/core/exchange/anki';
import { createFormats } from '@/core/knowledge/formats';
import { ZHUQUE_3 } from '@/tests/support/cards';

describe('cards for Anki', () => {
  const card = ZHUQUE_3;
  const text = encodeAnki([card], createFormats('en', 'metric'));
  const rows = Papa.parse<string[]>(
    text
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .join('\n'),
    { skipEmptyLines: true },
  ).data;

  it('begin with what Anki must know of the columns', () => {
    expect(text.split('\n').slice(0, 5)).toEqual([
      '#separator:Comma',
      '#html:false',
      '#columns:Id,Front,Back,Source,Tags',
      '#guid column:1',
      '#tags column:5',
    ]);
  });

  it('are one for each fact that can be learnt, each with an id of its own and a source', () => {
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(([id]) => id)).size).toBe(rows.length);
    for (const row of rows) {
      expect(row).toHaveLength(5);
      expect(row[3]).toContain('http');
    }
  });

  it('leave out what sources disagree on', () => {
    const disputed = {
      ...card,
      claims: card.claims.map((claim) => ({ ...claim, disputed: true as const })),
    };
    expect(encodeAnki([disputed], createFormats('zh', 'metric')).trim().split('\n')).toHaveLength(
      5,
    );
  });
});
