import type { Formats } from '@/core/knowledge/formats';
import { AnnotationRow, type ShownAnnotation } from '../annotation/AnnotationRow';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { VirtualList } from './VirtualList';

/** A highlight that was found, with what to mark in its quote. */
export interface Hit {
  readonly annotation: ShownAnnotation;
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

export interface ResultsProps {
  readonly formats: Formats;
  readonly hits: readonly Hit[];
  /** True when the library holds nothing at all, whatever is asked. */
  readonly isEmptyLibrary: boolean;
  readonly order: 'newest' | 'best';
  readonly isBin: boolean;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (id: string, chosen: boolean) => void;
  readonly onChooseNone: () => void;
  readonly onOpen: (id: string) => void;
  readonly onSeeChanges: (id: string) => void;
  readonly onPlaceAgain: (id: string) => void;
  /** The chosen ones, or all hits when none is. */
  readonly onExport: () => void;
  readonly onImport: () => void;
  readonly onDelete: () => void;
  readonly onRestore: () => void;
  readonly onClear: () => void;
}

/** Rows have two lines of quote, a note of one, and their line of small print, more often than not. */
const ROW_PX = 118;

/** The highlights that a search or filter found, with what can be done with all or some of them. */
export function Results(props: ResultsProps) {
  const { formats, hits, chosen } = props;
  const { t } = formats;
  if (props.isEmptyLibrary) {
    return (
      <section class="results">
        <EmptyState title={t('libEmptyTitle')} advice={t('libEmptyAdvice')}>
          <Button label={t('libImport')} icon="upload" tone="outline" onClick={props.onImport} />
        </EmptyState>
      </section>
    );
  }
  return (
    <section class="results">
      <ResultsHead {...props} />
      {hits.length === 0 ? (
        <EmptyState title={t('libNoneTitle')} advice={t('libNoneAdvice')}>
          <Button label={t('libClear')} tone="outline" onClick={props.onClear} />
        </EmptyState>
      ) : (
        <VirtualList
          count={hits.length}
          estimatePx={ROW_PX}
          label={t('libHighlights')}
          row={(index) => {
            const hit = hits[index];
            if (hit === undefined) return null;
            const { id } = hit.annotation;
            return (
              <div class={chosen.has(id) ? 'result is-chosen' : 'result'}>
                <input
                  type="checkbox"
                  aria-label={t('libSelect')}
                  checked={chosen.has(id)}
                  onChange={(event) => props.onChoose(id, event.currentTarget.checked)}
                />
                <AnnotationRow
                  annotation={hit.annotation}
                  formats={formats}
                  marks={hit.marks}
                  onOpen={props.onOpen}
                  onSeeChanges={props.onSeeChanges}
                  onPlaceAgain={props.onPlaceAgain}
                />
              </div>
            );
          }}
        />
      )}
    </section>
  );
}

function ResultsHead(props: ResultsProps) {
  const { formats, hits, chosen, order, isBin } = props;
  const { t } = formats;
  if (chosen.size > 0) {
    return (
      <header class="results-head">
        <p>
          <b>{t('libSelected', { count: chosen.size })}</b>
        </p>
        <Button label={t('libSelectNone')} onClick={props.onChooseNone} />
        {isBin ? (
          <Button label={t('libRestore')} icon="undo-2" atEnd onClick={props.onRestore} />
        ) : (
          <Button
            label={t('libDelete')}
            icon="trash-2"
            tone="danger"
            atEnd
            onClick={props.onDelete}
          />
        )}
        <Button label={t('libExport')} icon="download" onClick={props.onExport} />
      </header>
    );
  }
  const count = hits.length;
  return (
    <header class="results-head">
      <p>
        <b>{count === 1 ? t('libCountOne') : t('libCount', { count })}</b>{' '}
        {order === 'best' ? t('libBest') : t('libNewest')}
      </p>
      <Button label={t('libImport')} icon="upload" atEnd onClick={props.onImport} />
      <Button
        label={t('libExportCount', { count })}
        icon="download"
        disabled={count === 0}
        onClick={props.onExport}
      />
    </header>
  );
}
