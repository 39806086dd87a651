import { describe, expect, it } from 'vitest';
import type { StoredAnnotation } from '@/core/annotation/annotation';
import { encodeAs, FORMATS } from '@/core/exchange/formats';
import { createLibraryIndex } from '@/core/search/library-index';
import { exportParts } from '@/entrypoints/library/export-work';
import { anId, NOW } from '@/tests/core/exchange/corpus';
import { aStoredAnnotation } from '@/tests/support/annotations';

const CONTEXT = { now: NOW, app: '1.0.0' };

/** Annotations on pages of one to many, about some entities and about none, not in order of date. */
function manyPages(count: number): readonly StoredAnnotation[] {
  const entities = ['rocket/zhuque-3', 'rocket/falcon-9', 'company/spacex'];
  return Array.from({ length: count }, (_, n) => {
    const url = `https://news.example/${Math.floor(Math.sqrt(n))}`;
    return aStoredAnnotation({
      id: anId(n),
      url,
      pageKey: url,
      quote: `Words of number ${n} 朱雀`,
      ...(n % 3 === 0 ? { note: `note ${n}` } : {}),
      entities: entities.slice(0, n % 4),
      created: new Date(Date.UTC(2026, 0, 1) + ((n * 7919) % count) * 60_000).toISOString(),
    });
  });
}

/** Two libraries: one read by ids, one so large that it is read as it lies. */
const LIBRARIES = [1500, 5500].map((count) => manyPages(count));

const ROWS = FORMATS.flatMap((format) =>
  format.write === undefined
    ? []
    : LIBRARIES.map((list) => ({ id: format.id, count: list.length, list, format })),
);

describe('a file written in parts', () => {
  it.each(ROWS)(
    'is the same as in one piece: $id of $count',
    async ({ list, format }) => {
      const { write } = format;
      if (write === undefined) throw new Error('expected a format that is written');
      const index = createLibraryIndex(() => [], null);
      index.add(list);
      const byId = new Map(list.map((one) => [one.annotation.id, one]));
      const source = {
        some: async (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []),
        each: async (visit: (some: readonly StoredAnnotation[]) => Promise<void>) => visit(list),
      };
      const what = index.arrange(index.everything(write.withTrash), write.by);
      const shares: number[] = [];
      const parts = await exportParts(what, write.create(CONTEXT), write.by, source, (share) =>
        shares.push(share),
      );
      const file = new Uint8Array(await new Blob([...parts]).arrayBuffer());
      const byDate = list.toSorted((a, b) =>
        a.annotation.created < b.annotation.created ? -1 : 1,
      );
      const whole = encodeAs(format, byDate, CONTEXT);
      const wanted = typeof whole === 'string' ? new TextEncoder().encode(whole) : whole;
      expect(Buffer.compare(file, wanted ?? new Uint8Array(0))).toBe(0);
      expect(file.length).toBeGreaterThan(10_000);
      expect(shares.at(-1)).toBe(1);
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    },
    60_000,
  );
});
