import { useState } from 'preact/hooks';
import type { Translate } from '@/core/i18n/messages';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Segmented } from '../ui/Field';
import type { ExportScope, FormatChoice, Stage } from './exchange-view';
import { FormatList } from './FormatList';
import { WorkProgress } from './WorkProgress';

export type ExportState =
  | { readonly step: 'choose' }
  | { readonly step: 'busy'; readonly stage: Stage; readonly share: number | null }
  | { readonly step: 'done'; readonly how: 'downloaded' | 'copied'; readonly name: string }
  | { readonly step: 'failed'; readonly message: string };

export interface ExportDialogProps {
  readonly t: Translate;
  /** How many each scope holds; a scope without any is not offered. */
  readonly counts: Readonly<Record<ExportScope, number>>;
  /** The first scope on offer is chosen to begin with unless this one is. */
  readonly scope: ExportScope;
  readonly formats: readonly FormatChoice[];
  readonly state: ExportState;
  readonly onExport: (scope: ExportScope, format: string, how: 'download' | 'copy') => void;
  readonly onCancel: () => void;
  readonly onClose: () => void;
}

/** What to take out of the library, and in which format. */
export function ExportDialog(props: ExportDialogProps) {
  const { t, counts, formats, state } = props;
  const [scope, setScope] = useState(props.scope);
  const [format, setFormat] = useState(formats[0]?.id ?? '');
  const scopes: readonly { readonly value: ExportScope; readonly label: string }[] = [
    { value: 'all', label: t('expAll', { count: counts.all }) },
    { value: 'shown', label: t('expShown', { count: counts.shown }) },
    { value: 'chosen', label: t('expChosen', { count: counts.chosen }) },
  ];
  const chosen = formats.find(({ id }) => id === format);
  const isBusy = state.step === 'busy';
  return (
    <Dialog
      title={t('libExport')}
      closeLabel={t('close')}
      onClose={isBusy ? props.onCancel : props.onClose}
      actions={
        isBusy ? (
          <Button label={t('cancel')} tone="outline" onClick={props.onCancel} />
        ) : (
          <>
            <p class="dialog-note">{t('expStays')}</p>
            <Button
              label={t('expCopy')}
              icon="copy"
              tone="outline"
              disabled={chosen?.isCopyable !== true}
              onClick={() => props.onExport(scope, format, 'copy')}
            />
            <Button
              label={t('expDownload')}
              icon="download"
              tone="primary"
              onClick={() => props.onExport(scope, format, 'download')}
            />
          </>
        )
      }
    >
      {isBusy ? (
        <WorkProgress t={t} stage={state.stage} share={state.share} />
      ) : (
        <div class="exchange">
          <Segmented
            label={t('expWhat')}
            value={scope}
            options={scopes.filter(({ value }) => counts[value] > 0)}
            onChange={setScope}
          />
          <FormatList
            legend={t('expFormat')}
            formats={formats}
            chosen={format}
            onChoose={setFormat}
          />
          <p
            class={state.step === 'failed' ? 'exchange-end is-error' : 'exchange-end'}
            role="status"
          >
            {endOf(state, t)}
          </p>
        </div>
      )}
    </Dialog>
  );
}

function endOf(state: ExportState, t: Translate): string {
  if (state.step === 'failed') return state.message;
  if (state.step !== 'done') return '';
  return state.how === 'copied' ? t('expCopied') : t('expDownloaded', { name: state.name });
}
