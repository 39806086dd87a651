import { useMemo, useState } from 'preact/hooks';
import type { Card } from '@/core/knowledge/card';
import { type ComparedRow, type ComparedValue, compareCards } from '@/core/knowledge/compare';
import { comparisonToCsv, comparisonToMarkdown } from '@/core/knowledge/compare-export';
import type { EntityId } from '@/core/knowledge/entity';
import { formatDate } from '@/core/knowledge/format-date';
import { createFormats, type Formats, nameOf, type UnitSystem } from '@/core/knowledge/formats';
import { geometryOf } from '@/core/knowledge/geometry';
import { Lineup } from '../drawing/Lineup';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';

export interface CompareTrayProps {
  /** One to three cards of one kind, in the order in which they were added. */
  readonly cards: readonly Card[];
  readonly locale: 'en' | 'zh';
  readonly units: UnitSystem;
  readonly region?: string;
  readonly onCopy: (text: string) => void;
  readonly onRemove: (id: EntityId) => void;
  readonly onClose: () => void;
}

/** Cards side by side: rockets drawn to one scale, facts in aligned rows, differences marked. */
export function CompareTray(props: CompareTrayProps) {
  const { cards, locale, units, region, onCopy } = props;
  const formats = useMemo(() => createFormats(locale, units, region), [locale, units, region]);
  const comparison = useMemo(() => compareCards(cards, formats), [cards, formats]);
  const { t } = formats;
  const areRockets = cards.every((card) => card.kind === 'rocket');
  const title = areRockets ? t('compareTitle') : t('compareTitlePlain');
  return (
    <div
      class="tray"
      role="dialog"
      aria-label={title}
      lang={locale === 'zh' ? 'zh-Hans' : 'en'}
      dir="ltr"
    >
      <header class="tray-head">
        <Icon name="columns-2" />
        <h2>{title}</h2>
        <Button
          label={t('copyTable')}
          icon="copy"
          atEnd
          onClick={() => onCopy(comparisonToMarkdown(comparison, cards, formats))}
        />
        <Button
          label={t('copyCsv')}
          onClick={() => onCopy(comparisonToCsv(comparison, cards, formats))}
        />
        <Button label={t('close')} icon="x" iconOnly onClick={props.onClose} />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section class="tray-scroll" tabIndex={0} aria-label={title}>
        {cards.length < 2 ? <p class="tray-empty">{t('compareEmpty')}</p> : null}
        {areRockets ? <TrayLineup cards={cards} formats={formats} /> : null}
        <CompareTable
          cards={cards}
          rows={comparison.rows}
          formats={formats}
          onRemove={props.onRemove}
        />
      </section>
    </div>
  );
}

/** Pixels of the widest tray, less its padding; the table's first column is the drawing's axis. */
const INNER_WIDTH = 720;
const LABEL_WIDTH = 118;

function TrayLineup({
  cards,
  formats,
}: {
  readonly cards: readonly Card[];
  readonly formats: Formats;
}) {
  return (
    <Lineup
      rockets={cards.map((card) => ({
        id: card.id,
        name: nameOf(card.names, formats),
        geometry: geometryOf(card),
      }))}
      keepUnknown
      width={INNER_WIDTH}
      height={280}
      axisWidth={LABEL_WIDTH}
      formats={formats}
    />
  );
}

interface CompareTableProps {
  readonly cards: readonly Card[];
  readonly rows: readonly ComparedRow[];
  readonly formats: Formats;
  readonly onRemove: (id: EntityId) => void;
}

function CompareTable({ cards, rows, formats, onRemove }: CompareTableProps) {
  const [isWhole, setWhole] = useState(cards.length < 2);
  const { t } = formats;
  const shared = rows.filter((row) => row.cells.filter((cell) => cell.length > 0).length > 1);
  const shown = isWhole ? rows : shared;
  return (
    <>
      <table class="compare">
        <thead>
          <tr>
            <td />
            {cards.map((card) => (
              <th key={card.id} scope="col">
                {nameOf(card.names, formats)}
                <Button
                  label={t('compareRemove', { name: nameOf(card.names, formats) })}
                  icon="x"
                  iconOnly
                  size="small"
                  onClick={() => onRemove(card.id)}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.property} class={row.differs ? 'differs' : undefined}>
              <th scope="row">
                {row.label}
                {row.differs ? (
                  <span class="differs-mark" title={t('compareDiffers')}>
                    <span class="visually-hidden">{t('compareDiffers')}</span>
                  </span>
                ) : null}
              </th>
              {row.cells.map((cell, index) => (
                <td key={cards[index]?.id}>
                  {cell.length === 0 ? <span class="mode">{t('noSource')}</span> : null}
                  {cell.map((value) => (
                    <Compared
                      key={`${value.text} ${value.qualifiers.join()}`}
                      value={value}
                      card={cards[index]}
                      formats={formats}
                    />
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {isWhole || rows.length === shared.length ? null : (
        <Button
          label={t('compareMore', { count: rows.length - shared.length })}
          icon="plus"
          size="small"
          onClick={() => setWhole(true)}
        />
      )}
    </>
  );
}

interface ComparedProps {
  readonly value: ComparedValue;
  readonly card: Card | undefined;
  readonly formats: Formats;
}

/** A value; its date and publishers are its tooltip. */
function Compared({ value, card, formats }: ComparedProps) {
  const publishers = value.sources.flatMap((index) => card?.sources[index]?.publisher ?? []);
  const date = formats.t('asOf', { date: formatDate(value.asOf, formats) });
  const separator = formats.locale === 'zh' ? '，' : ', ';
  return (
    <span class="claim" title={[date, ...publishers].join(separator)}>
      {value.text}
      {value.qualifiers.length === 0 ? null : (
        <span class="fact-note">{value.qualifiers.join(separator)}</span>
      )}
    </span>
  );
}
