import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { noteOf, tagsOf } from '@/core/annotation/annotation';
import { withNote } from '@/core/annotation/edit-note';
import { fileNameFrom } from '@/core/exchange/file-name';
import { encodeMarkdown } from '@/core/exchange/markdown';
import { decodeMarkdown } from '@/core/exchange/markdown-decode';
import { fromQuoteBlock, quoteBlock } from '@/core/exchange/markdown-text';
import { merge } from '@/core/exchange/merge';
import { passageLink } from '@/core/exchange/passage-link';
import { unzipMarkdown } from '@/core/exchange/zip';
import { aStoredAnnotation } from '@/tests/support/annotations';
import { aCorpusWithTrash, aMixedCorpus, anId, NOW, zipOf } from './corpus';

const context = { now: NOW };
const one = aStoredAnnotation({
  id: anId(1),
  note: 'Mine.',
  tags: ['reuse'],
  pageKey: 'https://news.example/story',
});
const textOf = (records = [one]) =>
  encodeMarkdown(records)
    .map(({ text }) => text)
    .join('\n');

describe('Markdown files', () => {
  it('are one for each page, named after its title', () => {
    const names = encodeMarkdown(aCorpusWithTrash()).map(({ name }) => name);
    expect(names).toEqual([
      'A story.md',
      '朱雀三号首飞.md',
      '=HYPERLINK( http evil.example ) quoted title 1.md',
      'Zhuque 3.md',
      '-.md',
    ]);
  });

  it('are one for each entity, and one for what is about none', () => {
    const files = encodeMarkdown(aMixedCorpus(), { by: 'entity', nameOf: (id) => `<${id}>` });
    expect(files.map(({ name }) => name)).toEqual([
      'No entity.md',
      'rocket zhuque-3.md',
      'company landspace.md',
    ]);
  });

  it('begin with front matter that a YAML parser reads', () => {
    const [first, , awkward] = encodeMarkdown(aMixedCorpus());
    const frontMatter = (text = '') => parse(text.split('---\n')[1] ?? '');
    expect(frontMatter(first?.text)).toEqual({
      title: 'A story',
      source: 'https://news.example/story',
      author: [],
      published: '2026-02-28',
      created: '2026-03-01',
      description: 'News',
      tags: ['clippings', 'reuse', 'first-stage', 'overview'],
    });
    expect(frontMatter(awkward?.text).title).toBe(
      '=HYPERLINK("http://evil.example"): "quoted" <title> #1',
    );
  });

  it('hold a quotation, a note, a link to the passage and a block id', () => {
    expect(textOf()).toContain(
      [
        '> The first stage came down upright.',
        '',
        'Mine.',
        '',
        '- [↗](https://news.example/story#:~:text=The%20first%20stage%20came%20down%20upright.) · yellow · #reuse ^k-',
      ].join('\n'),
    );
  });

  it('give a block the same id in every export', () => {
    const idIn = (text: string) => /\^k-[0-9a-f]{8}$/m.exec(text)?.[0];
    expect(idIn(textOf([withNote(one, 'Other.', [], NOW)]))).toBe(idIn(textOf()));
    expect(idIn(textOf([aStoredAnnotation({ id: anId(2) })]))).not.toBe(idIn(textOf()));
  });

  it('link to entities by name', () => {
    const record = aStoredAnnotation({ entities: ['rocket/zhuque-3'] });
    expect(textOf([record])).toContain(' · [[Zhuque 3]] ^k-');
    expect(encodeMarkdown([record], { nameOf: () => 'A|[b]' })[0]?.text).toContain(
      '[[A b ]]'.replace(' ]]', ']]'),
    );
  });

  it('have a comment that nothing in a record can end', () => {
    const record = aStoredAnnotation({ note: 'x ', title: '--> <script>alert(1)</script>' });
    const comment = textOf([record]).split('<!-- downrange-records')[1] ?? '';
    expect(comment.match(/-->/g)).toHaveLength(1);
  });
});

describe('a quotation in Markdown', () => {
  it.each([
    ['a highlight mark', 'a ==b== c', '> a \\=\\=b\\=\\= c'],
    ['a mark over an empty line', '==a\n\nb==', '> \\=\\=a\n>\n> b\\=\\='],
    ['tags of HTML', '<script>alert(1)</script>', '> \\<script>alert(1)\\</script>'],
    ['a link of a wiki', '[[x]]', '> \\[\\[x\\]\\]'],
    ['a heading', '# not one', '> \\# not one'],
    ['a tag', 'the #1 rocket', '> the \\#1 rocket'],
    ['a list', '- no\n1. no', '> \\- no\n> 1\\. no'],
    ['a quotation', '> said', '> \\> said'],
    ['an entity of HTML', 'AT&amp;T', '> AT\\&amp;T'],
    ['words with underscores', 'a_b _c_', '> a_b \\_c\\_'],
    ['money', '$5 and $6', '> \\$5 and \\$6'],
    [
      'a plain sentence',
      'It cost 5% less - or so (they say).',
      '> It cost 5% less - or so (they say).',
    ],
    ['another script', '朱雀三号🚀', '> 朱雀三号🚀'],
    ['a backslash', 'a\\*b', '> a\\\\\\*b'],
    ['code by its spaces', '    x \r y ', '> &#32;   x &#13; y&#32;'],
  ])('shows %s as it stands and comes back', (_, text, block) => {
    expect(quoteBlock(text)).toBe(block);
    expect(fromQuoteBlock(block.split('\n'))).toBe(text);
  });
});

describe('a link to a passage', () => {
  const link = (quote: string, prefix: string, suffix: string) => {
    const record = aStoredAnnotation({ quote });
    const selector = [{ type: 'TextQuoteSelector', exact: quote, prefix, suffix } as const];
    const target = { ...record.annotation.target, selector };
    const found = passageLink({ ...record, annotation: { ...record.annotation, target } });
    return decodeURIComponent(found ?? '').split('#:~:text=')[1];
  };

  it.each([
    [
      'a quotation that tells',
      'The first stage came down upright.',
      'Before. ',
      ' After.',
      'The first stage came down upright.',
    ],
    [
      'a short one with the words before it',
      'Falcon',
      'They flew ',
      ' again.',
      'They flew-,Falcon',
    ],
    [
      'a long Chinese one by its ends',
      `朱雀三号${'在酒泉发射并成功入轨'.repeat(12)}完成。`,
      '',
      '',
      undefined,
    ],
  ])('takes %s', (_, quote, prefix, suffix, fragment) => {
    const found = link(quote, prefix, suffix);
    if (fragment === undefined) expect(found?.length).toBeLessThan(60);
    else expect(found).toBe(fragment);
  });

  it('encodes what has a meaning in a fragment', () => {
    const record = aStoredAnnotation({ quote: 'well-known, large & re-usable rockets fly' });
    expect(passageLink(record)).toContain('well%2Dknown%2C%20large%20%26%20re%2Dusable');
  });

  it('is there for pages and not for entities', () => {
    const [, , , , page, entity] = aMixedCorpus();
    expect(page === undefined ? null : passageLink(page)).toBe('https://news.example/story');
    expect(entity === undefined ? '' : passageLink(entity)).toBeNull();
  });
});

describe('our Markdown read again', () => {
  it('is what it was', () => {
    const { records, problems } = decodeMarkdown(textOf([...aMixedCorpus()]), context);
    expect(problems).toEqual([]);
    expect(new Set(records)).toEqual(new Set(aMixedCorpus()));
    expect(merge(aMixedCorpus(), records).unchanged).toHaveLength(7);
  });

  it('keeps a note that Markdown would trim, by one file an entity too', () => {
    const record = aStoredAnnotation({
      note: '\r\n  padded \r\n',
      entities: ['rocket/vega', 'company/avio'],
      pageKey: 'https://news.example/story',
    });
    const text = encodeMarkdown([record], { by: 'entity' })
      .map((file) => file.text)
      .join('\n');
    expect(decodeMarkdown(text, context).records).toEqual([record, record]);
  });

  it('takes a changed note and changed tags as an edit', () => {
    const edited = textOf().replace('Mine.', 'Mine, edited.').replace('#reuse', '#reuse · #new');
    const { records, problems } = decodeMarkdown(edited, { ...context, local: [one] });
    expect(problems).toEqual([]);
    expect(records).toEqual([withNote(one, 'Mine, edited.', ['reuse', 'new'], NOW)]);
    expect(merge([one], records).updated).toHaveLength(1);
    const again = decodeMarkdown(edited, { now: '2027-01-01T00:00:00.000Z', local: records });
    expect(merge(records, again.records).unchanged).toHaveLength(1);
  });

  it('takes a note that was emptied as an edit, and one that was added', () => {
    const emptied = decodeMarkdown(textOf().replace('Mine.\n\n', ''), { ...context, local: [one] });
    expect(emptied.records.map((record) => noteOf(record.annotation))).toEqual(['']);
    const bare = aStoredAnnotation();
    const added = textOf([bare]).replace('\n\n- [', '\n\nNew.\n\n- [');
    const { records } = decodeMarkdown(added, { ...context, local: [bare] });
    expect(records.map((record) => noteOf(record.annotation))).toEqual(['New.']);
  });

  it('is a conflict where the note was edited here meanwhile', () => {
    const local = [withNote(one, 'Edited here.', ['reuse'], '2026-03-20T00:00:00.000Z')];
    const { records } = decodeMarkdown(textOf().replace('Mine.', 'Edited there.'), {
      ...context,
      local,
    });
    expect(merge(local, records).conflicts).toHaveLength(1);
  });

  it('removes nothing when a block was taken out', () => {
    const other = aStoredAnnotation({
      id: anId(2),
      quote: 'second',
      pageKey: 'https://news.example/story',
    });
    const lines = textOf([one, other]).split('\n');
    const start = lines.findIndex((line) => line.includes(anId(1)));
    lines.splice(start, 6);
    const { records, problems } = decodeMarkdown(lines.join('\n'), {
      ...context,
      local: [one, other],
    });
    expect(problems).toEqual([]);
    expect(records).toEqual([other]);
  });

  it('does not take a changed quotation', () => {
    const text = textOf().replace('> The first', '> The second');
    const known = decodeMarkdown(text, { ...context, local: [one] });
    expect(known.records).toEqual([one]);
    expect(known.problems[0]?.message).toContain('words of the page');
    const unknown = decodeMarkdown(text, context);
    expect(unknown.records).toEqual([]);
    expect(unknown.problems[0]).toMatchObject({ line: 15 });
  });

  it('passes over what a reader wrote around the blocks', () => {
    const text = textOf().replace('# A story\n', '# A story\n\nMy own words, > and quotes.\n');
    expect(decodeMarkdown(text, context).records).toEqual([one]);
  });

  it('can be read without its last comment, with what is left', () => {
    const text = textOf().split('<!-- downrange-records')[0] ?? '';
    const [record] = decodeMarkdown(text, context).records;
    expect(record?.annotation).toMatchObject({
      id: anId(1),
      target: { source: 'https://news.example/story', styleClass: 'yellow' },
    });
    expect(record === undefined ? [] : tagsOf(record.annotation)).toEqual(['reuse']);
  });

  it('reads files that an editor gave Windows line ends', () => {
    expect(decodeMarkdown(textOf().replaceAll('\n', '\r\n'), context).records).toEqual([one]);
  });

  it.each([
    [
      'a line that ends a block is missing',
      textOf().replace(/^- \[↗.*$/m, ''),
      'is missing. Put it back',
    ],
    ['there is nothing of ours', '# Notes\n\n> quote\n', 'Only files that Downrange wrote'],
  ])('says what to do when %s', (_, text, message) => {
    const { records, problems } = decodeMarkdown(text, context);
    expect(records).toEqual([]);
    expect(problems[0]?.message).toContain(message);
  });
});

describe('a file name', () => {
  it.each([
    ['signs that file systems refuse', 'a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
    ['signs that wiki links refuse', 'a#b^c[d]', 'a b c d'],
    ['dots and spaces at the ends', ' ..a. ', 'a'],
    ['a path', '../../etc/passwd', 'etc passwd'],
    ['nothing', '???', 'Untitled'],
    ['a device of Windows', 'CON', 'CON_'],
    ['a long Chinese title, cut at 120 bytes', '火'.repeat(100), '火'.repeat(40)],
    ['emoji, never cut in half', '🚀'.repeat(40), '🚀'.repeat(30)],
    ['a control character', 'a\u0000b\u202ec', 'a b c'],
  ])('is made of %s', (_, title, name) => {
    expect(fileNameFrom(title)).toBe(name);
  });

  it('is never given twice, in whatever capitals', () => {
    const page = (n: number, title: string) =>
      aStoredAnnotation({ id: anId(n), title, pageKey: `https://a.example/${n}` });
    const files = encodeMarkdown([page(1, 'Story'), page(2, 'story'), page(3, 'story 2')]);
    expect(files.map(({ name }) => name)).toEqual(['Story.md', 'story 2.md', 'story 2 2.md']);
  });
});

describe('a zip of Markdown', () => {
  it('holds the files and comes back', () => {
    const files = encodeMarkdown(aMixedCorpus());
    const zip = zipOf(files);
    expect(Object.keys(unzipSync(zip)).sort()).toEqual(files.map(({ name }) => name).sort());
    expect(unzipMarkdown(zip)).toHaveLength(files.length);
    expect(zipOf(files)).toEqual(zip);
  });

  it('is refused when it is damaged', () => {
    expect(unzipMarkdown(new Uint8Array([80, 75, 3, 4, 1, 2, 3]))).toBeNull();
    expect(unzipMarkdown(zipOf(encodeMarkdown(aMixedCorpus())).slice(0, 200))).toBeNull();
  });
});
