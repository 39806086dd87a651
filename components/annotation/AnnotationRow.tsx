import type { AnchorState, HighlightColour } from '@/core/annotation/annotation';
import { type EntityId, kindOf, type Names } from '@/core/knowledge/entity';
import { type Formats, nameOf } from '@/core/knowledge/formats';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { KIND_LOOKS } from '../ui/kinds';

/** A highlight or note as lists show it. */
export interface ShownAnnotation {
  readonly id: string;
  readonly colour: HighlightColour;
  /** Null for a note on a page or an entity. */
  readonly quote: string | null;
  readonly note: string;
  readonly tags: readonly string[];
  /** The page and the publication, where the list is not about one page. */
  readonly pageTitle?: string;
  readonly siteName?: string;
  /** Already in the reader's format. */
  readonly date?: string;
  readonly entities: readonly { readonly id: EntityId; readonly names: Names }[];
  readonly state: AnchorState;
}

type Marks = readonly { readonly start: number; readonly end: number }[];

interface AnnotationRowProps {
  readonly annotation: ShownAnnotation;
  readonly formats: Formats;
  /** Stretches of the quote to mark: what a search found. Half-open, in UTF-16 code units of the quote. */
  readonly marks?: Marks;
  /** The same of the note. */
  readonly noteMarks?: Marks;
  readonly onOpen: (id: string) => void;
  readonly onSeeChanges?: (id: string) => void;
  readonly onPlaceAgain?: (id: string) => void;
}

/** A quote in the press's voice, a note in ours (which opens the page where there is no quote to do it), and what it is about. One that lost its passage says so. */
export function AnnotationRow(props: AnnotationRowProps) {
  const { annotation, formats, marks = [], noteMarks = [] } = props;
  const { id, colour, quote, note, state } = annotation;
  const isLost = state === 'lost';
  return (
    <article class={`annotation hl-${colour} ${isLost ? 'is-lost' : ''}`}>
      {quote === null ? null : (
        <blockquote>
          <button type="button" class="annotation-quote" onClick={() => props.onOpen(id)}>
            <Marked text={quote} marks={marks} />
          </button>
        </blockquote>
      )}
      {note === '' ? null : (
        <p class="annotation-note">
          {quote === null ? (
            <button type="button" class="annotation-quote" onClick={() => props.onOpen(id)}>
              <Marked text={note} marks={noteMarks} />
            </button>
          ) : (
            <Marked text={note} marks={noteMarks} />
          )}
        </p>
      )}
      <AnchorNotice {...props} />
      <AnnotationMeta annotation={annotation} formats={formats} />
    </article>
  );
}

function AnchorNotice({ annotation, formats, onSeeChanges, onPlaceAgain }: AnnotationRowProps) {
  const { id, state } = annotation;
  const { t } = formats;
  if (state === 'placed') return null;
  if (state === 'waiting') return <p class="annotation-state">{t('passageWaiting')}</p>;
  return (
    <p class="annotation-state is-doubtful">
      <Icon name="unlink" size="small" />
      <span>{state === 'lost' ? t('passageGone') : t('passageChanged')}</span>
      {onSeeChanges === undefined ? null : (
        <Button label={t('seeChanges')} size="small" onClick={() => onSeeChanges(id)} />
      )}
      {state !== 'lost' || onPlaceAgain === undefined ? null : (
        <Button label={t('placeAgain')} size="small" onClick={() => onPlaceAgain(id)} />
      )}
    </p>
  );
}

interface AnnotationMetaProps {
  readonly annotation: ShownAnnotation;
  readonly formats: Formats;
}

function AnnotationMeta({ annotation, formats }: AnnotationMetaProps) {
  const { pageTitle, siteName, date, entities, tags } = annotation;
  if (siteName === undefined && date === undefined && entities.length + tags.length === 0)
    return null;
  return (
    <p class="annotation-meta">
      {pageTitle === undefined ? null : <span class="annotation-page">{pageTitle}</span>}
      {siteName === undefined ? null : <span>{siteName}</span>}
      {date === undefined ? null : <span>{date}</span>}
      {entities.map(({ id, names }) => {
        const look = KIND_LOOKS[kindOf(id)];
        return (
          <span key={id} class="annotation-about">
            <span class={look.tone}>
              <Icon name={look.icon} size="small" />
            </span>
            {nameOf(names, formats)}
          </span>
        );
      })}
      {tags.map((tag) => (
        <span key={tag} class="annotation-about">
          <Icon name="tag" size="small" />
          {tag}
        </span>
      ))}
    </p>
  );
}

interface MarkedProps {
  readonly text: string;
  readonly marks: Marks;
}

/** Text with stretches marked; marks that overlap or lie outside are cut to fit. */
function Marked({ text, marks }: MarkedProps) {
  const sorted = [...marks].sort((a, b) => a.start - b.start);
  const parts: { readonly text: string; readonly marked: boolean; readonly at: number }[] = [];
  let at = 0;
  for (const { start, end } of sorted) {
    const [from, to] = [Math.max(at, start), Math.min(end, text.length)];
    if (to <= from) continue;
    if (from > at) parts.push({ text: text.slice(at, from), marked: false, at });
    parts.push({ text: text.slice(from, to), marked: true, at: from });
    at = to;
  }
  parts.push({ text: text.slice(at), marked: false, at });
  return (
    <>
      {parts.map((part) =>
        part.marked ? (
          <mark key={part.at}>{part.text}</mark>
        ) : (
          <span key={part.at}>{part.text}</span>
        ),
      )}
    </>
  );
}
