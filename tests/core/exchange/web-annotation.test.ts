import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Ajv from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredAnnotation } from '@/core/annotation/annotation';
import { noteOf, quoteOf, tagsOf } from '@/core/annotation/annotation';
import { encodeWebAnnotations, toWebAnnotation } from '@/core/exchange/web-annotation';
import { decodeWebAnnotations } from '@/core/exchange/web-annotation-decode';
import { aStoredAnnotation } from '@/tests/support/annotations';
import { aMixedCorpus, anId, NOW } from './corpus';

const SCHEMAS = 'tests/fixtures/exchange/w3c-schemas';
const context = { now: NOW };

/** Checks of the W3C's MUST assertions, by file name. */
function mustChecks(list: string) {
  const ajv = new Ajv({ strict: false });
  ajv.addFormat('uri', /^[a-z][a-z0-9+.-]*:[^\s]*$/i);
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
  const load = (path: string) => fromDraft4(JSON.parse(readFileSync(join(SCHEMAS, path), 'utf8')));
  for (const file of readdirSync(join(SCHEMAS, 'definitions')))
    ajv.addSchema(load(`definitions/${file}`));
  const { assertions }: { assertions: string[] } = JSON.parse(
    readFileSync(join(SCHEMAS, list), 'utf8'),
  );
  return assertions.map((path) => [basename(path), ajv.compile(load(path))] as const);
}

/** Draft-04 names a schema by `id` and says by a flag that a minimum is exclusive; ajv reads later drafts. */
function fromDraft4(schema: object): object {
  const text = JSON.stringify(schema, (key, value) => {
    if (key === '$schema') return undefined;
    if (value?.exclusiveMinimum === true)
      return { type: value.type, exclusiveMinimum: value.minimum };
    return value;
  });
  const { id, ...rest } = JSON.parse(text);
  return { $id: id, ...rest };
}

const annotationMusts = mustChecks('annotations/annotationMusts.test');
const collectionMusts = mustChecks('collections/collectionMusts.test');
const faults = (checks: typeof annotationMusts, value: unknown) =>
  checks.filter(([, check]) => !check(value)).map(([name]) => name);

describe('the collection that we write', () => {
  const collection = JSON.parse(encodeWebAnnotations(aMixedCorpus()));

  it('meets every MUST of the W3C on collections', () => {
    expect(collectionMusts.length).toBeGreaterThan(8);
    expect(faults(collectionMusts, collection)).toEqual([]);
  });

  it('meets every MUST of the W3C on annotations', () => {
    expect(annotationMusts.length).toBeGreaterThan(50);
    for (const item of collection.first.items) expect(faults(annotationMusts, item)).toEqual([]);
  });

  it('is told from a broken one by these checks', () => {
    const [item] = collection.first.items;
    expect(faults(annotationMusts, { ...item, '@context': 'x' })).not.toEqual([]);
    expect(faults(annotationMusts, { ...item, target: undefined })).not.toEqual([]);
    expect(
      faults(annotationMusts, { ...item, bodyValue: 'x', body: 'http://a.example' }),
    ).not.toEqual([]);
  });

  it('has no page when there is nothing in it', () => {
    const empty = JSON.parse(encodeWebAnnotations([]));
    expect(empty).toMatchObject({ type: 'AnnotationCollection', total: 0 });
    expect(empty).not.toHaveProperty('first');
    expect(faults(collectionMusts, empty)).toEqual([]);
  });

  it('gives its page no context', () => {
    expect(collection.first).not.toHaveProperty('@context');
    expect(collection).toMatchObject({ total: 7, first: { startIndex: 0 } });
  });

  it('leaves out the trash', () => {
    const trashed = aStoredAnnotation({ deletedAt: NOW });
    expect(JSON.parse(encodeWebAnnotations([trashed])).total).toBe(0);
  });
});

describe('a position', () => {
  const [, , chinese] = aMixedCorpus();
  const positionIn = (record: StoredAnnotation | undefined, text: string | null) => {
    if (record === undefined) throw new Error('expected a record');
    return Object(toWebAnnotation(record, text)).target.selector[1];
  };

  it('counts code points: two rockets before and one inside take three off', () => {
    expect(positionIn(chinese, null)).toMatchObject({ start: 5, end: 26 - 3 });
  });

  it('counts all that stands before when the text of the page is at hand', () => {
    const text = `🚀 far above. ${'x'.repeat(40)}The first stage came down upright. 🚀`;
    const start = text.indexOf('The first');
    const record = aStoredAnnotation({ quote: 'The first stage came down upright.' });
    const selector = [
      { type: 'TextQuoteSelector', exact: 'The first stage came down upright.' } as const,
      { type: 'TextPositionSelector', start, end: start + 34 } as const,
    ];
    const target = { ...record.annotation.target, selector };
    const moved = { ...record, annotation: { ...record.annotation, target } };
    expect(positionIn(moved, text)).toMatchObject({ start: start - 1, end: start + 33 });
  });

  it('comes back in UTF-16 units', () => {
    const { records } = decodeWebAnnotations(encodeWebAnnotations(aMixedCorpus()), context);
    expect(records[2]?.annotation.target.selector?.[1]).toMatchObject({ start: 7, end: 26 });
  });
});

describe('our collection read again', () => {
  it('is what it was', () => {
    const { records, problems } = decodeWebAnnotations(
      encodeWebAnnotations(aMixedCorpus()),
      context,
    );
    expect(problems).toEqual([]);
    expect(records).toEqual(aMixedCorpus());
  });

  it('is what it was, whatever a reader and a page write', () => {
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 30 })
      .filter((s) => s.trim() !== '');
    const word = fc.constantFrom('reuse', '回收', '🚀', 'b-c', 'C++', 'first stage');
    fc.assert(
      fc.property(
        text,
        text,
        fc.uniqueArray(word, { maxLength: 3 }),
        fc.nat(500),
        (quote, note, tags, n) => {
          const record = aStoredAnnotation({
            id: anId(n),
            quote,
            note,
            tags,
            pageKey: 'https://news.example/story',
          });
          expect(decodeWebAnnotations(encodeWebAnnotations([record]), context).records).toEqual([
            record,
          ]);
        },
      ),
      { seed: 7, numRuns: 40 },
    );
  }, 30_000);
});

describe('annotations of others', () => {
  it('are read from a list, with what we have no place for kept', () => {
    const file = readFileSync('tests/fixtures/exchange/w3c/recogito-annotations.json', 'utf8');
    const { records, problems } = decodeWebAnnotations(file, context);
    expect(problems).toEqual([]);
    expect(records).toHaveLength(JSON.parse(file).length);
    expect(records[0]).toMatchObject({
      annotation: {
        id: 'urn:uuid:9b6aa528-660a-4551-8265-66f45c61acab',
        created: '2024-01-05T13:19:14.716Z',
        target: { source: 'https://www.gutenberg.org/files/1727/1727-h/1727-h.htm' },
      },
      foreign: { creator: { id: 'ktKoKXUSAY88XxClOvGp' } },
    });
    const again = JSON.parse(encodeWebAnnotations(records)).first.items[0];
    expect(again).toMatchObject({ creator: { id: 'ktKoKXUSAY88XxClOvGp' } });
    expect(faults(annotationMusts, again)).toEqual([]);
  });

  it.each([
    [
      'a bare address and a text',
      { target: 'http://a.example/x', bodyValue: 'Look' },
      'Look',
      null,
    ],
    [
      'an address and an address',
      { target: 'http://a.example/x', body: 'http://b.example/' },
      'http://b.example/',
      null,
    ],
    [
      'a quotation in a single selector',
      {
        target: {
          source: 'http://a.example/x',
          selector: { type: 'TextQuoteSelector', exact: 'words' },
        },
      },
      '',
      'words',
    ],
    [
      'a quotation below a selector for the element',
      {
        target: {
          source: { id: 'http://a.example/x' },
          selector: {
            type: 'CssSelector',
            value: 'p',
            refinedBy: { type: 'TextQuoteSelector', exact: 'words' },
          },
        },
        body: [
          { type: 'TextualBody', value: 'one' },
          { type: 'TextualBody', value: 'two' },
        ],
      },
      'one\n\ntwo',
      'words',
    ],
  ])('are read with %s', (_, given, note, quote) => {
    const file = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'http://a.example/anno1',
      type: 'Annotation',
      ...given,
    };
    const { records, problems } = decodeWebAnnotations(JSON.stringify(file), context);
    expect(problems).toEqual([]);
    const [record] = records;
    if (record === undefined) throw new Error('expected a record');
    expect(noteOf(record.annotation)).toBe(note);
    expect(quoteOf(record.annotation)).toBe(quote);
    expect(record.annotation.target.source).toBe('http://a.example/x');
    expect(record.foreign).toMatchObject({ id: 'http://a.example/anno1', undated: true });
    expect(decodeWebAnnotations(JSON.stringify(file), context).records).toEqual(records);
  });

  it('take the motivation for the purpose of a body that has none', () => {
    const file = {
      id: 'http://a.example/1',
      type: 'Annotation',
      motivation: 'tagging',
      target: 'http://a.example/x',
      body: { type: 'TextualBody', value: 'reuse' },
    };
    const [record] = decodeWebAnnotations(JSON.stringify(file), context).records;
    expect(record === undefined ? [] : tagsOf(record.annotation)).toEqual(['reuse']);
  });

  it('do not put a highlight on a page of another site', () => {
    const file = JSON.parse(encodeWebAnnotations(aMixedCorpus().slice(0, 1)));
    file.first.items[0]['urn:downrange:envelope'].pageKey = 'https://bank.example/';
    const { records } = decodeWebAnnotations(JSON.stringify(file), context);
    expect(records[0]?.pageKey).toBe('https://news.example/story');
  });

  it.each([
    [
      'code for an address',
      { target: 'javascript:alert(1)', bodyValue: 'x' },
      'not the address of a page',
    ],
    ['no target', { bodyValue: 'x' }, 'no target'],
    [
      'no words',
      { target: { source: 'http://a.example', selector: { type: 'XPathSelector', value: '/p' } } },
      'quotes the words',
    ],
    ['neither words nor note', { target: 'http://a.example' }, 'neither a quotation nor a note'],
    [
      'a note that never ends',
      { target: 'http://a.example', bodyValue: 'x'.repeat(1_000_001) },
      'longer than',
    ],
  ])('are named with their path when they have %s', (_, given, message) => {
    const good = { type: 'Annotation', target: 'http://a.example/x', bodyValue: 'good' };
    const file = JSON.stringify([good, { type: 'Annotation', ...given }]);
    const { records, problems } = decodeWebAnnotations(file, context);
    expect(records).toHaveLength(1);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.path).toContain('[1]');
    expect(problems[0]?.message).toContain(message);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['a number', '1'],
    ['another object', '{"a":1}'],
    ['a hundred thousand brackets', '['.repeat(100_000)],
  ])('are refused in a file with %s', (_, text) => {
    const { records, problems } = decodeWebAnnotations(text, context);
    expect(records).toEqual([]);
    expect(problems).toHaveLength(1);
  });

  it('set no prototype and keep nothing that nests without end', () => {
    const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;
    const text = `[{"type":"Annotation","target":"http://a.example/x","bodyValue":"n","__proto__":{"polluted":1},"deep":${deep}}]`;
    const { records } = decodeWebAnnotations(text, context);
    expect(records).toHaveLength(1);
    expect(Object(records[0]?.foreign).polluted).toBeUndefined();
    expect(() => encodeWebAnnotations(records)).not.toThrow();
  });

  it.each([
    '0000-01-01T00:00:00Z',
    '-000001-01-01T00:00:00Z',
    '275761-01-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    'yesterday',
    '',
  ])('take a date such as "%s" for none', (created) => {
    const file = [{ type: 'Annotation', target: 'http://a.example/x', bodyValue: 'n', created }];
    const [record] = decodeWebAnnotations(JSON.stringify(file), context).records;
    expect(record).toMatchObject({ annotation: { created: NOW }, foreign: { undated: true } });
  });
});
