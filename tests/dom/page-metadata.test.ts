// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { canonicalLinkOf, dateInLine, describePage, publicationDateOf } from '@/dom/page-metadata';

function page(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

const ld = (value: unknown) =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

const DATES = [
  {
    name: 'JSON-LD of an article',
    html: ld({ '@type': 'NewsArticle', datePublished: '2025-12-03T10:00:00Z' }),
    expected: { date: '2025-12-03T10:00:00Z', basis: 'json-ld' },
  },
  {
    name: 'JSON-LD in a graph',
    html: ld({
      '@graph': [{ '@type': 'Person' }, { '@type': ['Article'], datePublished: '2025-12-03' }],
    }),
    expected: { date: '2025-12-03', basis: 'json-ld' },
  },
  {
    name: 'JSON-LD before meta',
    html: `${ld({ '@type': 'BlogPosting', datePublished: '2025-01-02' })}<meta property="article:published_time" content="2024-01-01">`,
    expected: { date: '2025-01-02', basis: 'json-ld' },
  },
  {
    name: 'meta where JSON-LD is broken',
    html: '<script type="application/ld+json">{"@type":</script><meta property="article:published_time" content="2025-12-17T17:21:00+08:00">',
    expected: { date: '2025-12-17T17:21:00+08:00', basis: 'meta' },
  },
  {
    name: 'a time element in the story',
    html: '<article><h1>x</h1><time datetime="2026-03-01">Sunday</time></article>',
    expected: { date: '2026-03-01', basis: 'time' },
  },
  {
    name: 'a byline in words',
    html: '<article><h1>x</h1>\n<p>By A. Writer · 17 December 2025</p>\n</article>',
    expected: { date: '2025-12-17', basis: 'text' },
  },
  {
    name: 'a Chinese byline',
    html: '<article><h1>x</h1>\n<p>记者 顾岚 2026年1月6日</p>\n</article>',
    expected: { date: '2026-01-06', basis: 'text' },
  },
] as const;

const NO_DATES = [
  { name: 'a page without any', html: '<p>Hello</p>' },
  {
    name: 'JSON-LD of something that is no article',
    html: ld({ '@type': 'Organization', datePublished: '2025-01-02' }),
  },
  {
    name: 'two bylines that differ',
    html: '<article><h1>x</h1>\n<p>1 May 2025</p>\n<p>Updated 2 May 2025</p>\n</article>',
  },
  {
    name: 'a date inside a long sentence',
    html: `<article><h1>x</h1><p>${'The flight, first planned for a much earlier day, took place at last on 3 December 2025 and was watched by many.'}</p></article>`,
  },
  { name: 'a month that does not exist', html: '<meta name="date" content="2025-13-40">' },
];

describe('the publication date', () => {
  it.each(DATES)('comes from $name', ({ html, expected }) => {
    expect(publicationDateOf(page(html))).toEqual(expected);
  });

  it.each(NO_DATES)('is unknown for $name', ({ html }) => {
    expect(publicationDateOf(page(html))).toBeNull();
  });
});

describe('a date in a line', () => {
  it.each([
    ['2025-12-17 17:21', '2025-12-17'],
    ['2025/1/6', '2025-01-06'],
    ['Dec. 3, 2025', '2025-12-03'],
    ['December 3rd 2025', '2025-12-03'],
    ['3 Dec 2025', '2025-12-03'],
  ])('reads %s', (line, expected) => {
    expect(dateInLine(line)).toBe(expected);
  });

  it.each(['12/03/2025', 'Dec 2025', '32 Dec 2025', 'version 2025-12-171', 'Foo 3, 2025'])(
    'does not guess at %s',
    (line) => {
      expect(dateInLine(line)).toBeNull();
    },
  );
});

describe('what an annotation keeps of its page', () => {
  it('takes what the page states and leaves out what it does not', () => {
    const html =
      '<html lang="en"><head><title>T | Site</title><meta property="og:title" content="T"><meta property="og:site_name" content="Site"><meta name="author" content="A. Writer"><link rel="canonical" href="/t"></head></html>';
    expect(describePage(page(html), 'https://x.example/t?y')).toEqual({
      url: 'https://x.example/t?y',
      title: 'T',
      siteName: 'Site',
      author: 'A. Writer',
      language: 'en',
    });
    expect(canonicalLinkOf(page(html))).toBe('/t');
    expect(canonicalLinkOf(page('<p>x</p>'))).toBeNull();
  });

  it('does not take a profile address for a name', () => {
    const html =
      '<title>T</title><meta property="article:author" content="https://social.example/a">';
    expect(describePage(page(html), 'https://x.example/').author).toBeUndefined();
  });
});
