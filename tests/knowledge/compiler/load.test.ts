import { describe, expect, it } from 'vitest';
import { entity, knowledgeOf, loadingProblems, SOURCES } from '../support/knowledge';

const PATH = 'entities/rocket/alpha.yaml';
const rocket = (text: string) => ({ [PATH]: text });

describe('loadKnowledge', () => {
  it('keeps dates and words that YAML 1.1 would turn into something else', () => {
    const { entities } = knowledgeOf(
      rocket(
        `id: rocket/alpha
names: { en: No }
claims:
  - { property: first-flight, value: 2025-12-03, asOf: 2025, source: press }
  - { property: first-flight, value: 2025, asOf: 2025-12, source: [press] }${SOURCES}`,
      ),
    );
    const claims = entities[0]?.value.claims ?? [];
    expect(entities[0]?.value.names.en).toBe('No');
    expect(claims.map(({ value }) => value)).toEqual(['2025-12-03', 2025]);
    expect(claims.map(({ asOf }) => asOf)).toEqual(['2025', '2025-12']);
    expect(claims.map(({ source }) => source)).toEqual([['press'], ['press']]);
  });

  it('knows the line of every value, and of the nearest thing above one that is missing', () => {
    const [alpha] = knowledgeOf(
      rocket(
        `id: rocket/alpha
names:
  en: Alpha
claims:
  - property: stages
    value: 2
    asOf: 2026
    source: press${SOURCES}`,
      ),
    ).entities;
    expect(alpha?.lineOf(['names', 'en'])).toBe(3);
    expect(alpha?.lineOf(['claims', 0, 'value'])).toBe(6);
    expect(alpha?.lineOf(['claims', 0, 'unit'])).toBe(5);
    expect(alpha?.lineOf(['events'])).toBe(1);
  });

  it('sorts entities by id and keeps the id of a file that cannot be read', () => {
    const files = {
      'entities/site/b.yaml': entity('site/b', 'B'),
      'entities/company/a.yaml': entity('company/a', 'A'),
    };
    expect(knowledgeOf(files).entities.map(({ id }) => id)).toEqual(['company/a', 'site/b']);
  });

  it.each([
    {
      name: 'a key that stands twice',
      text: 'id: rocket/alpha\nnames: { en: A }\nid: rocket/alpha\n',
      problem: `${PATH}:3: this key stands here twice; merge the two or remove one [yaml]`,
    },
    {
      name: 'an unknown key',
      text: 'id: rocket/alpha\nnames: { en: A }\nalias: []\n',
      problem: `${PATH}:1: the file: unknown key "alias" (did you mean "aliases"?); known here: id, names, aliases, summary, gcat, claims, events, sources [schema]`,
    },
    {
      name: 'a missing name',
      text: 'id: rocket/alpha\nnames: { zh: 阿 }\n',
      problem: `${PATH}:2: names.en: is missing; write a text [schema]`,
    },
    {
      name: 'a name that YAML reads as a number',
      text: 'id: rocket/alpha\nnames: { en: 3 }\n',
      problem: `${PATH}:2: names.en: must be a text; put it in quotes if it looks like a number [schema]`,
    },
    {
      name: 'a text in one language only',
      text: 'id: rocket/alpha\nnames: { en: A }\nsummary: { en: A rocket }\n',
      problem: `${PATH}:3: summary.zh: is missing; write a text [schema]`,
    },
    {
      name: 'a blank text',
      text: 'id: rocket/alpha\nnames: { en: " " }\n',
      problem: `${PATH}:2: names.en: is blank or has spaces at its ends; trim it or remove the key [schema]`,
    },
    {
      name: 'an unknown kind of alias',
      text: 'id: rocket/alpha\nnames: { en: A }\naliases:\n  - { text: B, kind: nick }\n',
      problem: `${PATH}:4: aliases[0].kind: must be one of name, short, former, acronym, localised, legal, translation, ticker [schema]`,
    },
    {
      name: 'a date that is none',
      text: `id: rocket/alpha\nnames: { en: A }\nclaims:\n  - { property: stages, value: 2, asOf: 2026-13, source: press }${SOURCES}`,
      problem: `${PATH}:4: claims[0].asOf: is no date; write 2025, 2025-12 or 2025-12-03 [schema]`,
    },
    {
      name: 'an address that is none',
      text: 'id: rocket/alpha\nnames: { en: A }\nsources:\n  a: { title: T, publisher: P, url: example.org }\n',
      problem: `${PATH}:4: sources.a.url: must be a full https:// address [schema]`,
    },
  ])('reports $name', ({ text, problem }) => {
    expect(loadingProblems(rocket(text))).toEqual([problem]);
  });

  it('reports every fault of a file at once', () => {
    const text = 'id: rocket/alpha\nnames: { en: 3 }\nsummary: { en: A }\n';
    expect(loadingProblems(rocket(text))).toHaveLength(2);
  });

  it('rejects a path that no entity can have', () => {
    expect(loadingProblems({ 'entities/rockets/Alpha.yaml': 'id: x' })).toEqual([
      'entities/rockets/Alpha.yaml:1: no entity can have this path; name it entities/<kind>/<slug>.yaml, the slug in lower case with hyphens [path]',
    ]);
  });
});
