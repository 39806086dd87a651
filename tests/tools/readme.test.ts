import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '@/tools/lib/build';

describe('the README', () => {
  it('explains every npm script, and none that is not there', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    const table = readme.slice(
      readme.indexOf('## Commands'),
      readme.indexOf('## Where to go next'),
    );
    const first = table.split('\n').flatMap((line) => line.split('|')[1] ?? []);
    const told = first
      .flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)])
      .map(([, words = '']) => words.replace(/^npm (?:run )?(?:--silent )?/, '').split(' ')[0]);
    expect(told.toSorted()).toEqual(Object.keys(scripts).sort());
  });
});
