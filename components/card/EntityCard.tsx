import type { ComponentChildren } from 'preact';
import { useId, useMemo, useState } from 'preact/hooks';
import type { MatchedMention } from '@/core/cards/evidence-lines';
import { YARDSTICK } from '@/core/cards/rocket-outline';
import type { Card } from '@/core/knowledge/card';
import type { EntityId, Names } from '@/core/knowledge/entity';
import { type FactSheet, factSheet } from '@/core/knowledge/facts';
import { footnotes } from '@/core/knowledge/footnotes';
import { createFormats, nameOf, type UnitSystem } from '@/core/knowledge/formats';
import { geometryOf } from '@/core/knowledge/geometry';
import { type Published, type Since, since } from '@/core/knowledge/since';
import { ScaleDrawing } from '../drawing/ScaleDrawing';
import { CardFoot, PossiblyFoot } from './CardFoot';
import { CardHead } from './CardHead';
import { CardTools } from './CardTools';
import { CardViewProvider, useCardView } from './card-view';
import { EventBlock } from './EventBlock';
import { FactList } from './FactList';
import { LineupBlock } from './LineupBlock';
import { PossiblyBody } from './PossiblyBody';
import { RecordBlock } from './RecordBlock';
import { RelatedBlock } from './RelatedBlock';
import { newsOf, SinceBlock } from './SinceBlock';
import { SiteBlock } from './SiteBlock';
import { SourceBlock } from './SourceBlock';
import { useCopyKey } from './use-copy-key';
import { WhyPanel } from './WhyPanel';

/** Everything an `EntityCard` takes. Only `card`, `locale`, `units`, `now` and the callbacks are required. */
export interface EntityCardProps {
  readonly card: Card;
  /** When the story on the page was published; null or absent makes no claim about "since". */
  readonly published?: Published | null;
  readonly locale: 'en' | 'zh';
  readonly units: UnitSystem;
  /** The reader's own language tag (`navigator.language`), for dates and digit grouping. */
  readonly region?: string;
  /** Today as `YYYY-MM-DD` (a date-time is cut). */
  readonly now: string;
  /** The mention that the card was opened from; absent for a card opened from another card. */
  readonly mention?: MatchedMention;
  /** Names of `mention.alternatives`, by id; those without a name are left out. */
  readonly alternativeNames?: Readonly<Record<string, Names>>;
  /** How many notes and highlights of the reader are about this entity. */
  readonly noteCount?: number;
  readonly pinned?: boolean;
  /** `popover` beside the name; `sheet` at the bottom edge on touch. */
  readonly layout?: 'popover' | 'sheet';
  /** Opens another card in place of this one. */
  readonly onOpen: (id: EntityId) => void;
  /** Absent where there is nothing to go back or forward to. */
  readonly onBack?: () => void;
  readonly onForward?: () => void;
  readonly onPin: () => void;
  /** Absent where nothing can be compared. */
  readonly onCompare?: (id: EntityId) => void;
  /** Puts text on the clipboard: a value with its citation. */
  readonly onCopy: (text: string) => void;
  /** Opens the reader's note on this entity. */
  readonly onNote: (id: EntityId) => void;
  readonly onDossier: (id: EntityId) => void;
  /** Remembers the other unit system; without it the menu does not offer one. */
  readonly onUnits?: (units: UnitSystem) => void;
  /** The reader says that the possible mention is right. */
  readonly onConfirm?: () => void;
  /** "This is not it": not at this place. */
  readonly onNotHere: () => void;
  /** Never mark this name on this site. */
  readonly onNeverHere: () => void;
  /** Never mark this name anywhere. */
  readonly onNever?: () => void;
  /** The reader's own facts, wherever they may be shown; absent for none. */
  readonly own?: ComponentChildren;
  /** Where the reader's own names and facts are written. */
  readonly onOwn?: (id: EntityId) => void;
  readonly onClose: () => void;
  /** Pointer down on the head, for dragging a pinned card. */
  readonly onDragStart?: (event: PointerEvent) => void;
}

/** The card of one entity, complete: a labelled non-modal dialog that scrolls inside itself. */
export function EntityCard(props: EntityCardProps) {
  const { card, published = null, locale, units, region, mention, onOpen, onCopy } = props;
  const headingId = useId();
  const [isWhyOpen, setWhyOpen] = useState(false);
  const today = props.now.slice(0, 10);
  const formats = useMemo(() => createFormats(locale, units, region), [locale, units, region]);
  const sheet = useMemo(() => factSheet(card), [card]);
  const changes = useMemo(() => since(card, published, today), [card, published, today]);
  const notes = useMemo(() => footnotes(card, sheet, changes), [card, sheet, changes]);
  const view = { card, formats, footnotes: notes, today, onOpen, onCopy };
  const possible = mention?.certainty === 'possibly' ? mention : null;
  const names = props.alternativeNames ?? {};
  const copyKey = useCopyKey(onCopy);
  return (
    <CardViewProvider value={view}>
      <div
        class={`card card-${props.layout ?? 'popover'}`}
        role="dialog"
        aria-labelledby={headingId}
        lang={locale === 'zh' ? 'zh-Hans' : 'en'}
        dir="ltr"
        // Focus goes to the dialog as a whole, which is read out, not to its first button.
        tabIndex={-1}
        {...copyKey}
      >
        {props.layout === 'sheet' ? (
          <span class="sheet-grip" onPointerDown={(event) => props.onDragStart?.(event)} />
        ) : null}
        <CardHead
          headingId={headingId}
          isPossible={possible !== null}
          tools={<CardTools props={props} onWhy={() => setWhyOpen(!isWhyOpen)} />}
          onDragStart={props.onDragStart}
        />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <section class="card-scroll" tabIndex={0} aria-labelledby={headingId}>
          {possible === null ? (
            <>
              {isWhyOpen && mention !== undefined ? (
                <WhyPanel mention={mention} names={names} />
              ) : null}
              <CardBody sheet={sheet} changes={changes} basis={published?.basis} own={props.own} />
            </>
          ) : (
            <PossiblyBody mention={possible} names={names} />
          )}
        </section>
        {possible === null ? <CardFoot props={props} /> : <PossiblyFoot props={props} />}
      </div>
    </CardViewProvider>
  );
}

interface CardBodyProps {
  readonly sheet: FactSheet;
  readonly changes: Since;
  readonly basis: Published['basis'] | undefined;
  readonly own: ComponentChildren;
}

/** Inner width of a card of 360 px. */
const BLOCK_WIDTH = 328;

/** The blocks in reading order: news first, then facts, record, pictures, history, sources. */
function CardBody({ sheet, changes, basis, own }: CardBodyProps) {
  const { card, formats } = useCardView();
  const geometry = card.related[card.id]?.geometry ?? geometryOf(card);
  const isRocket = card.kind === 'rocket' && geometry.heightM !== undefined;
  const told = new Set(newsOf(changes));
  return (
    <>
      <SinceBlock changes={changes} basis={basis} />
      {own}
      <SiteBlock width={BLOCK_WIDTH} />
      {sheet.primary.length + sheet.more.length === 0 ? null : (
        <div class="card-body">
          {isRocket ? (
            <ScaleDrawing
              name={nameOf(card.names, formats)}
              geometry={geometry}
              withYardstick={card.id !== YARDSTICK.id}
              formats={formats}
            />
          ) : null}
          <FactList sheet={sheet} />
        </div>
      )}
      {card.record === undefined ? null : <RecordBlock record={card.record} width={BLOCK_WIDTH} />}
      {card.kind === 'company' ? <LineupBlock width={BLOCK_WIDTH} /> : null}
      <RelatedBlock />
      <EventBlock events={card.events.filter((event) => !told.has(event))} />
      <SourceBlock />
    </>
  );
}
