import type { Stage } from '@/components/library/exchange-view';
import type { StoredAnnotation } from '@/core/annotation/annotation';
import { formatNamed } from '@/core/exchange/formats';
import type { ByteSource } from '@/core/exchange/lines';
import type { AnnotationStore } from '@/platform/storage/annotation-store';
import type { Job, Report } from './exchange-protocol';
import { exportParts } from './export-work';
import { createImportSource, type ImportSource } from './import-source';
import { apply, type Compared, compare } from './import-work';
import type { OwnExchange } from './own-exchange';
import { withOwn } from './preview';

/** Does jobs, one after the other, and reports. Keeps what was read last until it is applied. */
export function createExchangeWork(
  store: AnnotationStore,
  own: OwnExchange,
  report: (report: Report) => void,
  open: (file: Blob) => Promise<ByteSource>,
): (job: Job) => Promise<void> {
  let read: { readonly source: ImportSource; readonly compared: Compared } | null = null;
  const fail = (message: string) => report({ said: 'failed', message });
  const stage = (name: Stage, share: number | null) =>
    report({ said: 'stage', stage: name, share });

  /** Throws what the store says: there is no going on without it. */
  async function stored(ids: readonly string[]): Promise<readonly StoredAnnotation[]> {
    const found = await store.many(ids);
    if (!found.ok) throw new Error(found.error.message);
    return found.value;
  }

  async function each(visit: (some: readonly StoredAnnotation[]) => Promise<void>): Promise<void> {
    const read = await store.each(visit);
    if (!read.ok) throw new Error(read.error.message);
  }

  /** What is stored under ids, without asking for those that are not there: most of an import. */
  async function knownOnly(): Promise<typeof stored> {
    const known = await store.ids();
    if (!known.ok) throw new Error(known.error.message);
    const here = new Set(known.value);
    return (ids) => stored(ids.filter((id) => here.has(id)));
  }

  async function exportAs(job: Job & { readonly do: 'export' }): Promise<void> {
    const format = formatNamed(job.format);
    if (format?.write === undefined) throw new Error(`no format to write: ${job.format}`);
    const others = job.never === null ? [] : await own.lines(job.never);
    const writer = format.write.create({
      now: job.now,
      app: job.app,
      others,
      nameOf: (id) => job.names[id] ?? id.split('/').at(-1) ?? id,
    });
    stage('encoding', 0);
    const { by } = format.write;
    const source = { some: stored, each };
    const parts = await exportParts(job.what, writer, by, source, (share) =>
      stage('encoding', share),
    );
    report({
      said: 'exported',
      name: `downrange-${job.now.slice(0, 10)}${format.extension}`,
      file: new Blob([...parts], { type: format.mime }),
    });
  }

  async function readFile(job: Job & { readonly do: 'read' }): Promise<void> {
    read = null;
    stage('reading', null);
    const bytes = await open(job.content);
    const context = { now: job.now, stored };
    const source = await createImportSource(bytes, job.name, job.format, context);
    const compared = await compare(source, await knownOnly(), (share) => stage('comparing', share));
    read = { source, compared };
    const brought = await own.read(compared.others);
    const preview = withOwn(compared.preview, brought);
    report({ said: 'preview', format: source.format, preview });
  }

  async function applyAll(job: Job & { readonly do: 'apply' }): Promise<void> {
    if (read === null) throw new Error('expected a file to have been read');
    stage('writing', 0);
    const { source, compared } = read;
    const done = await apply(source, compared, job.answers, store, job.now, (share) =>
      stage('writing', share),
    );
    if (!done.ok) return fail(done.error.message);
    const never = await own.apply();
    if (!never.ok) return fail(never.error.message);
    const { added, updated } = done.value;
    const outcome = { added: added.length, updated };
    report({ said: 'applied', outcome, added, never: never.value });
  }

  async function undo(): Promise<void> {
    const undone = await own.undo();
    if (undone.ok) report({ said: 'undone' });
    else fail(undone.error.message);
  }

  return async (job) => {
    try {
      if (job.do === 'export') await exportAs(job);
      else if (job.do === 'read') await readFile(job);
      else if (job.do === 'apply') await applyAll(job);
      else await undo();
    } catch (fault) {
      // Out of memory or a fault of ours: nothing has been stored, and the reader must know it.
      fail(fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault));
    }
  };
}
