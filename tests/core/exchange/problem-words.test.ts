import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeAny } from '@/core/exchange/decode';
import { FORMATS } from '@/core/exchange/formats';
import { problemWords } from '@/core/exchange/problem-words';
import { encoded, NOW } from './corpus';

const isChinese = (text: string) => /\p{Script=Han}/u.test(text);

/** Sentences in the source that end with advice: what a reader may be told. */
function textsIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && name !== 'problem-words.ts')
    .flatMap((name) => {
      const source = readFileSync(`${folder}/${name}`, 'utf8').replace(
        /^\s*(?:\/\/|\/?\*).*$/gm,
        '',
      );
      const quoted = [...source.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)];
      return quoted
        .map(([, single, template]) => (single ?? template ?? '').replace(/\$\{[^}]*\}/g, 'x'))
        .filter((text) => /^[a-zA-Z"][^<>]*\s[^<>]*\.$/.test(text) && text.split(' ').length > 5);
    });
}

describe('problems in Chinese', () => {
  it('have a text for every sentence that the decoders can say', () => {
    // The words that stand for a picture in what Clipper kept are a record's own.
    const texts = textsIn('core/exchange').filter((text) => !text.startsWith('An element of'));
    expect(texts.length).toBeGreaterThan(25);
    expect(texts.filter((text) => !isChinese(problemWords(text, 'zh')))).toEqual([]);
  });

  it('have a text for every sentence of the store', () => {
    const texts = textsIn('platform/storage').filter((text) => /notes?\b|window/.test(text));
    expect(texts.length).toBeGreaterThan(3);
    const known = texts.filter((text) => isChinese(problemWords(text, 'zh')));
    expect(known.length).toBeGreaterThanOrEqual(texts.length - 1);
  });

  it.each([
    '',
    'x',
    '{}',
    '[]',
    '[{}]',
    '{"annotations":[1,{"uri":"javascript:alert(1)"}]}',
    '[{"url":"https://a.example","highlights":[{}]},{"highlights":[]},2]',
    '[{"type":"Annotation"},{"type":"Annotation","target":3},{"type":"Annotation","target":{}}]',
    'Quote,Address\n"never closed,https://a.example',
    'Highlight,Title\n"",',
    `${encoded('backup').replace('"revision":1', '"revision":0')}`,
    encoded('backup').replace(/"schema":1/, '"schema":99'),
    encoded('markdown').replace(/^> .*$/m, '> other words'),
    encoded('markdown').replace(/^- .*\^k-.*$/m, ''),
  ])('are said for a broken file: %#', (text) => {
    for (const { id, decode } of FORMATS) {
      if (decode === undefined) continue;
      for (const { message } of decodeAny(id, text, { now: NOW }).problems) {
        expect(isChinese(problemWords(message, 'zh')), message).toBe(true);
        expect(problemWords(message, 'en')).toBe(message);
      }
    }
  });

  it('carry over what differs', () => {
    const message =
      '"javascript:alert(1)" is not the address of a page. Give a full http or https address.';
    expect(problemWords(message, 'zh')).toContain('“javascript:alert(1)”');
  });
});
