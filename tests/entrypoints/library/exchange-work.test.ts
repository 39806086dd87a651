import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { ConflictAnswers } from '@/components/library/exchange-view';
import type { StoredAnnotation } from '@/core/annotation/annotation';
import { encodeBackup } from '@/core/exchange/backup';
import { FORMATS, type FormatId, formatNamed } from '@/core/exchange/formats';
import type { ByteSource } from '@/core/exchange/lines';
import type { NeverNames } from '@/core/own/own-backup';
import { type Arranged, createLibraryIndex } from '@/core/search/library-index';
import type { Job, Report } from '@/entrypoints/library/exchange-protocol';
import { createExchangeWork } from '@/entrypoints/library/exchange-work';
import { createOwnExchange } from '@/entrypoints/library/own-exchange';
import { createAnnotationStore } from '@/platform/storage/annotation-store';
import { createConnection } from '@/platform/storage/database';
import { createOwnStore } from '@/platform/storage/own-store';
import { aMixedCorpus, anId, NOW } from '@/tests/core/exchange/corpus';
import { aStoredAnnotation } from '@/tests/support/annotations';
import { anOwnEntity, anOwnEntry } from '@/tests/support/own';

let databases = 0;

/** The bytes of a file, as the worker reads them. */
async function open(file: Blob): Promise<ByteSource> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { size: bytes.length, slice: (from, to) => bytes.slice(from, to) };
}

/** A library with some annotations, and a worker on it. */
async function library(list: readonly StoredAnnotation[]) {
  databases += 1;
  const connection = createConnection(`work-${databases}`);
  const store = createAnnotationStore(connection);
  const own = createOwnStore(connection);
  await store.putAll(list, NOW);
  const reports: Report[] = [];
  const work = createExchangeWork(
    store,
    createOwnExchange(own),
    (report) => reports.push(report),
    open,
  );
  const said = <Kind extends Report['said']>(kind: Kind) =>
    reports.filter((one): one is Report & { said: Kind } => one.said === kind);
  const content = async () => {
    const all = await store.all();
    if (!all.ok) throw new Error(all.error.message);
    return [...all.value].sort((a, b) => (a.annotation.id < b.annotation.id ? -1 : 1));
  };
  return { store, own, work, said, content };
}

const byId = (list: readonly StoredAnnotation[]) =>
  [...list].sort((a, b) => (a.annotation.id < b.annotation.id ? -1 : 1));
const backupOf = (list: readonly StoredAnnotation[]) =>
  encodeBackup(list, { now: NOW, app: '1.0.0' });
const read = (content: string | Uint8Array<ArrayBuffer>, name = 'file.jsonl'): Job => ({
  do: 'read',
  content: new Blob([content]),
  name,
  format: null,
  now: NOW,
});
const apply = (all: ConflictAnswers['all'] = 'both'): Job => ({
  do: 'apply',
  answers: { all, byId: {} },
  now: NOW,
});

/** What an export takes, as the library's index arranges it. */
function arranged(
  list: readonly StoredAnnotation[],
  id: FormatId,
  ids?: readonly string[],
): Arranged {
  const write = formatNamed(id)?.write;
  if (write === undefined) throw new Error(`expected ${id} to be written`);
  const index = createLibraryIndex(() => [], null);
  index.add(list);
  const part = ids === undefined ? index.everything(write.withTrash) : index.ordinalsOf(ids);
  return index.arrange(part, write.by);
}

function exportJob(format: FormatId, what: Arranged, never: NeverNames | null = null): Job {
  return { do: 'export', what, format, now: NOW, app: '1.0.0', names: {}, never };
}

describe('an export', () => {
  for (const { id, write, extension } of FORMATS) {
    if (write === undefined) continue;
    it(`gives a named file in ${id}`, async () => {
      const { work, said } = await library(aMixedCorpus());
      await work(exportJob(id, arranged(aMixedCorpus(), id)));
      const [file] = said('exported');
      expect(file?.name).toBe(`downrange-2026-04-01${extension}`);
      expect(file?.file.size).toBeGreaterThan(100);
      expect(said('failed')).toEqual([]);
    });
  }

  it('takes only what was chosen, in that order', async () => {
    const { work, said } = await library(aMixedCorpus());
    const ids = [anId(3), anId(1)];
    await work(exportJob('backup', arranged(aMixedCorpus(), 'backup', ids)));
    const text = (await said('exported')[0]?.file.text()) ?? '';
    const found = [...text.matchAll(/"id":"(urn:uuid:[^"]+)"/g)].map(([, id]) => id);
    expect(found).toEqual(ids);
  });
});

describe('an import', () => {
  it('writes nothing before it is applied, then everything, and says what was new', async () => {
    const corpus = aMixedCorpus();
    const { work, said, content } = await library([]);
    await work(read(backupOf(corpus)));
    expect(said('preview')[0]?.preview.added.count).toBe(corpus.length);
    expect(await content()).toEqual([]);
    await work(apply());
    expect(await content()).toEqual(byId(corpus));
    expect(said('applied')[0]?.added).toHaveLength(corpus.length);
  });

  it('finds nothing new in what is here', async () => {
    const corpus = aMixedCorpus();
    const { work, said } = await library(corpus);
    await work(read(backupOf(corpus)));
    const preview = said('preview')[0]?.preview;
    expect(preview?.unchanged.count).toBe(corpus.length);
    expect(preview?.added.count).toBe(0);
  });

  it('takes nothing from a file that was cut off, and says so with its line', async () => {
    const { work, said, content } = await library([]);
    await work(read(backupOf(aMixedCorpus()).slice(0, -9)));
    const preview = said('preview')[0]?.preview;
    expect(preview?.refused.first[0]).toMatchObject({ where: { line: 1 } });
    expect(preview?.added.count).toBe(0);
    await work(apply());
    expect(await content()).toEqual([]);
  });

  it('takes nothing from bytes that are no text', async () => {
    const { work, said } = await library([]);
    await work(read(new Uint8Array([0x80, 0xff, 0x00, 0xc3])));
    expect(said('preview')[0]?.preview.refused.count).toBe(1);
  });

  describe('with a conflict', () => {
    const mine = aStoredAnnotation({ id: anId(1), note: 'mine', revision: 2, modified: NOW });
    const theirs = aStoredAnnotation({ id: anId(1), note: 'theirs', revision: 2 });
    const rows: readonly {
      readonly answer: ConflictAnswers['all'];
      readonly notes: readonly string[];
    }[] = [
      { answer: 'mine', notes: ['mine'] },
      { answer: 'theirs', notes: ['theirs'] },
      { answer: 'both', notes: ['mine', 'theirs'] },
    ];
    for (const { answer, notes } of rows) {
      it(`${answer}: leaves ${notes.join(' and ')}`, async () => {
        const { work, said, content } = await library([mine]);
        await work(read(backupOf([theirs])));
        expect(said('preview')[0]?.preview.conflicts.count).toBe(1);
        await work(apply(answer));
        const values = (await content()).flatMap(({ annotation }) =>
          annotation.body.flatMap((body) => ('value' in body ? [body.value] : [])),
        );
        expect([...values].sort()).toEqual(notes);
      });
    }

    it('both, twice: makes one copy', async () => {
      const { work, content } = await library([mine]);
      for (let times = 0; times < 2; times++) {
        await work(read(backupOf([theirs])));
        await work(apply('both'));
      }
      expect(await content()).toHaveLength(2);
    });

    it('is found between versions that stand far apart in a file', async () => {
      const { work, said, content } = await library([]);
      // Long enough that the file is read in several steps.
      const between = [2, 3, 4].map((n) =>
        aStoredAnnotation({ id: anId(n), note: `${n}`.repeat(700_000) }),
      );
      await work(read(backupOf([mine, ...between, theirs])));
      expect(said('preview')[0]?.preview).toMatchObject({
        added: { count: between.length + 1 },
        conflicts: { count: 1 },
      });
      await work(apply('both'));
      expect(await content()).toHaveLength(between.length + 2);
      expect(said('applied')[0]?.added).toHaveLength(between.length + 2);
    });

    it('leaves alone what became a conflict after the preview', async () => {
      const { work, store, content } = await library([]);
      await work(read(backupOf([theirs])));
      await store.putAll([mine], NOW);
      await work(apply('theirs'));
      expect(await content()).toEqual([mine]);
    });
  });
});

describe('a backup with names and facts of the reader’s own', () => {
  const NAMES = { neverMark: ['Vector'], neverMarkOn: { 'a.example': ['Electron'] } };
  const backup = async () => {
    const from = await library([aStoredAnnotation()]);
    await from.own.putAll([anOwnEntry(), anOwnEntity()]);
    await from.work(exportJob('backup', arranged([aStoredAnnotation()], 'backup'), NAMES));
    return from.said('exported')[0]?.file ?? new Blob();
  };

  it('brings them back, and the names never to be marked', async () => {
    const to = await library([]);
    await to.work(read(new Uint8Array(await (await backup()).arrayBuffer())));
    expect(to.said('preview')[0]?.preview.own).toMatchObject({
      count: 2,
      first: [{ title: 'Galactic Energy', detail: '银河动力' }, { title: 'Moonbase Ltd' }],
    });
    expect(await to.own.all()).toEqual({ ok: true, value: [] });
    await to.work(apply());
    expect(await to.own.all()).toEqual({ ok: true, value: [anOwnEntry(), anOwnEntity()] });
    expect(to.said('applied')[0]?.never).toEqual(NAMES);
    expect(await to.content()).toHaveLength(1);
  });

  it('adds to what is here and finds nothing new the second time', async () => {
    const to = await library([]);
    await to.own.putAll([anOwnEntry({ names: ['GE'] })]);
    await to.work(read(new Uint8Array(await (await backup()).arrayBuffer())));
    await to.work(apply());
    const stored = await to.own.all();
    expect(stored.ok ? stored.value[0]?.names.toSorted() : stored).toEqual(['GE', '银河动力']);
    await to.work(read(new Uint8Array(await (await backup()).arrayBuffer())));
    expect(to.said('preview')[1]?.preview.own.count).toBe(0);
  });

  it('is taken back: what was here is here again, what was not is gone', async () => {
    const to = await library([]);
    await to.own.putAll([anOwnEntry({ names: ['GE'] })]);
    await to.work(read(new Uint8Array(await (await backup()).arrayBuffer())));
    await to.work(apply());
    await to.work({ do: 'undo' });
    expect(await to.own.all()).toEqual({ ok: true, value: [anOwnEntry({ names: ['GE'] })] });
    expect(to.said('undone')).toHaveLength(1);
    await to.own.putAll([anOwnEntity()]);
    await to.work({ do: 'undo' });
    const kept = await to.own.all();
    expect(kept.ok ? kept.value.length : kept).toBe(2);
  });

  it('stays out of the file when only some highlights are taken', async () => {
    const { own, work, said } = await library([aStoredAnnotation()]);
    await own.putAll([anOwnEntity()]);
    const ids = [aStoredAnnotation().annotation.id];
    await work(exportJob('backup', arranged([aStoredAnnotation()], 'backup', ids), null));
    expect(await said('exported')[0]?.file.text()).not.toContain('Moonbase');
  });

  it('refuses a damaged entry with its reason and takes the rest', async () => {
    const to = await library([]);
    const others = [
      JSON.stringify({ kind: 'own', value: { ...anOwnEntity(), names: 7 } }),
      JSON.stringify({ kind: 'own', value: anOwnEntry() }),
      JSON.stringify({ kind: 'of a later version', value: 1 }),
    ];
    await to.work(read(encodeBackup([], { now: NOW, app: '1.0.0', others })));
    const preview = to.said('preview')[0]?.preview;
    expect(preview?.own.count).toBe(1);
    expect(preview?.refused.first[0]?.message).toContain('`names`');
  });
});
