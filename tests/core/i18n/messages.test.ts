import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createTranslate } from '@/core/i18n/messages';

interface Entry {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

function catalog(locale: string): Readonly<Record<string, Entry>> {
  return JSON.parse(readFileSync(join(ROOT, `public/_locales/${locale}/messages.json`), 'utf8'));
}

const EN = catalog('en');
const ZH = catalog('zh_CN');

function namesIn(message: string): readonly string[] {
  return [
    ...new Set([...message.matchAll(/\$(\w+)\$/g)].map(([, name = '']) => name.toLowerCase())),
  ].sort();
}

describe('the message files', () => {
  it('have the same keys in the same order', () => {
    expect(Object.keys(ZH)).toEqual(Object.keys(EN));
  });

  for (const [key, entry] of Object.entries(EN)) {
    it(`${key}: both languages use the declared placeholders`, () => {
      const declared = Object.keys(entry.placeholders ?? {}).sort();
      expect(namesIn(entry.message)).toEqual(declared);
      expect(namesIn(ZH[key]?.message ?? '')).toEqual(declared);
      expect(ZH[key]?.placeholders).toEqual(entry.placeholders);
    });
  }

  it('have placeholders that the browser can number', () => {
    for (const { placeholders = {} } of Object.values(EN)) {
      const contents = Object.values(placeholders).map(({ content }) => content);
      expect(contents).toEqual(contents.map((_, index) => `$${index + 1}`));
    }
  });

  it('never say that anything is so now', () => {
    const texts = [...Object.values(EN), ...Object.values(ZH)].map(({ message }) => message);
    expect(texts.filter((text) => /\bcurrently\b|目前|当前火箭/i.test(text))).toEqual([]);
  });

  it('have no exclamation marks', () => {
    const texts = [...Object.values(EN), ...Object.values(ZH)].map(({ message }) => message);
    expect(texts.filter((text) => /[!！]/.test(text))).toEqual([]);
  });

  it('have keys that some code or the manifest uses', () => {
    const source = ['components', 'core', 'entrypoints', 'platform', 'dom', 'modules']
      .flatMap((folder) => sourceFiles(join(ROOT, folder)))
      .concat(['wxt.config.ts'].map((file) => join(ROOT, file)))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const unused = Object.keys(EN).filter(
      (key) => !source.includes(`'${key}'`) && !source.includes(`__MSG_${key}__`),
    );
    expect(unused).toEqual([]);
  });

  it('have every key that the manifest uses', () => {
    const manifest = readFileSync(join(ROOT, 'wxt.config.ts'), 'utf8');
    const used = [...manifest.matchAll(/__MSG_(\w+)__/g)].map(([, key = '']) => key);
    expect(used.filter((key) => EN[key] === undefined)).toEqual([]);
  });
});

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}

describe('createTranslate', () => {
  it('fills placeholders by name', () => {
    expect(createTranslate('en')('asOf', { date: '3 Dec 2025' })).toBe('as of 3 Dec 2025');
    expect(createTranslate('zh')('asOf', { date: '2025年12月3日' })).toBe('截至 2025年12月3日');
  });

  it('leaves a dollar sign in a substitution alone', () => {
    expect(createTranslate('en')('about', { value: 'US$5 m and $value$' })).toBe(
      'about US$5 m and $value$',
    );
  });
});
