import type { Formats } from '@/core/knowledge/formats';
import { AnnotationRow, type ShownAnnotation } from '../annotation/AnnotationRow';
import { Button } from '../ui/Button';

interface BriefMineProps {
  readonly annotations: readonly ShownAnnotation[];
  /** Null while there is none. */
  readonly pageNote: ShownAnnotation | null;
  readonly formats: Formats;
  readonly onAnnotation: (id: string) => void;
  readonly onSeeChanges: (id: string) => void;
  readonly onPlaceAgain: (id: string) => void;
  /** Null where nothing can be written: the browser's own pages. */
  readonly onPageNote: (() => void) | null;
}

/** What the reader wrote on the page at hand: a note on the whole of it, then its highlights. */
export function BriefMine(props: BriefMineProps) {
  const { annotations, pageNote, formats, onPageNote } = props;
  const { t } = formats;
  if (annotations.length === 0 && pageNote === null && onPageNote === null) return null;
  const count = annotations.length + (pageNote === null ? 0 : 1);
  return (
    <section class="brief-block">
      <h2>
        <span>{t('briefMine')}</span>
        {count === 0 ? null : <span>{count}</span>}
      </h2>
      {pageNote === null ? null : (
        <div class="brief-page-note">
          <p class="annotation-note">{pageNote.note}</p>
          {onPageNote === null ? null : (
            <Button
              label={t('pageNoteEdit')}
              icon="pencil-line"
              size="small"
              onClick={onPageNote}
            />
          )}
        </div>
      )}
      {pageNote !== null || onPageNote === null ? null : (
        <Button label={t('pageNoteAdd')} icon="notebook-pen" tone="outline" onClick={onPageNote} />
      )}
      <div class="brief-quotes">
        {annotations.map((annotation) => (
          <AnnotationRow
            key={annotation.id}
            annotation={annotation}
            formats={formats}
            onOpen={props.onAnnotation}
            onSeeChanges={props.onSeeChanges}
            onPlaceAgain={props.onPlaceAgain}
          />
        ))}
      </div>
    </section>
  );
}
