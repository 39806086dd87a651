import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { backupLine, decodeBackup, encodeBackup } from '@/core/exchange/backup';
import { sha256 } from '@/core/exchange/sha256';
import { aCorpusWithTrash, NOW } from './corpus';

const options = { now: NOW, app: '0.1.0' };
const settings = backupLine('settings', { units: 'us' });
const later = '{"kind":"flight-plan","value":{"a": 1}, "extra" :true}';

function aBackup(): string {
  return encodeBackup(aCorpusWithTrash(), { ...options, others: [settings, later] });
}

describe('backup', () => {
  it('comes back as it was, trash and all', () => {
    const { records, problems } = decodeBackup(aBackup());
    expect(problems).toEqual([]);
    expect(records).toEqual(aCorpusWithTrash());
  });

  it('is byte for byte the same when what was read is written again', () => {
    const { records, others } = decodeBackup(aBackup());
    expect(encodeBackup(records, { ...options, others: others ?? [] })).toBe(aBackup());
  });

  it('keeps kinds that it does not know as they stand', () => {
    expect(decodeBackup(aBackup()).others).toEqual([settings, later]);
  });

  it('says in its first line what follows', () => {
    const [header, ...rest] = aBackup().split('\n');
    expect(JSON.parse(header ?? '')).toEqual({
      format: 'downrange-backup',
      schema: 1,
      app: '0.1.0',
      created: NOW,
      counts: { annotation: 8, settings: 1, 'flight-plan': 1 },
      sha256: createHash('sha256').update(rest.join('\n')).digest('hex'),
    });
  });

  it.each([
    ['cut in the middle', (text: string) => text.slice(0, text.length / 2), 'cut off'],
    ['cut at a line', (text: string) => text.split('\n').slice(0, 3).join('\n'), 'cut off'],
    ['one letter changed', (text: string) => text.replace('upright', 'downright'), 'cut off'],
    [
      'of a newer schema',
      (text: string) => text.replace('"schema":1', '"schema":2'),
      'newer Downrange (schema 2, this one reads 1). Update',
    ],
    ['without a schema', (text: string) => text.replace('"schema":1,', ''), 'no schema version'],
    ['of another program', () => '{"format":"other"}\n', 'no Downrange backup'],
    ['empty', () => '', 'no Downrange backup'],
  ])('reads nothing of a file that is %s', (_, damage, message) => {
    const { records, problems } = decodeBackup(damage(aBackup()));
    expect(records).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.line).toBe(1);
    expect(problems[0]?.message).toContain(message);
  });

  it.each([
    ['with a byte order mark', (text: string) => `\ufeff${text}`],
    ['with Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['without its last line feed', (text: string) => text.slice(0, -1)],
  ])('reads a file saved by an editor %s', (_, change) => {
    expect(decodeBackup(change(aBackup())).records).toEqual(aCorpusWithTrash());
  });

  it('names the line of a record that is wrong and reads the others', () => {
    const wrong = '{"kind":"annotation","value":{"__proto__":{"x":1},"annotation":{}}}';
    const text = encodeBackup(aCorpusWithTrash(), { ...options, others: [wrong] });
    const { records, problems } = decodeBackup(text);
    expect(records).toHaveLength(8);
    expect(problems.map(({ line }) => line)).toEqual([10]);
    expect(problems[0]?.message).toContain('__proto__');
  });

  it('holds an empty library', () => {
    expect(decodeBackup(encodeBackup([], options))).toEqual({
      records: [],
      problems: [],
      others: [],
    });
  });
});

describe('sha256', () => {
  it.each([
    ['nothing', ''],
    ['fifty-five bytes', 'a'.repeat(55)],
    ['fifty-six bytes', 'a'.repeat(56)],
    ['sixty-four bytes', 'a'.repeat(64)],
    ['several blocks of other scripts', '朱雀三号🚀é'.repeat(50)],
  ])('agrees with Node on %s', (_, text) => {
    expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
  });
});
