import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { encodeHtml } from '@/core/exchange/html';
import { aStoredAnnotation } from '@/tests/support/annotations';
import { aCorpusWithTrash, aMixedCorpus, NOW } from './corpus';

type Node = DefaultTreeAdapterTypes.Node;

function* elementsOf(node: Node): Generator<DefaultTreeAdapterTypes.Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsOf(child);
}

function textIn(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textIn).join('') : '';
}

const elements = (html: string) => [...elementsOf(parse(html))];

describe('the page for reading', () => {
  const all = elements(encodeHtml(aCorpusWithTrash(), { now: NOW }));

  it('has nothing but the elements that we write, whatever a record holds', () => {
    const hostile =
      '</style><script>alert(1)</script><img src=x onerror=alert(1)>"\'`><svg/onload=1>';
    const record = aStoredAnnotation({
      quote: hostile,
      note: hostile,
      tags: [hostile],
      title: hostile,
    });
    const page =
      record.page === undefined
        ? {}
        : { page: { ...record.page, author: hostile, language: hostile } };
    const found = elements(
      encodeHtml([{ ...record, ...page }], {
        now: NOW,
        title: hostile,
        language: hostile,
        nameOf: () => hostile,
      }),
    );
    const ours =
      'html head meta title style body h1 h2 p section article blockquote div footer a'.split(' ');
    for (const { tagName, attrs } of found) {
      expect(ours).toContain(tagName);
      for (const { name } of attrs) expect(name).not.toMatch(/^on/);
    }
    expect(textIn(parse(encodeHtml([record], { now: NOW })))).toContain(hostile);
  });

  it('loads nothing and runs nothing', () => {
    expect(all.filter(({ attrs }) => attrs.some(({ name }) => name === 'src'))).toEqual([]);
    const policy = all.find(({ attrs }) =>
      attrs.some(({ value }) => value === 'Content-Security-Policy'),
    );
    expect(policy?.attrs.find(({ name }) => name === 'content')?.value).toContain(
      "default-src 'none'",
    );
  });

  it('links only to pages', () => {
    const links = all.flatMap(({ attrs }) => attrs.filter(({ name }) => name === 'href'));
    expect(links.length).toBeGreaterThan(5);
    for (const { value } of links) expect(value).toMatch(/^https?:/);
  });

  it('holds every quotation and note, without the trash', () => {
    const quotes = all.filter(({ tagName }) => tagName === 'blockquote').map(textIn);
    expect(quotes).toHaveLength(5);
    expect(quotes).toContain('朱雀三号🚀首飞成功，一子级回收失败。');
    expect(all.filter(({ tagName }) => tagName === 'article')).toHaveLength(aMixedCorpus().length);
  });

  it('takes out signs that turn the direction of the text', () => {
    expect(encodeHtml([aStoredAnnotation({ note: 'a\u202eb\u0000' })], { now: NOW })).toContain(
      '>ab<',
    );
  });
});
