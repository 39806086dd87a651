import { useMemo } from 'preact/hooks';
import { YARDSTICK } from '@/core/cards/rocket-outline';
import type { Card } from '@/core/knowledge/card';
import type { EntityId } from '@/core/knowledge/entity';
import { claimOn, factSheet } from '@/core/knowledge/facts';
import { footnotes } from '@/core/knowledge/footnotes';
import { createFormats, type Formats, nameOf, type UnitSystem } from '@/core/knowledge/formats';
import { geometryOf } from '@/core/knowledge/geometry';
import { AnnotationRow, type ShownAnnotation } from '../annotation/AnnotationRow';
import { CardHead } from '../card/CardHead';
import { CardViewProvider } from '../card/card-view';
import { EventBlock } from '../card/EventBlock';
import { FactList } from '../card/FactList';
import { LineupBlock } from '../card/LineupBlock';
import { RecordBlock } from '../card/RecordBlock';
import { RelatedBlock } from '../card/RelatedBlock';
import { SourceBlock } from '../card/SourceBlock';
import { ScaleDrawing } from '../drawing/ScaleDrawing';
import { SiteMap } from '../drawing/SiteMap';
import { Button } from '../ui/Button';

export interface DossierProps {
  readonly card: Card;
  /** Everything that the reader marked about the entity, oldest first. */
  readonly annotations: readonly ShownAnnotation[];
  readonly locale: 'en' | 'zh';
  readonly units: UnitSystem;
  readonly region?: string;
  /** Today as `YYYY-MM-DD` (a date-time is cut). */
  readonly now: string;
  readonly onOpen: (id: EntityId) => void;
  readonly onAnnotation: (id: string) => void;
  readonly onCopy: (text: string) => void;
  readonly onExport: () => void;
  readonly onNote: () => void;
}

/** Pixels of the reading column and of the column of facts. */
const MAIN_WIDTH = 600;
const SIDE_WIDTH = 320;

/** One entity, written by the reader's own reading, beside what the knowledge base knows. */
export function Dossier(props: DossierProps) {
  const { card, locale, units, region, onOpen, onCopy } = props;
  const formats = useMemo(() => createFormats(locale, units, region), [locale, units, region]);
  const sheet = useMemo(() => factSheet(card), [card]);
  const notes = useMemo(
    () => footnotes(card, sheet, { state: 'none', reason: 'no-date' }),
    [card, sheet],
  );
  const today = props.now.slice(0, 10);
  const { t } = formats;
  return (
    <CardViewProvider value={{ card, formats, footnotes: notes, today, onOpen, onCopy }}>
      <main class="dossier">
        <div class="dossier-main">
          <CardHead
            headingId="dossier-name"
            isPossible={false}
            tools={
              <>
                <Button label={t('note')} icon="pencil-line" onClick={props.onNote} />
                <Button label={t('libExport')} icon="download" onClick={props.onExport} />
              </>
            }
          />
          {card.record === undefined ? null : (
            <RecordBlock record={card.record} width={MAIN_WIDTH} />
          )}
          {card.kind === 'company' ? <LineupBlock width={MAIN_WIDTH} /> : null}
          <ReadBlock
            annotations={props.annotations}
            formats={formats}
            onAnnotation={props.onAnnotation}
          />
          <EventBlock events={card.events} />
        </div>
        <aside class="dossier-side">
          <h2>{t('dosFacts')}</h2>
          <FactList sheet={sheet} />
          <DossierPicture card={card} formats={formats} />
          <RelatedBlock />
          <SourceBlock />
        </aside>
      </main>
    </CardViewProvider>
  );
}

interface PictureProps {
  readonly card: Card;
  readonly formats: Formats;
}

/** A rocket to scale, or the map of a site. */
function DossierPicture({ card, formats }: PictureProps) {
  const geometry = geometryOf(card);
  const place = claimOn(card, 'coordinates')?.values[0];
  const name = nameOf(card.names, formats);
  if (card.kind === 'rocket' && geometry.heightM !== undefined) {
    return (
      <ScaleDrawing
        name={name}
        geometry={geometry}
        withYardstick={card.id !== YARDSTICK.id}
        formats={formats}
      />
    );
  }
  if (place?.type !== 'place') return null;
  return (
    <>
      <h2>{formats.t('dosMap')}</h2>
      <SiteMap
        name={name}
        latitude={place.latitude}
        longitude={place.longitude}
        width={SIDE_WIDTH}
        height={150}
        formats={formats}
      />
    </>
  );
}

interface ReadBlockProps {
  readonly annotations: readonly ShownAnnotation[];
  readonly formats: Formats;
  readonly onAnnotation: (id: string) => void;
}

function ReadBlock({ annotations, formats, onAnnotation }: ReadBlockProps) {
  const { t } = formats;
  const count = annotations.length;
  return (
    <section class="dossier-read">
      <h2>
        <span>{t('dosRead')}</span>
        {count === 0 ? null : (
          <span>{count === 1 ? t('libCountOne') : t('libCount', { count })}</span>
        )}
      </h2>
      {count === 0 ? <p>{t('dosNothing')}</p> : null}
      {annotations.map((annotation) => (
        <AnnotationRow
          key={annotation.id}
          annotation={annotation}
          formats={formats}
          onOpen={onAnnotation}
        />
      ))}
    </section>
  );
}
