import { useMemo } from 'preact/hooks';
import { YARDSTICK } from '@/core/cards/rocket-outline';
import type { Card } from '@/core/knowledge/card';
import type { EntityId } from '@/core/knowledge/entity';
import { claimOn, factSheet } from '@/core/knowledge/facts';
import { footnotes } from '@/core/knowledge/footnotes';
import {
  createFormats,
  type Formats,
  joinList,
  nameOf,
  type UnitSystem,
} from '@/core/knowledge/formats';
import { geometryOf } from '@/core/knowledge/geometry';
import type { OwnFact } from '@/core/own/own-entry';
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
import { OwnFacts } from '../own/OwnFacts';
import { Button } from '../ui/Button';
import { countText } from './count-text';
import { VirtualList } from './VirtualList';

export interface DossierProps {
  readonly card: Card;
  /** How many the reader marked about the entity, and on how many sites; null while nobody knows yet. */
  readonly count: number | null;
  readonly sites: number;
  /** Oldest first; null while it is being fetched. */
  readonly annotationAt: (index: number) => ShownAnnotation | null;
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
  /** What the reader has written down about it. */
  readonly own: readonly OwnFact[];
  readonly onOwn: () => void;
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
          <ReadBlock {...props} formats={formats} />
          <EventBlock events={card.events} />
        </div>
        <aside class="dossier-side">
          <h2>{t('dosFacts')}</h2>
          <FactList sheet={sheet} />
          {props.own.length === 0 ? null : (
            <OwnFacts
              locale={locale}
              {...(region === undefined ? {} : { region })}
              facts={props.own}
              onEdit={props.onOwn}
            />
          )}
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

/** A row with two lines of quote and its small print. */
const ROW_PX = 112;

function ReadBlock(props: DossierProps & { readonly formats: Formats }) {
  const { count, sites, formats } = props;
  const { t } = formats;
  const papers = sites === 1 ? t('dosPapersOne') : t('dosPapers', { count: sites });
  const read =
    count === 1 ? t('libCountOne') : t('libCount', { count: countText(count ?? 0, formats) });
  return (
    <section class="dossier-read" aria-busy={count === null}>
      <h2>
        <span>{t('dosRead')}</span>
        {count === null || count === 0 ? null : (
          <span>{sites === 0 ? read : joinList([read, papers], formats)}</span>
        )}
      </h2>
      {count === 0 ? <p>{t('dosNothing')}</p> : null}
      {count === null || count === 0 ? null : (
        <VirtualList
          count={count}
          estimatePx={ROW_PX}
          label={t('dosRead')}
          row={(index) => {
            const annotation = props.annotationAt(index);
            if (annotation === null) return <div class="result is-waiting" />;
            return (
              <AnnotationRow
                annotation={annotation}
                formats={formats}
                onOpen={props.onAnnotation}
              />
            );
          }}
        />
      )}
    </section>
  );
}
