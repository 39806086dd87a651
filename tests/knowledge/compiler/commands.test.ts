import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runKnowledge } from '@/knowledge/compiler/commands';
import { entity, SOURCES, VOCABULARY } from '../support/knowledge';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'knowledge-'));
  const files = {
    ...VOCABULARY,
    'passages/none.txt': '',
    'entities/rocket/alpha.yaml': entity('rocket/alpha', 'Alpha', 'gcat: { vehicles: [Alpha] }'),
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
});

afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = runKnowledge(args, {
    root,
    output: join(root, 'output'),
    out: (text) => out.push(text),
    err: (text) => err.push(text),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const BROKEN = entity(
  'rocket/beta',
  'Beta',
  `claims:\n  - { property: maker, value: company/x, asOf: 2026, source: press }${SOURCES}`,
);

describe('check', () => {
  it('is silent and ends with 0 when all is well', () => {
    expect(run('check')).toEqual({ code: 0, out: '', err: '1 entities, 0 errors, 0 warnings' });
  });

  it('prints problems and ends with 1', () => {
    write('entities/rocket/beta.yaml', BROKEN);
    const { code, out } = run('check');
    expect(code).toBe(1);
    expect(out).toMatch(/^entities\/rocket\/beta\.yaml:4: company\/x has no file;/);
  });

  it('prints only what concerns the files that are named', () => {
    write('entities/rocket/beta.yaml', BROKEN);
    expect(run('check', 'knowledge/entities/rocket/alpha.yaml').code).toBe(0);
    expect(run('check', 'rocket/beta').code).toBe(1);
  });

  it('warns without failing', () => {
    write(
      'entities/rocket/electron.yaml',
      entity(
        'rocket/electron',
        'Electron',
        'aliases:\n  - { text: Electron, kind: name, ambiguity: a particle }',
      ),
    );
    const { code, out } = run('check');
    expect(code).toBe(0);
    expect(out).toContain('warning: "Electron" is ambiguous');
  });
});

describe('entities', () => {
  it('prints a line for each and nothing else', () => {
    expect(run('entities')).toEqual({
      code: 0,
      out: '{"id":"rocket/alpha","kind":"rocket","name":"Alpha","aliases":[],"claims":5,"sources":1}',
      err: '',
    });
  });

  it('prints nothing but problems, on the error stream, when there are errors', () => {
    write('entities/rocket/beta.yaml', BROKEN);
    expect(run('entities')).toMatchObject({ code: 1, out: '' });
  });

  it('leaves out what has errors in a draft', () => {
    write('entities/rocket/beta.yaml', BROKEN);
    const { code, out } = run('entities', '--draft');
    expect(code).toBe(0);
    expect(out).toContain(
      '"id":"rocket/beta","kind":"rocket","name":"Beta","aliases":[],"claims":0',
    );
  });
});

describe('new', () => {
  it('writes a file that passes the check', () => {
    const { code, out } = run('new', 'rocket', 'Zhuque-3');
    expect(code).toBe(0);
    expect(existsSync(out)).toBe(true);
    expect(run('check').code).toBe(0);
  });

  it('never writes over a file', () => {
    const path = join(root, 'entities/rocket/alpha.yaml');
    const before = readFileSync(path, 'utf8');
    expect(run('new', 'rocket', 'Alpha')).toMatchObject({ code: 1 });
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it.each([
    ['rockets', 'Alpha'],
    ['rocket', '朱雀'],
  ])('cannot make a %s called %s', (kind, name) => {
    expect(run('new', kind, name).code).toBe(2);
  });
});

describe('an unknown command', () => {
  it.each([[], ['chek']])('prints the usage for %j', (...args) => {
    expect(run(...args)).toMatchObject({ code: 2, out: '' });
  });
});
