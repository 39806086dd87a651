import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const CSS = readFileSync(new URL('../../components/ui/tokens.css', import.meta.url), 'utf8');

/** Custom properties of a stretch of CSS, by name; the last one wins. */
function properties(css: string): ReadonlyMap<string, string> {
  return new Map(
    [...css.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [
      name,
      value.replace(/\s+/g, ' ').trim(),
    ]),
  );
}

function between(start: string, end: string): string {
  const from = CSS.indexOf(start);
  const to = CSS.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`expected “${start}” before “${end}” in tokens.css`);
  return CSS.slice(from, to);
}

const LIGHT = properties(between(':root,', 'DARK:BEGIN'));
const BY_SYSTEM = properties(between('DARK:BEGIN', ':root[data-theme="dark"]'));
const BY_CHOICE = properties(between(':root[data-theme="dark"]', 'DARK:END'));
const DARK = new Map([...LIGHT, ...BY_CHOICE]);

/** WCAG 2.2, relative luminance of an opaque hex colour. */
function luminance(hex: string): number {
  const found = /^#([0-9a-f]{6})$/i.exec(hex)?.[1];
  if (found === undefined) throw new Error(`expected a colour such as #12161a, got "${hex}"`);
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const channel = Number.parseInt(found.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(theme: ReadonlyMap<string, string>, ink: string, ground: string): number {
  const [a, b] = [luminance(theme.get(ink) ?? ''), luminance(theme.get(ground) ?? '')];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const KINDS = ['company', 'rocket', 'engine', 'spacecraft', 'site', 'market'];
const TEXT: readonly (readonly [ink: string, grounds: readonly string[]])[] = [
  [
    '--ink-1',
    [
      '--surface-0',
      '--surface-1',
      '--surface-float',
      '--surface-2',
      '--surface-3',
      '--accent-tint',
    ],
  ],
  [
    '--ink-2',
    [
      '--surface-0',
      '--surface-1',
      '--surface-float',
      '--surface-2',
      '--surface-3',
      '--accent-tint',
    ],
  ],
  [
    '--ink-3',
    [
      '--surface-0',
      '--surface-1',
      '--surface-float',
      '--surface-2',
      '--surface-3',
      '--accent-tint',
    ],
  ],
  ['--accent', ['--surface-1', '--surface-float', '--accent-tint']],
  ['--on-accent', ['--accent', '--accent-strong']],
  ['--fail', ['--surface-1', '--surface-float', '--fail-tint']],
  ['--stale', ['--surface-1', '--surface-float', '--surface-2']],
  ...KINDS.map((kind) => [`--kind-${kind}`, ['--surface-1', '--surface-float']] as const),
];

for (const [theme, tokens] of [
  ['light', LIGHT],
  ['dark', DARK],
] as const) {
  describe(`the ${theme} theme`, () => {
    for (const [ink, grounds] of TEXT)
      for (const ground of grounds) {
        it(`has ${ink} readable on ${ground}`, () => {
          expect(contrast(tokens, ink, ground)).toBeGreaterThanOrEqual(4.5);
        });
      }

    it('has edges of controls that can be seen', () => {
      expect(contrast(tokens, '--edge', '--surface-1')).toBeGreaterThanOrEqual(3);
    });
  });
}

describe('the two ways to the dark theme', () => {
  it('give the same colours', () => {
    expect(BY_SYSTEM.size).toBeGreaterThan(40);
    expect([...BY_CHOICE]).toEqual([...BY_SYSTEM]);
  });
});

describe('measures', () => {
  it('are never relative to the page’s type size', () => {
    expect(CSS).not.toMatch(/\d(?:rem|em)\b/);
  });
});
