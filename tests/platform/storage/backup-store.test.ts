import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createBackupStore } from '@/platform/storage/backup-store';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const TEN_DAYS = Array.from(
  { length: 10 },
  (_, day) => `2026-03-${String(day + 1).padStart(2, '0')}`,
);

describe('daily backups', () => {
  it.each([
    { name: 'none before the first', days: [], expected: [] },
    {
      name: 'one a day, newest first',
      days: ['2026-03-01', '2026-03-02'],
      expected: ['2026-03-02', '2026-03-01'],
    },
    {
      name: 'the later one of a day',
      days: ['2026-03-01', '2026-03-01'],
      expected: ['2026-03-01'],
    },
    { name: 'the last seven', days: TEN_DAYS, expected: TEN_DAYS.slice(3).reverse() },
    {
      name: 'the last seven, whatever the order of a clock that jumps',
      days: TEN_DAYS.toReversed(),
      expected: TEN_DAYS.slice(3).reverse(),
    },
  ])('keeps $name', async ({ days, expected }) => {
    const store = createBackupStore();
    for (const [place, day] of days.entries()) await store.keep(day, `text ${place}`);
    expect((await store.list()).map(({ day }) => day)).toEqual(expected);
  });

  it('gives back the text, in full and with its size', async () => {
    const store = createBackupStore();
    const text = '朱雀三号 🚀 \u0000 end';
    await store.keep('2026-03-01', 'earlier');
    await store.keep('2026-03-01', text);
    expect(await store.read('2026-03-01')).toBe(text);
    expect(await store.list()).toEqual([{ day: '2026-03-01', size: text.length }]);
  });

  it('has nothing for a day without a backup, nor for one that was dropped', async () => {
    const store = createBackupStore();
    for (const day of TEN_DAYS) await store.keep(day, day);
    expect(await store.read('2026-04-01')).toBeNull();
    expect(await store.read('2026-03-01')).toBeNull();
  });
});
