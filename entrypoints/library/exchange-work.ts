import type { ConflictAnswers } from '@/components/library/exchange-view';
import type { StoredAnnotation } from '@/core/annotation/annotation';
import { decodeAny, decodeFile, guessFormat, textOfBytes } from '@/core/exchange/decode';
import { type FormatId, formatNamed } from '@/core/exchange/formats';
import { type MergeResult, merge } from '@/core/exchange/merge';
import { ok, type Result } from '@/core/result';
import type { AnnotationStore } from '@/platform/storage/annotation-store';
import type { StoreError } from '@/platform/storage/store-error';
import type { Job, Report } from './exchange-protocol';
import type { OwnExchange } from './own-exchange';
import { previewOf } from './preview';
import { settle } from './settle';

/** Records in one report, so that the page takes them in without standing still. */
const BATCH = 200;

/** Does jobs, one after the other, and reports. Keeps what was read last until it is applied. */
export function createExchangeWork(
  store: AnnotationStore,
  own: OwnExchange,
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
    const format = formatNamed(job.format);
    if (format?.encode === undefined) throw new Error(`no format to write: ${job.format}`);
    const others = job.format === 'backup' && job.ids === null ? await own.lines(job.never) : [];
    const data = format.encode(records, {
      now: job.now,
      app: job.app,
      others,
      nameOf: (id) => job.names[id] ?? id.split('/').at(-1) ?? id,
    });
    report({
      said: 'exported',
      name: `downrange-${job.now.slice(0, 10)}${format.extension}`,
      // `as`: the encoders make their bytes in memory of their own, never in shared memory.
      file: new Blob([data as string | Uint8Array<ArrayBuffer>], { type: format.mime }),
    });
  }

  async function readFile(job: Job & { readonly do: 'read' }): Promise<void> {
    read = [];
    shown = null;
    report({ said: 'stage', stage: 'reading' });
    const content =
      typeof job.content === 'string'
        ? job.content
        : new Uint8Array(await job.content.arrayBuffer());
    const all = await store.all();
    if (!all.ok) return fail(all.error.message);
    const format = job.format ?? formatOf(content, job.name);
    const context = { now: job.now, local: all.value };
    const decoded =
      typeof content === 'string'
        ? decodeAny(format, content, context)
        : decodeFile(format, content, context);
    report({ said: 'stage', stage: 'comparing' });
    read = decoded.records;
    shown = merge(all.value, read);
    const brought = await own.read(decoded.others ?? []);
    const problems = [...decoded.problems, ...brought.problems];
    report({ said: 'preview', format, preview: previewOf(shown, problems, brought.own) });
  }

  async function apply(answers: ConflictAnswers, now: string): Promise<void> {
    report({ said: 'stage', stage: 'writing' });
    const done = await write(answers, now);
    if (!done.ok) return fail(done.error.message);
    const never = await own.apply();
    if (!never.ok) return fail(never.error.message);
    const { writes, added, updated } = done.value;
    for (let at = 0; at < writes.length; at += BATCH)
      report({ said: 'stored', records: writes.slice(at, at + BATCH) });
    report({
      said: 'applied',
      outcome: { added: added.length, updated },
      added,
      never: never.value,
    });
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

/** What a file looks like; by its name where its content does not tell. */
function formatOf(content: string | Uint8Array, name: string): FormatId {
  const text = typeof content === 'string' ? content : textOfBytes(content);
  const guess = text === null ? null : guessFormat(text);
  if (guess !== null) return guess;
  if (/\.(?:md|markdown|zip)$/i.test(name)) return 'markdown';
  if (/\.(?:csv|tsv)$/i.test(name)) return 'csv';
  return /\.json(?:ld)?$/i.test(name) ? 'web-annotation' : 'backup';
}

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
