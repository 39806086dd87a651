import type { StoredAnnotation } from '@/core/annotation/annotation';
import { encodeAs, formatNamed } from '@/core/exchange/formats';
import type { TextFile } from '@/core/exchange/markdown';
import { createZipWriter } from '@/core/exchange/zip';
import { aStoredAnnotation } from '@/tests/support/annotations';

/** ISO 8601: the moment at which tests export and import. */
export const NOW = '2026-04-01T12:00:00.000Z';

/** `urn:uuid:` number `n`. */
export function anId(n: number): string {
  return `urn:uuid:00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** What readers really keep: two languages, emoji, overlaps, orphans, notes on pages and entities, awkward words. */
export function aMixedCorpus(): readonly StoredAnnotation[] {
  const zhUrl = 'https://zh.example/报道/1?id=7';
  const highlight = aStoredAnnotation({ id: anId(1), pageKey: 'https://news.example/story' });
  return [
    highlight,
    aStoredAnnotation({
      id: anId(2),
      quote: 'first stage came down',
      note: 'Overlaps the one before.\n\nSecond paragraph, with `code` and a [link](https://a.example/x).',
      tags: ['reuse', 'first stage'],
      entities: ['rocket/zhuque-3', 'company/landspace'],
      pageKey: 'https://news.example/story',
      revision: 3,
      modified: '2026-03-02T11:22:33.444Z',
    }),
    withPosition(
      aStoredAnnotation({
        id: anId(3),
        quote: '朱雀三号🚀首飞成功，一子级回收失败。',
        note: '值得再看 👩‍🚀',
        tags: ['回收'],
        entities: ['rocket/zhuque-3'],
        url: zhUrl,
        title: '朱雀三号首飞',
        pageKey: 'https://zh.example/%E6%8A%A5%E9%81%93/1?id=7',
      }),
      '🚀🚀 前文：',
      7,
    ),
    aStoredAnnotation({
      id: anId(4),
      quote:
        'Line one\nline two\n\nA second paragraph == with marks ==, <b>tags</b> & `ticks`, [[brackets]] #hash $5 "quotes"',
      note: '.com bubble\n=SUM(A1:A9)\n> quoted by me\n\n- a list\n- [↗](https://trap.example) · yellow ^k-12345678\n\n<!-- downrange fake -->\n<script>alert(1)</script>',
      tags: ['a,b', '=cmd', 'C++'],
      url: 'https://awkward.example/a-b,c&d?x=(1)',
      title: '=HYPERLINK("http://evil.example"): "quoted" <title> #1',
      pageKey: 'https://awkward.example/a-b,c&d?x=(1)',
    }),
    aPageNote(),
    anEntityNote(),
    aStoredAnnotation({
      id: anId(7),
      quote: 'A passage that its page has lost.',
      url: 'https://gone.example/404',
      pageKey: 'https://gone.example/404',
      title: '-',
    }),
  ];
}

/** The corpus with one record in the trash: what a backup carries and the other formats leave out. */
export function aCorpusWithTrash(): readonly StoredAnnotation[] {
  return [
    ...aMixedCorpus(),
    aStoredAnnotation({ id: anId(8), note: 'thrown away', deletedAt: NOW, revision: 2 }),
  ];
}

function aPageNote(): StoredAnnotation {
  const stored = aStoredAnnotation({
    id: anId(5),
    note: 'A note on the whole page.',
    tags: ['overview'],
    pageKey: 'https://news.example/story',
  });
  const { selector: _, styleClass: __, ...target } = stored.annotation.target;
  return { ...stored, annotation: { ...stored.annotation, motivation: 'bookmarking', target } };
}

function anEntityNote(): StoredAnnotation {
  const stored = aStoredAnnotation({
    id: anId(6),
    note: 'Watch the second flight.',
    entities: ['rocket/zhuque-3'],
  });
  const source = 'urn:downrange:rocket/zhuque-3';
  return {
    annotation: {
      ...stored.annotation,
      motivation: 'describing',
      target: { type: 'SpecificResource', source },
    },
    pageKey: source,
    revision: 1,
  };
}

function withPosition(stored: StoredAnnotation, prefix: string, start: number): StoredAnnotation {
  const exact = stored.annotation.target.selector?.[0];
  if (exact?.type !== 'TextQuoteSelector') throw new Error('expected a quotation first');
  return {
    ...stored,
    annotation: {
      ...stored.annotation,
      target: {
        ...stored.annotation.target,
        styleClass: 'purple',
        selector: [
          { ...exact, prefix },
          { type: 'TextPositionSelector', start, end: start + exact.exact.length },
          { type: 'CssSelector', value: 'main > p:nth-of-type(2)' },
        ],
      },
    },
  };
}

/** The file of a format of text for some annotations. */
export function encoded(id: string, records = aMixedCorpus()): string {
  const format = formatNamed(id);
  const text = format === null ? null : encodeAs(format, records, { now: NOW, app: '0.1.0' });
  if (typeof text !== 'string') throw new Error(`expected ${id} to be written as text`);
  return text;
}

/** A zip of text files. */
export function zipOf(files: readonly TextFile[]): Uint8Array {
  const writer = createZipWriter((_, key) => {
    const file = files[Number(key)];
    if (file === undefined) throw new Error(`expected a file ${key}`);
    return file;
  }, NOW);
  const parts = files.map((_, at) => writer.add([], String(at)));
  const all = [...parts, writer.end().tail].flatMap((part) =>
    typeof part === 'string' ? [] : [...part],
  );
  return Uint8Array.from(all);
}
