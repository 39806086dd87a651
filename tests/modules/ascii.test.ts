import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { toAscii } from '@/modules/ascii';

describe('a script in ASCII', () => {
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: programs as text.
  it.each([
    { name: 'a string', code: '"长征五号"', value: '长征五号' },
    { name: 'a template', code: '`é ${1 + 1} 号`', value: 'é 2 号' },
    { name: 'a letter of two code units', code: '"🚀".length + "🚀"', value: '2🚀' },
    { name: 'an expression', code: '/^[一-龥]+$/.test("火箭")', value: true },
    { name: 'an expression of code points', code: '/^[🚀🛰]$/u.test("🛰")', value: true },
    { name: 'a backslash before a letter', code: String.raw`"a\\é"`, value: String.raw`a\é` },
    { name: 'a letter behind a backslash', code: String.raw`/^\–$/.test("–")`, value: true },
    { name: 'a key', code: '({ "名": 1 })["名"]', value: 1 },
    { name: 'nothing to write anew', code: '"plain" + 1', value: 'plain1' },
    // biome-ignore-end lint/suspicious/noTemplateCurlyInString: programs as text.
  ])('means the same: $name', ({ code, value }) => {
    const ascii = toAscii(code);
    expect(ascii).toMatch(/^[ -~]*$/);
    expect(runInNewContext(ascii)).toEqual(value);
  });
});
