import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createTranslate } from '@/core/i18n/messages';
import { INVERSE_LABELS } from '@/core/knowledge/related';
import { UNITS } from '@/core/knowledge/units';

/* Code repeats two tables of the knowledge base, because no file can be read where a card is drawn. */

function yaml(name: string): unknown {
  return parse(readFileSync(new URL(`../../../knowledge/${name}`, import.meta.url), 'utf8'));
}

describe('the units in code', () => {
  const units = yaml('units.yaml') as Record<
    string,
    { family: string; base?: number; label: object }
  >;

  it('are those of knowledge/units.yaml', () => {
    const expected = Object.fromEntries(
      Object.entries(units).map(([key, { label, ...unit }]) => [key, { ...unit, ...label }]),
    );
    expect(UNITS).toEqual(expected);
  });
});

describe('the inverse names in code', () => {
  const properties = yaml('properties.yaml') as Record<
    string,
    { inverse?: { en: string; zh: string } }
  >;
  const inverses = Object.entries(properties).flatMap(([property, { inverse }]) =>
    inverse === undefined ? [] : [{ property, inverse }],
  );

  for (const { property, inverse } of inverses) {
    it(`${property} read backwards is ${inverse.en}`, () => {
      const label = INVERSE_LABELS[property];
      expect(label).toBeDefined();
      if (label === undefined) return;
      expect(createTranslate('en')(label)).toBe(inverse.en);
      expect(createTranslate('zh')(label)).toBe(inverse.zh);
    });
  }
});
