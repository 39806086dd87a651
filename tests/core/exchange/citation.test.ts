import '@citation-js/plugin-ris';
import { plugins } from '@citation-js/core';
import { describe, expect, it } from 'vitest';
import { encodeCslJson, encodeRis } from '@/core/exchange/references';
import { aStoredAnnotation } from '@/tests/support/annotations';
import { aCorpusWithTrash } from './corpus';

/*
 * A reference manager's own reader, Citation.js, on what we write. Our own reading of the formats is in
 * references.test.ts.
 */

const read = (text: string, type: string) => plugins.input.chain(text, { forceType: type });
const readRis = (text: string) => read(text, '@ris/file');
const corpus = aCorpusWithTrash();
const fromRis = readRis(encodeRis(corpus));
const fromCsl = plugins.input.chain(encodeCslJson(corpus), {});

describe('what Citation.js reads', () => {
  it('of RIS and of CSL-JSON is the same pages, in the same order', () => {
    expect(fromRis).toHaveLength(4);
    expect(fromCsl).toHaveLength(4);
    for (const key of ['title', 'URL', 'container-title', 'accessed'])
      expect(fromRis.map((entry) => entry[key])).toEqual(fromCsl.map((entry) => entry[key]));
  });

  it('of RIS has titles, addresses and dates as we keep them', () => {
    expect(fromRis[0]).toMatchObject({
      type: 'article-newspaper',
      title: 'A story',
      URL: 'https://news.example/story',
      // Of a newspaper's article it reads the year alone, from `PY`.
      issued: { 'date-parts': [[2026]] },
    });
  });

  it('of RIS has every highlight as a note, in Chinese and with emoji too', () => {
    const notes = JSON.stringify(fromRis);
    for (const text of ['朱雀三号', '🚀']) expect(notes).toContain(text);
    expect(JSON.stringify(fromCsl)).toContain('朱雀三号');
    expect(fromCsl[0]).toMatchObject({ issued: { 'date-parts': [[2026, 2, 28]] } });
  });

  it.each([
    ['a line end before a tag', 'x\r\nER  - \r\nTY  - JOUR'],
    ['a separator of lines', 'x\u2028AU  - Evil'],
    ['markup', '<script>alert(1)</script>'],
    ['nothing but signs', '  - TY  -'],
  ])('is one entry whatever a note holds: %s', (_, note) => {
    const record = aStoredAnnotation({ note });
    expect(readRis(encodeRis([record]))).toHaveLength(1);
    expect(plugins.input.chain(encodeCslJson([record]), {})).toHaveLength(1);
  });
});
