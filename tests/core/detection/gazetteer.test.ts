import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openGazetteer } from '@/core/detection/gazetteer';
import { readEntities, slugOf, writeEntities } from '@/core/detection/gazetteer-entities';
import { HEADER, HEADER_WORDS } from '@/core/detection/gazetteer-format';
import { openNames, splitGazetteer } from '@/core/detection/gazetteer-names';
import { createMatcher } from '@/core/detection/matcher';
import { compileGazetteer, readNameTables } from '@/knowledge/compiler/gazetteer';
import { otherForms, readDecoys, readNameForms } from '@/knowledge/compiler/name-forms';
import { anEntity, namesOf } from '../../support/names';

const ENTITIES = [
  anEntity('agency/esa', 'European Space Agency', {
    text: 'ESA',
    kind: 'acronym',
    ambiguity: 'Spanish word',
  }),
  anEntity('company/onewebb', 'OneWeb', 'Network Access Associates'),
  anEntity('constellation/oneweb', 'OneWeb', { text: '一网', kind: 'short', ambiguity: 'a net' }),
  anEntity('rocket/long-march-5', 'Long March 5', '长征五号'),
  anEntity('site/esrange', 'Esrange Space Centre', { text: 'Esrange', kind: 'short' }),
];
const tables = readNameTables();
const bytes = compileGazetteer(ENTITIES, ['Esa Pekka'], tables);

/** The alias of the only name in the text. */
function aliasOf(text: string) {
  const gazetteer = openGazetteer(bytes);
  const [found] = createMatcher(gazetteer).scan(text);
  return found === undefined ? null : gazetteer.alias(found.alias);
}

describe('aliases', () => {
  it.each([
    [
      'a main name',
      'European Space Agency',
      { entities: ['agency/esa'], kind: 'name', ambiguous: false, short: false },
    ],
    ['an ambiguous acronym', 'ESA', { entities: ['agency/esa'], kind: 'acronym', ambiguous: true }],
    [
      'a short form',
      'Esrange',
      { entities: ['site/esrange'], kind: 'short', ambiguous: false, short: true },
    ],
    [
      'a name of two entities',
      'OneWeb',
      { entities: ['company/onewebb', 'constellation/oneweb'], ambiguous: true },
    ],
    ['another form of the family', 'CZ-5', { entities: ['rocket/long-march-5'], ambiguous: false }],
    [
      'a two-letter code of the family',
      'LM-5',
      { entities: ['rocket/long-march-5'], ambiguous: true },
    ],
    [
      'one character of the family',
      '长五',
      { entities: ['rocket/long-march-5'], kind: 'short', ambiguous: true },
    ],
    ['a decoy', 'Esa Pekka', { entities: [], decoy: true }],
  ])('%s', (_, text, alias) => {
    expect(aliasOf(text)).toMatchObject(alias);
  });

  it('throws on a number that no candidate carries', () => {
    expect(() => openGazetteer(bytes).alias(-5)).toThrow(
      'expected the alias of a candidate, got -5',
    );
    expect(() => openGazetteer(bytes).alias(10 ** 9)).toThrow('expected the alias');
  });

  it('leaves out a maker before a name, a type noun behind one, and a single character', () => {
    const { matcher } = namesOf(
      [
        anEntity('company/spacex', 'SpaceX'),
        anEntity('rocket/starship', 'Starship', 'SpaceX Starship', 'Starship rocket', '舰'),
      ],
      [],
      tables,
    );
    const text = 'SpaceX Starship rocket 舰';
    expect(matcher.scan(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'SpaceX',
      'Starship',
    ]);
  });
});

describe('entities', () => {
  it('gives them as they were compiled', () => {
    const gazetteer = openGazetteer(bytes);
    expect(gazetteer.entities()).toEqual(
      ENTITIES.map(({ id, kind, name }) => ({ id, kind, name })),
    );
    expect(gazetteer.entity('site/esrange')?.name).toBe('Esrange Space Centre');
    expect(gazetteer.entity('site/nowhere')).toBeNull();
  });

  it('survives the round trip with any name', () => {
    const entity = fc
      .tuple(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
      )
      .map(([name, slug]) => ({ id: `rocket/${slug}` as const, kind: 'rocket' as const, name }));
    fc.assert(
      fc.property(fc.array(entity), (entities) => {
        expect(readEntities(writeEntities(entities), entities.length)).toEqual(entities);
      }),
      { seed: 20260901 },
    );
  });

  it.each([
    ['Zhuque-3', 'zhuque-3'],
    ["Chang'e-6", 'change-6'],
    ['Alcântara Space Center', 'alcantara-space-center'],
  ])('makes the slug of %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });
});

describe('bytes', () => {
  it('are the same for the same names', () => {
    expect(compileGazetteer(ENTITIES, ['Esa Pekka'], tables)).toEqual(bytes);
  });

  it('are read from the middle of a larger buffer', () => {
    const padded = new Uint8Array(bytes.length + 3);
    padded.set(bytes, 3);
    expect(openGazetteer(padded.subarray(3)).entities()).toHaveLength(ENTITIES.length);
  });

  it('find names without their meanings, and learn them later', () => {
    const { names, meanings } = splitGazetteer(bytes);
    const alone = openNames(names);
    const [found] = createMatcher(alone).scan('European Space Agency');
    expect(found).toMatchObject({ start: 0, end: 21 });
    expect(() => openGazetteer(names)).toThrow(
      'expected part 324d5244 of a gazetteer, got 0 bytes',
    );
    const whole = openGazetteer(alone.names, meanings);
    expect(whole.alias(found?.alias ?? 0).entities).toEqual(['agency/esa']);
  });

  it.each([
    ['none', new Uint8Array(0)],
    ['too few', bytes.subarray(0, 40)],
    ['cut off', splitGazetteer(bytes).names.subarray(4)],
    ['something else', new Uint8Array(bytes.length)],
  ])('%s: says what was expected', (_, damaged) => {
    expect(() => openGazetteer(damaged)).toThrow(
      /^expected part 33475244 of a gazetteer, got \d+ bytes/,
    );
  });

  it('never hang or give spans outside of the text when they are damaged', () => {
    const text = 'OneWeb and ESA flew Long March 5, 长征五号与一网, Esrange. '.repeat(3);
    // The trie and all that is behind it: sections before it are bounded by their views.
    const start = new Uint32Array(bytes.buffer, 0, HEADER_WORDS)[HEADER.trie] ?? 0;
    const end = splitGazetteer(bytes).names.length - 1;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: start, max: end }), fc.nat(255)), {
          minLength: 1,
          maxLength: 40,
        }),
        (changes) => {
          const damaged = bytes.slice();
          for (const [at, byte] of changes) damaged[at] = byte;
          const gazetteer = openGazetteer(damaged);
          let behind = 0;
          for (const found of createMatcher(gazetteer).scan(text)) {
            expect(found.start).toBeGreaterThanOrEqual(behind);
            expect(found.end).toBeGreaterThan(found.start);
            expect(found.end).toBeLessThanOrEqual(text.length);
            gazetteer.alias(found.alias);
            behind = found.end;
          }
        },
      ),
      { numRuns: 1000, seed: 20260901 },
    );
  }, 60_000);
});

describe('knowledge/families.yaml and knowledge/decoys.yaml', () => {
  const forms = readNameForms();
  const texts = (name: string) => otherForms(name, forms).map(({ text }) => text);

  it.each([
    ['长征十二号甲', 'CZ-12A'],
    ['Long March 12A', '长征12A'],
    ['Ariane 6', '阿丽亚娜6'],
    ['Wenchang Space Launch Center', 'Wenchang Space Launch Centre'],
    ['蓝箭航天', '蓝箭航太'],
    ['Airbus Defence & Space', 'Airbus Defence and Space'],
  ])('%s is also written %s', (name, other) => {
    expect(texts(name)).toContain(other);
  });

  it.each(['Falcon Heavy', '长征精神', 'Centerline', 'Long March', 'Atlas Copco'])(
    '%s has no other form',
    (name) => {
      expect(texts(name)).toEqual([]);
    },
  );

  it('has at least three hundred decoys, each once', () => {
    const decoys = readDecoys();
    expect(decoys.length).toBeGreaterThan(300);
    expect(new Set(decoys).size).toBe(decoys.length);
  });
});
