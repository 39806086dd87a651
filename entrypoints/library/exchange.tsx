import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ExportDialog, type ExportState } from '@/components/library/ExportDialog';
import type { ExportScope, ImportPreview } from '@/components/library/exchange-view';
import { ImportDialog, type ImportState } from '@/components/library/ImportDialog';
import { formatNamed } from '@/core/exchange/formats';
import { problemWords } from '@/core/exchange/problem-words';
import { createTranslate } from '@/core/i18n/messages';
import type { Formats } from '@/core/knowledge/formats';
import type { NeverNames } from '@/core/own/own-backup';
import { ANKI, ankiFile } from './anki-file';
import type { Job, Report } from './exchange-protocol';
import { createExchangeSession } from './exchange-session';
import { formatChoices } from './format-choices';
import type { Part } from './index-protocol';
import type { LibraryStore } from './library-store';
import type { LibraryServices } from './services';

/** What the reader wants to take out or bring in. */
export type ExchangeRequest =
  | {
      readonly do: 'export';
      /** What is listed, as ordinals; null when there is no list. */
      readonly shown: Uint32Array | null;
      /** Ids of what is selected in it. */
      readonly chosen: readonly string[];
    }
  /** `backup` is the day of a backup to restore; null to ask for a file. */
  | { readonly do: 'import'; readonly backup: string | null };

interface ExchangeProps {
  readonly request: ExchangeRequest;
  readonly locale: 'en' | 'zh';
  readonly store: LibraryStore;
  readonly services: LibraryServices;
  readonly names: () => Readonly<Record<string, string>>;
  readonly formats: Formats;
  /** Names never to be marked: part of a backup. */
  readonly never: NeverNames;
  readonly onClose: () => void;
}

/** The dialog for what is asked. */
export function Exchange(props: ExchangeProps) {
  return props.request.do === 'export' ? (
    <Export {...props} request={props.request} />
  ) : (
    <Import {...props} request={props.request} />
  );
}

/** What a file's problems are, in the reader's language. */
function inWords(preview: ImportPreview, locale: 'en' | 'zh'): ImportPreview {
  const first = preview.refused.first.map((problem) => ({
    ...problem,
    message: problemWords(problem.message, locale),
  }));
  return { ...preview, refused: { ...preview.refused, first } };
}

/** A worker for as long as a dialog is open. Reports go to the latest handler. */
function useSession(onReport: (report: Report) => void) {
  const handler = useRef(onReport);
  handler.current = onReport;
  const session = useMemo(() => createExchangeSession((report) => handler.current(report)), []);
  useEffect(() => () => session.stop(), [session]);
  return session;
}

type ExportProps = ExchangeProps & { readonly request: ExchangeRequest & { do: 'export' } };

function Export(props: ExportProps) {
  const { request, locale, store, services } = props;
  const t = createTranslate(locale);
  const [state, setState] = useState<ExportState>({ step: 'choose' });
  const how = useRef<'download' | 'copy'>('download');
  const live = store.live ?? 0;
  const shown = request.shown?.length ?? 0;
  const finish = async (file: Blob, name: string) => {
    if (how.current === 'download') {
      services.save(file, name);
      setState({ step: 'done', how: 'downloaded', name });
      return;
    }
    const problem = await services.copy(await file.text());
    setState(
      problem === null
        ? { step: 'done', how: 'copied', name }
        : { step: 'failed', message: problem },
    );
  };
  const session = useSession((report) => {
    if (report.said === 'stage') setState({ step: 'busy', ...report });
    else if (report.said === 'failed')
      setState({ step: 'failed', message: problemWords(report.message, locale) });
    else if (report.said === 'exported') void finish(report.file, report.name);
  });
  /** An export that was cancelled while its annotations were looked up does not begin. */
  const started = useRef(0);
  const start = async (scope: ExportScope, choice: string) => {
    const run = ++started.current;
    setState({ step: 'busy', stage: 'reading', share: null });
    const format = formatNamed(choice);
    const by = format?.write?.by ?? 'entity';
    const all = format?.write?.withTrash === true ? 'everything' : 'all';
    const what = await store.arrange(partOf(request, scope, all), by);
    if (run !== started.current) return;
    const now = services.now();
    if (choice === ANKI) {
      const file = await ankiFile(what.keys, services, props.formats);
      if (run === started.current) await finish(file, `downrange-${now.slice(0, 10)}-anki.csv`);
    } else if (format !== null) {
      const { version: app } = services;
      // A backup of everything holds what is the reader's own besides annotations.
      const never = format.id === 'backup' && scope === 'all' ? props.never : null;
      const names = props.names();
      session.start({ do: 'export', what, format: format.id, now, app, names, never });
    }
  };
  return (
    <ExportDialog
      t={t}
      counts={{ all: live, shown, chosen: request.chosen.length }}
      scope={firstScope(request, live)}
      formats={formatChoices(locale, 'write')}
      state={state}
      onExport={(scope, format, wanted) => {
        how.current = wanted;
        void start(scope, format);
      }}
      onCancel={() => {
        started.current++;
        session.stop();
        setState({ step: 'choose' });
      }}
      onClose={props.onClose}
    />
  );
}

function partOf(
  { shown, chosen }: ExchangeRequest & { do: 'export' },
  scope: ExportScope,
  all: 'all' | 'everything',
): Part {
  if (scope === 'chosen') return chosen;
  return scope === 'shown' && shown !== null ? shown : all;
}

/** What is selected, else what the list was narrowed to, else everything. */
function firstScope(request: ExchangeRequest & { do: 'export' }, live: number): ExportScope {
  if (request.chosen.length > 0) return 'chosen';
  const shown = request.shown?.length ?? 0;
  return shown > 0 && shown !== live ? 'shown' : 'all';
}

type ImportProps = ExchangeProps & { readonly request: ExchangeRequest & { do: 'import' } };

function Import(props: ImportProps) {
  const { request, locale, store, services } = props;
  const t = createTranslate(locale);
  const [state, setState] = useState<ImportState>(
    request.backup === null ? { step: 'choose' } : { step: 'busy', stage: 'reading', share: null },
  );
  const source = useRef<{ readonly name: string; readonly content: Blob } | null>(null);
  const added = useRef<readonly string[]>([]);
  const session = useSession((report) => {
    if (report.said === 'stage') setState({ step: 'busy', ...report });
    else if (report.said === 'failed')
      setState({ step: 'failed', message: problemWords(report.message, locale) });
    else if (report.said === 'preview')
      setState({
        step: 'preview',
        name: source.current?.name ?? '',
        format: report.format,
        preview: inWords(report.preview, locale),
      });
    else if (report.said === 'applied') {
      const { added: ids, outcome } = report;
      setState({ step: 'busy', stage: 'indexing', share: null });
      void store.catchUp().then(() => {
        added.current = ids;
        setState({ step: 'done', outcome, isUndone: false });
        void services.afterImport(report.never);
      });
    } else if (report.said === 'undone') {
      setState((now) => (now.step === 'done' ? { ...now, isUndone: true } : now));
      void services.afterImport({ neverMark: [], neverMarkOn: {} });
    }
  });
  const read = (format: (Job & { do: 'read' })['format']) => {
    if (source.current === null) return;
    setState({ step: 'busy', stage: 'reading', share: null });
    session.start({ do: 'read', ...source.current, format, now: services.now() });
  };
  useEffect(() => {
    const { backup } = request;
    if (backup === null) return;
    void services.readBackup(backup).then((text) => {
      if (text === null) {
        setState({ step: 'failed', message: t('bakGone') });
        return;
      }
      source.current = { name: t('bakOf', { day: backup }), content: new Blob([text]) };
      read('backup');
    });
  }, []);
  const undo = async () => {
    const now = services.now();
    const problem = await store.setTrashed(added.current, now, now);
    if (problem !== null) setState({ step: 'failed', message: problem });
    else session.start({ do: 'undo' });
  };
  return (
    <ImportDialog
      t={t}
      formats={formatChoices(locale, 'read')}
      state={state}
      onFile={(file) => {
        source.current = { name: file.name, content: file };
        read(null);
      }}
      onFormat={(id) => {
        read(formatNamed(id)?.id ?? null);
      }}
      onApply={(answers) => session.start({ do: 'apply', answers, now: services.now() })}
      onUndo={() => void undo()}
      onCancel={() => {
        session.stop();
        setState({ step: 'choose' });
        // What was being stored is stored whole or not at all: the list shows which.
        void store.catchUp();
      }}
      onClose={props.onClose}
    />
  );
}
