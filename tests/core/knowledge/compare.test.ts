import { describe, expect, it } from 'vitest';
import { compareCards } from '@/core/knowledge/compare';
import { comparisonToCsv, comparisonToMarkdown } from '@/core/knowledge/compare-export';
import { citeCard, citeClaim, citeSource } from '@/core/knowledge/format-citation';
import {
  aCard,
  aClaim,
  aPlainClaim,
  aRecord,
  CHINESE,
  METRIC,
  US,
  ZHUQUE_3,
} from '../../support/cards';

const FALCON_9 = aCard({
  id: 'rocket/falcon-9',
  names: { en: 'Falcon 9', zh: '猎鹰九号' },
  claims: [
    aClaim({ values: [{ type: 'number', value: 70 }] }),
    aClaim({
      property: 'diameter',
      label: { en: 'Diameter', zh: '直径' },
      values: [{ type: 'number', value: 4.5 }],
    }),
    aPlainClaim('price', [{ type: 'text', value: { en: '=cmd, "x"', zh: '=cmd' } }]),
    aPlainClaim('website', [{ type: 'url', value: 'https://spacex.com' }]),
  ],
  record: aRecord(['2010-06-04S', '2015-06-28F', '2016-01-01P']),
});

const CARDS = [ZHUQUE_3, FALCON_9];

function row(property: string) {
  const found = compareCards(CARDS, METRIC).rows.find(
    (candidate) => candidate.property === property,
  );
  if (found === undefined) throw new Error(`expected a row ${property}, found none`);
  return found;
}

describe('compareCards', () => {
  it('begins with the record', () => {
    const [first] = compareCards(CARDS, METRIC).rows;
    expect(first?.property).toBe('record');
    expect(first?.cells[1]?.[0]?.qualifiers).toEqual(['1 more in part']);
  });

  it('marks rows in which both say something else', () => {
    expect(row('height').differs).toBe(true);
    expect(row('diameter').differs).toBe(false);
  });

  it('does not call silence a difference', () => {
    expect(row('price').cells[0]).toEqual([]);
    expect(row('price').differs).toBe(false);
  });

  it('shows both values where sources differ', () => {
    expect(row('payload-leo').cells[0]).toHaveLength(2);
  });

  it('puts rows of one side last', () => {
    const order = compareCards(CARDS, METRIC).rows.map(({ property }) => property);
    expect(order.indexOf('height')).toBeLessThan(order.indexOf('payload-leo'));
  });

  it('leaves out web addresses', () => {
    expect(compareCards(CARDS, METRIC).rows.some(({ property }) => property === 'website')).toBe(
      false,
    );
  });

  it('uses the units of the reader', () => {
    const height = compareCards(CARDS, US).rows.find(({ property }) => property === 'height');
    expect(height?.cells[1]?.[0]?.text).toBe('230\u00a0ft');
  });
});

describe('a comparison as Markdown', () => {
  const markdown = comparisonToMarkdown(compareCards(CARDS, METRIC), CARDS, METRIC);
  const lines = markdown.split('\n');

  it('has one column for the labels and one for each card', () => {
    expect(lines[0]).toBe('|  | Zhuque-3 | Falcon 9 |');
    expect(lines[1]).toBe('| --- | --- | --- |');
    const rows = lines.filter((line) => line.startsWith('|'));
    expect(rows.every((line) => line.split(/(?<!\\)\|/).length === 5)).toBe(true);
  });

  it('gives every value a footnote with date and source', () => {
    expect(lines.find((line) => line.startsWith('| Height'))).toMatch(
      /66\.1 m\[\^\d+\] \| 70 m\[\^\d+\]/,
    );
    expect(markdown).toContain(
      'as of 3 Dec 2025: Fixture Daily, “A fixture headline”, 4 Dec 2025, https://daily.example/1',
    );
  });

  it('says so where no source does', () => {
    expect(lines.find((line) => line.startsWith('| To LEO'))).toContain('no source we trust');
  });
});

describe('a comparison as CSV', () => {
  const csv = comparisonToCsv(compareCards(CARDS, METRIC), CARDS, METRIC);

  it('has value, date and source for each card', () => {
    expect(csv.split('\r\n')[0]).toBe(
      ',Zhuque-3,"Zhuque-3, as of","Zhuque-3, source",Falcon 9,"Falcon 9, as of","Falcon 9, source"',
    );
  });

  it('quotes commas and doubles quotes', () => {
    expect(csv).toContain('""x""');
  });

  it('never lets a spreadsheet run a value', () => {
    expect(csv).toContain(`"'=cmd, ""x"""`);
  });
});

describe('citations', () => {
  const [, , height] = ZHUQUE_3.claims;

  it('carry name, label, value, date and source', () => {
    expect(
      height === undefined ? '' : citeClaim(ZHUQUE_3, height, METRIC).replaceAll('\u00a0', ' '),
    ).toBe(
      'Zhuque-3, Height: 66.1 m, as of 3 Dec 2025\nFixture Daily, “A fixture headline”, 4 Dec 2025, https://daily.example/1',
    );
  });

  it('are Chinese in Chinese', () => {
    expect(
      height === undefined ? '' : citeClaim(ZHUQUE_3, height, CHINESE).replaceAll('\u00a0', ' '),
    ).toBe(
      '朱雀三号，全长：66.1 米，截至 2025年12月3日\nFixture Daily，《A fixture headline》，2025年12月4日，https://daily.example/1',
    );
  });

  it('leave out a date that the source does not give', () => {
    const source = ZHUQUE_3.sources[1];
    expect(source === undefined ? '' : citeSource(source, METRIC)).toBe(
      'Fixture Catalogue, “Fixture log”, https://log.example/2',
    );
  });

  it('cover every claim of a card', () => {
    expect(citeCard(ZHUQUE_3, METRIC).split('\n\n')).toHaveLength(ZHUQUE_3.claims.length);
  });
});
