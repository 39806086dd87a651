import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ExportDialog, type ExportState } from '@/components/library/ExportDialog';
import type { ExportScope } from '@/components/library/exchange-view';
import { ImportDialog, type ImportState } from '@/components/library/ImportDialog';
import { formatNamed } from '@/core/exchange/formats';
import { createTranslate } from '@/core/i18n/messages';
import type { NeverNames } from '@/core/own/own-backup';
import type { Job, Report } from './exchange-protocol';
import { createExchangeSession } from './exchange-session';
import { formatChoices } from './format-choices';
import type { LibraryStore } from './library-store';
import type { LibraryServices } from './services';

/** What the reader wants to take out or bring in. */
export type ExchangeRequest =
  | {
      readonly do: 'export';
      /** Ids of what is listed, and of what is selected in it. */
      readonly shown: readonly string[];
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
  /** Names never to be marked: part of a backup. */
  readonly never: NeverNames;
  readonly onChanged: () => void;
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
  const live = useMemo(() => store.all.filter((one) => one.deletedAt === undefined).length, []);
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
    if (report.said === 'stage') setState({ step: 'busy', stage: report.stage });
    else if (report.said === 'failed') setState({ step: 'failed', message: report.message });
    else if (report.said === 'exported') void finish(report.file, report.name);
  });
  const idsOf = (scope: ExportScope) => (scope === 'all' ? null : request[scope]);
  return (
    <ExportDialog
      t={t}
      counts={{ all: live, shown: request.shown.length, chosen: request.chosen.length }}
      scope={firstScope(request, live)}
      formats={formatChoices(locale, 'write')}
      state={state}
      onExport={(scope, format, wanted) => {
        const id = formatNamed(format)?.id;
        if (id === undefined) return;
        how.current = wanted;
        session.start({
          do: 'export',
          ids: idsOf(scope),
          format: id,
          now: services.now(),
          app: services.version,
          names: props.names(),
          never: props.never,
        });
      }}
      onCancel={() => {
        session.stop();
        setState({ step: 'choose' });
      }}
      onClose={props.onClose}
    />
  );
}

/** What is selected, else what the list was narrowed to, else everything. */
function firstScope(request: ExchangeRequest & { do: 'export' }, live: number): ExportScope {
  if (request.chosen.length > 0) return 'chosen';
  return request.shown.length > 0 && request.shown.length !== live ? 'shown' : 'all';
}

type ImportProps = ExchangeProps & { readonly request: ExchangeRequest & { do: 'import' } };

function Import(props: ImportProps) {
  const { request, locale, store, services, onChanged } = props;
  const t = createTranslate(locale);
  const [state, setState] = useState<ImportState>(
    request.backup === null ? { step: 'choose' } : { step: 'busy', stage: 'reading' },
  );
  const source = useRef<{ readonly name: string; readonly content: Blob | string } | null>(null);
  const added = useRef<readonly string[]>([]);
  const taken = useRef<Promise<void>>(Promise.resolve());
  const session = useSession((report) => {
    if (report.said === 'stage') setState({ step: 'busy', stage: report.stage });
    else if (report.said === 'failed') setState({ step: 'failed', message: report.message });
    else if (report.said === 'stored')
      // The page may draw between two portions.
      taken.current = taken.current.then(pause).then(() => store.take(report.records));
    else if (report.said === 'preview')
      setState({
        step: 'preview',
        name: source.current?.name ?? '',
        format: report.format,
        preview: report.preview,
      });
    else if (report.said === 'applied') {
      const { added: ids, outcome } = report;
      void taken.current.then(() => {
        added.current = ids;
        setState({ step: 'done', outcome, isUndone: false });
        void services.afterImport(report.never);
        onChanged();
      });
    }
  });
  const read = (format: (Job & { do: 'read' })['format']) => {
    if (source.current === null) return;
    setState({ step: 'busy', stage: 'reading' });
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
      source.current = { name: t('bakOf', { day: backup }), content: text };
      read('backup');
    });
  }, []);
  const undo = async () => {
    const now = services.now();
    const problem = await store.setTrashed(added.current, now, now);
    if (problem !== null) setState({ step: 'failed', message: problem });
    else if (state.step === 'done') setState({ ...state, isUndone: true });
    onChanged();
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
      }}
      onClose={props.onClose}
    />
  );
}

/** A turn of the event loop. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
