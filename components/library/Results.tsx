import { useMemo, useRef } from 'preact/hooks';
import { AnnotationRow, type ShownAnnotation } from '../annotation/AnnotationRow';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { BulkBar, type BulkBarProps } from './BulkBar';
import { countText } from './count-text';
import { DamagedNotice } from './DamagedNotice';
import { FlightArc } from './FlightArc';
import { VirtualList } from './VirtualList';

/** A highlight that was found, with what to mark in its quote and its note. */
export interface Hit {
  readonly annotation: ShownAnnotation;
  readonly marks: Marks;
  readonly noteMarks: Marks;
}

type Marks = readonly { readonly start: number; readonly end: number }[];

export interface ResultsProps extends Omit<BulkBarProps, 'selected' | 'count'> {
  /** How many were found; null while nobody knows yet. */
  readonly count: number | null;
  /** Null while it is being fetched. */
  readonly hitAt: (index: number) => Hit | null;
  /** True when the library holds nothing at all, whatever is asked. */
  readonly isEmptyLibrary: boolean;
  /** How far a library is read that is opened for the first time; null when all is there. */
  readonly reading: { readonly done: number; readonly count: number } | null;
  /** Records that could not be read, and are kept as they are. */
  readonly damaged: number;
  /** The search that the list answers; null before the first answer. Another may be on its way. */
  readonly answers: string | null;
  readonly order: 'newest' | 'best';
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (id: string, chosen: boolean) => void;
  readonly onOpen: (id: string) => void;
  readonly onSeeChanges: (id: string) => void;
  readonly onPlaceAgain: (id: string) => void;
  readonly onImport: () => void;
  readonly onClear: () => void;
}

/** Rows have two lines of quote, a note of one, and their line of small print, more often than not. */
const ROW_PX = 118;

/** The highlights that a search or filter found, with what can be done with all or some of them. */
export function Results(props: ResultsProps) {
  const { formats, count } = props;
  const { t } = formats;
  if (props.isEmptyLibrary) {
    return (
      <section class="results is-empty">
        <DamagedNotice formats={formats} count={props.damaged} />
        <FlightArc />
        <EmptyState title={t('libEmptyTitle')} advice={t('libEmptyAdvice')}>
          <Button label={t('libImport')} icon="upload" tone="outline" onClick={props.onImport} />
        </EmptyState>
      </section>
    );
  }
  return (
    <section class="results" aria-busy={count === null} data-answers={props.answers}>
      <ResultsHead {...props} />
      <Reading {...props} />
      <DamagedNotice formats={formats} count={props.damaged} />
      {count === 0 ? (
        <EmptyState title={t('libNoneTitle')} advice={t('libNoneAdvice')}>
          <Button label={t('libClear')} tone="outline" onClick={props.onClear} />
        </EmptyState>
      ) : count === null ? null : (
        <VirtualList
          count={count}
          estimatePx={ROW_PX}
          label={t('libHighlights')}
          row={(index) => <Result {...props} hit={props.hitAt(index)} />}
        />
      )}
    </section>
  );
}

function Result(props: ResultsProps & { readonly hit: Hit | null }) {
  const { hit, chosen, formats } = props;
  // What a row does may be another function at each drawing: that alone does not draw it again.
  const latest = useRef(props);
  latest.current = props;
  const row = useMemo(
    () =>
      hit === null ? null : (
        <AnnotationRow
          {...hit}
          formats={formats}
          onOpen={(id) => latest.current.onOpen(id)}
          onSeeChanges={(id) => latest.current.onSeeChanges(id)}
          onPlaceAgain={(id) => latest.current.onPlaceAgain(id)}
        />
      ),
    [hit, formats],
  );
  // Its place is kept; the row comes within a few frames.
  if (hit === null) return <div class="result is-waiting" />;
  const { id } = hit.annotation;
  return (
    <div class={chosen.has(id) ? 'result is-chosen' : 'result'}>
      <input
        type="checkbox"
        aria-label={formats.t('libSelect')}
        checked={chosen.has(id)}
        onChange={(event) => props.onChoose(id, event.currentTarget.checked)}
      />
      {row}
    </div>
  );
}

function Reading({ formats, reading }: ResultsProps) {
  if (reading === null || reading.count === 0) return null;
  const { done, count } = reading;
  const label = formats.t('libReading', {
    done: countText(done, formats),
    count: countText(count, formats),
  });
  return (
    <div class="library-reading" role="status">
      <progress max={count} value={done} aria-label={label} />
      <span>{label}</span>
    </div>
  );
}

function ResultsHead(props: ResultsProps) {
  const { formats, chosen, order, count } = props;
  const { t } = formats;
  if (chosen.size > 0) {
    return (
      <header class="results-head is-bulk">
        <BulkBar {...props} selected={chosen.size} count={count ?? 0} />
      </header>
    );
  }
  const shown = count === null ? '' : countText(count, formats);
  return (
    <header class="results-head">
      <p role="status">
        {count === null ? null : (
          <>
            <b>{count === 1 ? t('libCountOne') : t('libCount', { count: shown })}</b>{' '}
            {order === 'best' ? t('libBest') : t('libNewest')}
          </>
        )}
      </p>
      <Button label={t('libImport')} icon="upload" atEnd onClick={props.onImport} />
      <Button
        label={t('libExportCount', { count: shown })}
        icon="download"
        disabled={count === 0 || count === null}
        onClick={props.onExport}
      />
    </header>
  );
}
