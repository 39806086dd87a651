import type { ConflictAnswers } from '@/components/library/exchange-view';
import type { StoredAnnotation } from '@/core/annotation/annotation';
import { type MergeResult, merge } from '@/core/exchange/merge';
import { ok, type Result } from '@/core/result';
import type { AnnotationStore, StoreError } from '@/platform/storage/annotation-store';
import { decodeAs, encodeAs, guessFormat } from './exchange-formats';
import type { Job, Report } from './exchange-protocol';
import { previewOf } from './preview';
import { settle } from './settle';
import { textFrom } from './text-from';

/** Records in one report, so that the page takes them in without standing still. */
const BATCH = 200;

/** Does jobs, one after the other, and reports. Keeps what was read last until it is applied. */
export function createExchangeWork(
  store: AnnotationStore,
  report: (report: Report) => void,
): (job: Job) => Promise<void> {
  let read: readonly StoredAnnotation[] = [];
  let shown: MergeResult | null = null;
  const fail = (message: string) => report({ said: 'failed', message });

  async function exportAs(job: Job & { readonly do: 'export' }): Promise<void> {
    report({ said: 'stage', stage: 'reading' });
    const all = await store.all();
    if (!all.ok) return fail(all.error.message);
    const records = pick(all.value, job.ids, job.format === 'backup');
    report({ said: 'stage', stage: 'encoding' });
    const file = encodeAs(job.format, records, {
      now: job.now,
      app: job.app,
      nameOf: (id) => job.names[id] ?? id.split('/').at(-1) ?? id,
    });
    report({
      said: 'exported',
      name: file.name,
      file: new Blob([file.data], { type: file.type }),
    });
  }

  async function readFile(job: Job & { readonly do: 'read' }): Promise<void> {
    read = [];
    shown = null;
    report({ said: 'stage', stage: 'reading' });
    const text = typeof job.content === 'string' ? job.content : await textFrom(job.content);
    if (text === null) return fail(NOT_TEXT);
    const all = await store.all();
    if (!all.ok) return fail(all.error.message);
    const format = job.format ?? guessFormat(job.name, text);
    const decoded = decodeAs(format, text, { now: job.now, local: all.value });
    report({ said: 'stage', stage: 'comparing' });
    read = decoded.records;
    shown = merge(all.value, read);
    report({ said: 'preview', format, preview: previewOf(shown, decoded.problems) });
  }

  async function apply(answers: ConflictAnswers, now: string): Promise<void> {
    report({ said: 'stage', stage: 'writing' });
    const done = await write(answers, now);
    if (!done.ok) return fail(done.error.message);
    const { writes, added, updated } = done.value;
    for (let at = 0; at < writes.length; at += BATCH)
      report({ said: 'stored', records: writes.slice(at, at + BATCH) });
    report({ said: 'applied', outcome: { added: added.length, updated }, added });
  }

  async function write(
    answers: ConflictAnswers,
    now: string,
  ): Promise<Result<ReturnType<typeof settle>, StoreError>> {
    const all = await store.all();
    if (!all.ok) return all;
    // The library may have changed since the preview: what was not shown as a conflict then is not overwritten.
    const seen = new Set(shown?.conflicts.map(({ id }) => id));
    const fresh = merge(all.value, read);
    const local = new Map(all.value.map((one) => [one.annotation.id, one]));
    const settled = settle(
      { ...fresh, conflicts: fresh.conflicts.filter(({ id }) => seen.has(id)) },
      answers,
      local,
    );
    if (settled.writes.length === 0) return ok(settled);
    const written = await store.putAll(settled.writes, now);
    return written.ok ? ok(settled) : written;
  }

  return async (job) => {
    try {
      if (job.do === 'export') await exportAs(job);
      else if (job.do === 'read') await readFile(job);
      else await apply(job.answers, job.now);
    } catch (fault) {
      // Out of memory or a fault of ours: nothing has been stored, and the reader must know it.
      fail(fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault));
    }
  };
}

const NOT_TEXT =
  'This file is not text in UTF-8 or UTF-16. Nothing was read. Save it as UTF-8 and choose it again.';

/** In the order of `ids`, or everything by date; the trash only where it is wanted. */
function pick(
  all: readonly StoredAnnotation[],
  ids: readonly string[] | null,
  withTrash: boolean,
): readonly StoredAnnotation[] {
  if (ids !== null) {
    const byId = new Map(all.map((one) => [one.annotation.id, one]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }
  const wanted = withTrash ? all : all.filter(({ deletedAt }) => deletedAt === undefined);
  return [...wanted].sort((a, b) => (a.annotation.created < b.annotation.created ? -1 : 1));
}
