import { useId, useMemo } from 'preact/hooks';
import type { Mention } from '@/core/detection/mention';
import type { Card } from '@/core/knowledge/card';
import type { EntityId, Names } from '@/core/knowledge/entity';
import { factSheet } from '@/core/knowledge/facts';
import { footnotes } from '@/core/knowledge/footnotes';
import { createFormats, type UnitSystem } from '@/core/knowledge/formats';
import { type Published, since } from '@/core/knowledge/since';
import { Button } from '../ui/Button';
import { CardHead } from './CardHead';
import { CardViewProvider } from './card-view';
import { FactList } from './FactList';
import { SinceBlock } from './SinceBlock';

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
  readonly mention?: Pick<Mention, 'text' | 'certainty' | 'alternatives' | 'evidence'>;
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
  readonly onCompare: (id: EntityId) => void;
  /** Puts text on the clipboard: a value with its citation. */
  readonly onCopy: (text: string) => void;
  /** Opens the reader's note on this entity. */
  readonly onNote: (id: EntityId) => void;
  readonly onDossier: (id: EntityId) => void;
  /** The reader says that the possible mention is right. */
  readonly onConfirm?: () => void;
  /** "This is not it": not at this place. */
  readonly onNotHere: () => void;
  /** Never mark this name on this site. */
  readonly onNeverHere: () => void;
  readonly onClose: () => void;
  /** Pointer down on the head, for dragging a pinned card. */
  readonly onDragStart?: (event: PointerEvent) => void;
}

/** The card of one entity, complete: a labelled non-modal dialog that scrolls inside itself. */
export function EntityCard(props: EntityCardProps) {
  const { card, published = null, locale, units, region, onOpen, onCopy } = props;
  const headingId = useId();
  const today = props.now.slice(0, 10);
  const formats = useMemo(() => createFormats(locale, units, region), [locale, units, region]);
  const sheet = useMemo(() => factSheet(card), [card]);
  const changes = useMemo(() => since(card, published, today), [card, published, today]);
  const notes = useMemo(() => footnotes(card, sheet, changes), [card, sheet, changes]);
  const { t } = formats;
  return (
    <CardViewProvider value={{ card, formats, footnotes: notes, today, onOpen, onCopy }}>
      <div
        class={`card card-${props.layout ?? 'popover'}`}
        role="dialog"
        aria-labelledby={headingId}
        lang={locale === 'zh' ? 'zh-Hans' : 'en'}
        dir="ltr"
      >
        <CardHead
          headingId={headingId}
          tools={
            <Button
              label={props.pinned === true ? t('unpin') : t('pin')}
              icon={props.pinned === true ? 'pin-off' : 'pin'}
              iconOnly
              size="small"
              onClick={props.onPin}
            />
          }
        />
        <div class="card-scroll">
          <SinceBlock changes={changes} basis={published?.basis} />
          <div class="card-body">
            <FactList sheet={sheet} />
          </div>
        </div>
        <footer class="card-foot">
          <Button label={t('compare')} icon="columns-2" onClick={() => props.onCompare(card.id)} />
          <Button
            label={t('dossier')}
            trailingIcon="arrow-right"
            atEnd
            onClick={() => props.onDossier(card.id)}
          />
        </footer>
      </div>
    </CardViewProvider>
  );
}
