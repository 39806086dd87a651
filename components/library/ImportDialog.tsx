import { useState } from 'preact/hooks';
import type { Translate } from '@/core/i18n/messages';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import type {
  ConflictAnswers,
  FormatChoice,
  ImportOutcome,
  ImportPreview,
  Stage,
} from './exchange-view';
import { FileDrop } from './FileDrop';
import { ImportPreviewView } from './ImportPreviewView';
import { WorkProgress } from './WorkProgress';

export type ImportState =
  | { readonly step: 'choose' }
  | { readonly step: 'busy'; readonly stage: Stage; readonly share: number | null }
  | {
      readonly step: 'preview';
      readonly name: string;
      /** Id of the format that the file was read as. */
      readonly format: string;
      readonly preview: ImportPreview;
    }
  | { readonly step: 'done'; readonly outcome: ImportOutcome; readonly isUndone: boolean }
  | { readonly step: 'failed'; readonly message: string };

export interface ImportDialogProps {
  readonly t: Translate;
  readonly formats: readonly FormatChoice[];
  readonly state: ImportState;
  readonly onFile: (file: File) => void;
  /** Reads the same file as another format. */
  readonly onFormat: (id: string) => void;
  readonly onApply: (answers: ConflictAnswers) => void;
  /** Moves what was added to the trash. */
  readonly onUndo: () => void;
  readonly onCancel: () => void;
  readonly onClose: () => void;
}

/** A file, what taking it in would do, and then that, in one step that can be taken back. */
export function ImportDialog(props: ImportDialogProps) {
  const { t, state } = props;
  const [answers, setAnswers] = useState<ConflictAnswers>({ all: 'both', byId: {} });
  const close = () => {
    if (state.step === 'busy') props.onCancel();
    else props.onClose();
  };
  return (
    <Dialog
      title={t('libImport')}
      closeLabel={t('close')}
      onClose={close}
      actions={<ImportActions {...props} answers={answers} onLeave={close} />}
    >
      <div class="exchange">
        {state.step === 'choose' || state.step === 'failed' ? (
          <FileDrop t={t} onFile={props.onFile} />
        ) : null}
        {state.step === 'failed' ? (
          <p class="exchange-end is-error" role="status">
            {state.message}
          </p>
        ) : null}
        {state.step === 'busy' ? (
          <WorkProgress t={t} stage={state.stage} share={state.share} />
        ) : null}
        {state.step === 'preview' ? (
          <ImportPreviewView
            t={t}
            name={state.name}
            format={state.format}
            formats={props.formats}
            preview={state.preview}
            answers={answers}
            onFormat={props.onFormat}
            onAnswers={setAnswers}
          />
        ) : null}
        {state.step === 'done' ? <Done t={t} {...state} /> : null}
      </div>
    </Dialog>
  );
}

interface ActionsProps extends ImportDialogProps {
  readonly answers: ConflictAnswers;
  readonly onLeave: () => void;
}

function ImportActions({ t, state, answers, onLeave, onApply, onUndo }: ActionsProps) {
  if (state.step === 'preview') {
    const { added, updated, conflicts, own } = state.preview;
    const count = added.count + updated.count + conflicts.count + own.count;
    return (
      <>
        <Button label={t('cancel')} tone="outline" onClick={onLeave} />
        <Button
          label={t('impApply')}
          icon="check"
          tone="primary"
          disabled={count === 0}
          onClick={() => onApply(answers)}
        />
      </>
    );
  }
  if (state.step === 'done') {
    return (
      <>
        {state.outcome.added > 0 && !state.isUndone ? (
          <Button label={t('undo')} icon="undo-2" tone="outline" onClick={onUndo} />
        ) : null}
        <Button label={t('done')} tone="primary" onClick={onLeave} />
      </>
    );
  }
  return <Button label={t('cancel')} tone="outline" onClick={onLeave} />;
}

interface DoneProps {
  readonly t: Translate;
  readonly outcome: ImportOutcome;
  readonly isUndone: boolean;
}

function Done({ t, outcome, isUndone }: DoneProps) {
  return (
    <p class="exchange-end" role="status">
      {isUndone
        ? t('impUndone', { count: outcome.added })
        : t('impDone', { added: outcome.added, updated: outcome.updated })}
    </p>
  );
}
