import { type Connection, connections } from '@/core/cards/brief';
import type { Card, RelatedEntity } from '@/core/knowledge/card';
import { type EntityId, kindOf } from '@/core/knowledge/entity';
import { type Formats, joinList, nameOf } from '@/core/knowledge/formats';

interface ConnectionGraphProps {
  readonly cards: readonly Card[];
  readonly formats: Formats;
}

const WIDTH = 328;
const ROW = 34;
const BOX = 26;
const HEAD = 20;
/** Left edge and width of the three columns: maker, rocket, parts. */
const COLUMNS = [
  [0, 100],
  [116, 94],
  [226, 102],
] as const;

/** Who makes which rocket, with which engines, flown from where. */
export function ConnectionGraph({ cards, formats }: ConnectionGraphProps) {
  const rows = connections(cards);
  if (rows.length === 0) return null;
  const { t } = formats;
  const heights = rows.map((row) => Math.max(1, row.parts.length) * ROW + 8);
  const height = HEAD + heights.reduce((sum, own) => sum + own, 0);
  const names = namesIn(cards, formats);
  return (
    <section class="brief-block">
      <h2>{t('briefConnections')}</h2>
      <svg
        class="graph"
        width={WIDTH}
        height={height}
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={rows.map((row) => describe(row, names, formats)).join(' ')}
      >
        {[t('briefMaker'), t('briefRocket'), t('briefParts')].map((title, index) => (
          <text key={title} class="shape-text" x={COLUMNS[index]?.[0] ?? 0} y="10">
            {title}
          </text>
        ))}
        {rows.map((row, index) => (
          <Row
            key={row.rocket}
            row={row}
            names={names}
            y={HEAD + heights.slice(0, index).reduce((sum, own) => sum + own, 0)}
          />
        ))}
      </svg>
    </section>
  );
}

type NameFor = (id: EntityId) => string;

interface RowProps {
  readonly row: Connection;
  readonly names: NameFor;
  readonly y: number;
}

function Row({ row, names, y }: RowProps) {
  const [maker, rocket, part] = COLUMNS;
  const middle = y + BOX / 2;
  const rocketEnd = rocket[0] + rocket[1];
  return (
    <g>
      {row.maker === null ? null : (
        <>
          <path class="graph-line" d={`M${maker[0] + maker[1]} ${middle}H${rocket[0]}`} />
          <Arrow x={rocket[0]} y={middle} />
          <Box id={row.maker} text={names(row.maker)} column={maker} y={y} />
        </>
      )}
      {row.parts.map(({ id, count }, index) => {
        const at = middle + index * ROW;
        const bend = rocketEnd + 8;
        const line =
          index === 0
            ? `M${rocketEnd} ${middle}H${part[0]}`
            : `M${bend} ${middle}V${at - 4}Q${bend} ${at} ${bend + 4} ${at}H${part[0]}`;
        return (
          <g key={id}>
            <path class="graph-line" d={line} />
            <Arrow x={part[0]} y={at} />
            <Box
              id={id}
              text={count === undefined ? names(id) : `${count} × ${names(id)}`}
              column={part}
              y={y + index * ROW}
            />
          </g>
        );
      })}
      <Box id={row.rocket} text={names(row.rocket)} column={rocket} y={y} />
    </g>
  );
}

function Arrow({ x, y }: { readonly x: number; readonly y: number }) {
  return <path class="graph-line" d={`M${x - 5} ${y - 3}L${x} ${y}L${x - 5} ${y + 3}`} />;
}

interface BoxProps {
  readonly id: EntityId;
  readonly text: string;
  readonly column: readonly [number, number];
  readonly y: number;
}

/** Pixels that a letter takes at 12 px, Chinese and Latin; only to know when a name must be cut. */
const WIDE = 12;
const NARROW = 6.4;

function Box({ id, text, column: [x, width], y }: BoxProps) {
  return (
    <g>
      <title>{text}</title>
      <rect class="graph-box" x={x + 0.5} y={y + 0.5} width={width - 1} height={BOX - 1} rx="5" />
      <circle class={`graph-dot kind-dot-${kindOf(id)}`} cx={x + 11} cy={y + BOX / 2} r="3" />
      <text class="graph-name" x={x + 20} y={y + BOX / 2 + 4}>
        {shorten(text, width - 26)}
      </text>
    </g>
  );
}

function shorten(text: string, width: number): string {
  let used = 0;
  for (const [index, letter] of [...text].entries()) {
    used += /[\u2e80-\uffef]/u.test(letter) ? WIDE : NARROW;
    if (used > width) return `${[...text].slice(0, Math.max(1, index - 1)).join('')}…`;
  }
  return text;
}

function namesIn(cards: readonly Card[], formats: Formats): NameFor {
  const related: Record<string, RelatedEntity['names']> = {};
  for (const card of cards) {
    related[card.id] = card.names;
    for (const [id, entity] of Object.entries(card.related)) related[id] ??= entity.names;
  }
  return (id) => {
    const names = related[id];
    return names === undefined ? id : nameOf(names, formats);
  };
}

function describe(row: Connection, names: NameFor, formats: Formats): string {
  const { t } = formats;
  const rocket = names(row.rocket);
  const made = row.maker === null ? '' : t('connectionMade', { rocket, maker: names(row.maker) });
  const parts = row.parts.map(({ id, count }) =>
    count === undefined ? names(id) : `${count} × ${names(id)}`,
  );
  const has =
    parts.length === 0 ? '' : t('connectionParts', { rocket, parts: joinList(parts, formats) });
  return [made, has].filter(Boolean).join(formats.locale === 'zh' ? '；' : '; ');
}
