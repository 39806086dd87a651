import { describe, expect, it } from 'vitest';
import { plant, VARIANTS } from '@/bench/matching/variants';
import type { Finder } from '@/core/detection/finder';
import { openNames } from '@/core/detection/gazetteer-names';
import { createMatcher } from '@/core/detection/matcher';
import { compileGazetteer } from '@/knowledge/compiler/gazetteer';
import { loadKnowledge, readDataFiles } from '@/knowledge/compiler/load';
import { readDecoys } from '@/knowledge/compiler/name-forms';
import { namedEntities } from '@/knowledge/compiler/named-entities';

/** Passes over nothing: what the finder must agree with, at a hundred times its price. */
const everywhere: Finder = {
  find: (_, from, to) => (from < to ? from : null),
  findSmall: (_, from, to) => (from < to ? from : null),
};

describe('against a search at every place', () => {
  const entities = namedEntities(loadKnowledge(readDataFiles('knowledge')).knowledge);
  const names = openNames(compileGazetteer(entities, readDecoys()));
  const texts = entities.flatMap(({ name, aliases }) => [name, ...aliases.map(({ text }) => text)]);
  // Names that begin with a small letter or digit are looked for by their beginning as it is written.
  const capitals = texts.filter((text) => /^[^a-z\d]/.test(text));

  it.each(VARIANTS)(
    'passes over no name: $name',
    (variant) => {
      const { text } = plant(capitals, variant);
      expect(createMatcher(names).scan(text)).toEqual(createMatcher(names, everywhere).scan(text));
    },
    60_000,
  );
});
