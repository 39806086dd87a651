import { describe, expect, it } from 'vitest';
import { formatDate } from '@/core/knowledge/format-date';
import { formatQuantity } from '@/core/knowledge/format-quantity';
import { claimQualifiers, claimText, hostOf, printValue } from '@/core/knowledge/format-value';
import { createFormats, localeTag } from '@/core/knowledge/formats';
import { aClaim, aPlainClaim, CHINESE, METRIC, US } from '../../support/cards';

/** No-break spaces as plain ones, to keep rows readable. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

describe('formatDate', () => {
  const british = createFormats('en', 'metric', 'en-GB');
  const rows = [
    { date: '2026-08-18', formats: METRIC, expected: '18 Aug 2026' },
    { date: '2026-08-18', formats: US, expected: 'Aug 18, 2026' },
    { date: '2026-09-28', formats: british, expected: '28 Sep 2026' },
    { date: '2026-08', formats: METRIC, expected: 'Aug 2026' },
    { date: '2026', formats: METRIC, expected: '2026' },
    { date: '2026-08-18', formats: CHINESE, expected: '2026年8月18日' },
    { date: '2026-08', formats: CHINESE, expected: '2026年8月' },
    { date: '2026', formats: CHINESE, expected: '2026年' },
  ];
  for (const { date, formats, expected } of rows) {
    it(`${date} in ${formats.tag} is ${expected}`, () => {
      expect(formatDate(date, formats)).toBe(expected);
    });
  }
});

describe('formatQuantity', () => {
  const rows = [
    {
      name: 'metres stay metres',
      quantity: { value: 66.1, unit: 'm' },
      formats: METRIC,
      expected: '66.1 m',
    },
    {
      name: 'metres in Chinese',
      quantity: { value: 66.1, unit: 'm' },
      formats: CHINESE,
      expected: '66.1 米',
    },
    {
      name: 'metres in feet keep their precision',
      quantity: { value: 66.1, unit: 'm' },
      formats: US,
      expected: '217 ft',
    },
    {
      name: 'two digits convert to three',
      quantity: { value: 4.5, unit: 'm' },
      formats: US,
      expected: '14.8 ft',
    },
    {
      name: 'feet in metres',
      quantity: { value: 230, unit: 'ft' },
      formats: METRIC,
      expected: '70.1 m',
    },
    {
      name: 'feet stay feet for a US reader',
      quantity: { value: 230, unit: 'ft' },
      formats: US,
      expected: '230 ft',
    },
    {
      name: 'payloads in tonnes',
      quantity: { value: 21_300, unit: 'kg' },
      formats: METRIC,
      expected: '21.3 t',
    },
    {
      name: 'small payloads in kilograms',
      quantity: { value: 310, unit: 'kg' },
      formats: METRIC,
      expected: '310 kg',
    },
    {
      name: 'a range from small to large stays in kilograms',
      quantity: { value: 900, max: 1200, unit: 'kg' },
      formats: METRIC,
      expected: '900–1,200 kg',
    },
    {
      name: 'payloads in pounds',
      quantity: { value: 18_300, unit: 'kg' },
      formats: US,
      expected: '40,300 lb',
    },
    {
      name: 'small pounds in kilograms',
      quantity: { value: 661, unit: 'lb' },
      formats: METRIC,
      expected: '300 kg',
    },
    {
      name: 'large pounds in tonnes',
      quantity: { value: 50_265, unit: 'lb' },
      formats: METRIC,
      expected: '22.8 t',
    },
    {
      name: 'tonnes-force in kilonewtons',
      quantity: { value: 750, unit: 'tf' },
      formats: METRIC,
      expected: '7,350 kN',
    },
    {
      name: 'pounds-force in meganewtons when many',
      quantity: { value: 16_700_000, unit: 'lbf' },
      formats: METRIC,
      expected: '74.3 MN',
    },
    {
      name: 'kilonewtons in pounds-force',
      quantity: { value: 2256, unit: 'kN' },
      formats: US,
      expected: '507,200 lbf',
    },
    {
      name: 'seconds are the same everywhere',
      quantity: { value: 350, unit: 's' },
      formats: US,
      expected: '350 s',
    },
    {
      name: 'a range',
      quantity: { value: 3, max: 4, unit: 't' },
      formats: METRIC,
      expected: '3–4 t',
    },
    { name: 'a count', quantity: { value: 13_904 }, formats: METRIC, expected: '13,904' },
    {
      name: 'yuan in English',
      quantity: { value: 7.5e9, unit: 'CNY' },
      formats: METRIC,
      expected: '¥7.5 bn',
    },
    {
      name: 'yuan in Chinese',
      quantity: { value: 7.5e9, unit: 'CNY' },
      formats: CHINESE,
      expected: '75亿元',
    },
    {
      name: 'millions of dollars',
      quantity: { value: 69.75e6, unit: 'USD' },
      formats: METRIC,
      expected: 'US$69.75 m',
    },
    {
      name: 'millions of dollars in Chinese',
      quantity: { value: 69.75e6, unit: 'USD' },
      formats: CHINESE,
      expected: '6,975万美元',
    },
    {
      name: 'trillions',
      quantity: { value: 1.25e12, unit: 'USD' },
      formats: CHINESE,
      expected: '1.25万亿美元',
    },
    {
      name: 'small sums are written out',
      quantity: { value: 6500, unit: 'USD' },
      formats: METRIC,
      expected: 'US$6,500',
    },
    {
      name: 'a loss',
      quantity: { value: -1.2e9, unit: 'CNY' },
      formats: METRIC,
      expected: '−¥1.2 bn',
    },
    {
      name: 'a loss in Chinese',
      quantity: { value: -1.2e9, unit: 'CNY' },
      formats: CHINESE,
      expected: '−12亿元',
    },
    {
      name: 'a range of money',
      quantity: { value: 90e6, max: 100e6, unit: 'USD' },
      formats: METRIC,
      expected: 'US$90–100 m',
    },
  ];
  for (const { name, quantity, formats, expected } of rows) {
    it(`${name}: ${expected}`, () =>
      expect(plain(formatQuantity(quantity, formats))).toBe(expected));
  }

  it('throws on a unit that the knowledge base does not have', () => {
    expect(() => formatQuantity({ value: 1, unit: 'furlong' }, METRIC)).toThrow('furlong');
  });
});

describe('claims as text', () => {
  const related = {
    'engine/tq-12a': { kind: 'engine', names: { en: 'TQ-12A', zh: '天鹊-12A' } },
  } as const;

  it('counts engines before their name', () => {
    const claim = aPlainClaim('engines-first-stage', [
      { type: 'entity', id: 'engine/tq-12a', count: 9 },
    ]);
    expect(plain(claimText(claim, related, METRIC))).toBe('9 × TQ-12A');
    expect(plain(claimText(claim, related, CHINESE))).toBe('9 × 天鹊-12A');
  });

  it('says about where the source does', () => {
    const claim = aClaim({
      values: [{ type: 'number', value: 560 }],
      unit: 't',
      approximate: true,
    });
    expect(plain(claimText(claim, {}, METRIC))).toBe('about 560 t');
    expect(plain(claimText(claim, {}, CHINESE))).toBe('约 560 吨');
  });

  it('joins lists as the language does', () => {
    const claim = aPlainClaim('founder', [
      { type: 'text', value: { en: 'A', zh: '甲' } },
      { type: 'text', value: { en: 'B', zh: '乙' } },
    ]);
    expect(claimText(claim, {}, METRIC)).toBe('A, B');
    expect(claimText(claim, {}, CHINESE)).toBe('甲、乙');
  });

  it('gives mode before note', () => {
    const claim = aClaim({
      mode: { key: 'planned', label: { en: 'planned', zh: '计划值' } },
      note: { en: 'longer version', zh: '加长型' },
    });
    expect(claimQualifiers(claim, METRIC)).toEqual(['planned', 'longer version']);
  });

  it('links only to entities that have a name', () => {
    const known = printValue({ type: 'entity', id: 'engine/tq-12a' }, {}, related, METRIC);
    const unknown = printValue({ type: 'entity', id: 'engine/yf-100' }, {}, related, METRIC);
    expect(known.link).toBe('engine/tq-12a');
    expect(unknown).toEqual({ text: 'yf-100' });
  });

  it('writes places with hemispheres', () => {
    const place = { type: 'place', latitude: -39.26, longitude: 177.86 } as const;
    expect(plain(printValue(place, {}, {}, METRIC).text)).toBe('39.26° S, 177.86° E');
    expect(printValue(place, {}, {}, CHINESE).text).toBe('南纬 39.26°，东经 177.86°');
  });

  it('shows the host of a web address', () => {
    expect(hostOf('https://www.spacex.com/vehicles')).toBe('spacex.com');
    expect(hostOf('no address')).toBe('no address');
  });
});

describe('localeTag', () => {
  const rows = [
    { locale: 'en', reader: 'en-US', expected: 'en-US' },
    { locale: 'en', reader: 'de-DE', expected: 'en-DE' },
    { locale: 'en', reader: 'en', expected: 'en-GB' },
    { locale: 'en', reader: undefined, expected: 'en-GB' },
    { locale: 'zh', reader: 'en-US', expected: 'zh-CN' },
  ] as const;
  for (const { locale, reader, expected } of rows) {
    it(`${locale} for ${reader ?? 'nobody'} is ${expected}`, () => {
      expect(localeTag(locale, reader)).toBe(expected);
    });
  }
});
