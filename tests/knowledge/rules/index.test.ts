import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES } from '@/knowledge/rules';

const folder = (path: string) =>
  readdirSync(new URL(`../../../${path}`, import.meta.url)).filter((name) => name !== 'index.ts');

describe('the list of rules', () => {
  it('has every rule of the folder, under the name of its file', () => {
    const files = folder('knowledge/rules').map((name) => name.replace(/\.ts$/, ''));
    expect(RULES.map((rule) => rule.name).toSorted()).toEqual(files.toSorted());
  });

  it.each(RULES.map((rule) => rule.name))('has tests for %s', (name) => {
    expect(folder('tests/knowledge/rules')).toContain(`${name}.test.ts`);
  });

  it('has the remedy for every rule in the README', () => {
    const readme = readFileSync(new URL('../../../knowledge/README.md', import.meta.url), 'utf8');
    const missing = RULES.filter(({ name }) => !readme.includes(`\`${name}\``));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });
});
