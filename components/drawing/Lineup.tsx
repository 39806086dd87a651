import type { ComponentChildren } from 'preact';
import { rocketOutline } from '@/core/cards/rocket-outline';
import type { RocketGeometry } from '@/core/knowledge/card';
import type { EntityId } from '@/core/knowledge/entity';
import { formatNumber } from '@/core/knowledge/format-number';
import { formatQuantity } from '@/core/knowledge/format-quantity';
import { type Formats, joinList } from '@/core/knowledge/formats';
import { unitOf } from '@/core/knowledge/units';
import { PersonShape, RocketShape, round } from './shapes';

export interface LineupRocket {
  readonly id: EntityId;
  readonly name: string;
  readonly geometry: RocketGeometry;
}

interface LineupProps {
  readonly rockets: readonly LineupRocket[];
  /** Pixels of the drawing, without its labels. */
  readonly width: number;
  readonly height: number;
  /** Width of the axis labels; columns share what is left. */
  readonly axisWidth: number;
  readonly formats: Formats;
  /** Leaves the column of a rocket without a known height empty instead of closing the gap. */
  readonly keepUnknown?: boolean;
  /** What stands under a rocket, above its size; nothing stands there without. */
  readonly label?: (rocket: LineupRocket) => ComponentChildren;
}

/** Room for the ground line. */
const FOOT = 1;
/** Room for half a label above the highest line. */
const HEAD = 8;
/** Grid steps in the reader's unit; the first that needs at most seven lines is taken. */
const STEPS = { metric: [5, 10, 20, 50], us: [20, 50, 100, 200] } as const;

/** Rockets side by side to one scale on a grid, beside a person. Those without a known height are left out. */
export function Lineup(props: LineupProps) {
  const { rockets, width, height, axisWidth, formats, keepUnknown = false } = props;
  const columns = rockets
    .map((rocket) => ({ rocket, outline: rocketOutline(rocket.geometry) }))
    .filter(({ outline }) => keepUnknown || outline !== null);
  const tallest = Math.max(0, ...columns.map(({ outline }) => outline?.heightM ?? 0));
  if (tallest === 0) return null;
  const ground = height - FOOT;
  const scale = (ground - HEAD) / tallest;
  const column = (width - axisWidth) / columns.length;
  const names = columns.flatMap(({ rocket, outline }) =>
    outline === null ? [] : [`${rocket.name} ${sizeText(outline.heightM, null, formats)}`],
  );
  return (
    <figure class="lineup">
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={formats.t('drawingLineup', { names: joinList(names, formats) })}
      >
        <HeightAxis {...{ tallest, width, axisWidth, ground, scale, formats }} />
        <PersonShape x={axisWidth - 2} ground={ground} scale={scale} />
        {columns.map(({ rocket, outline }, index) =>
          outline === null ? null : (
            <RocketShape
              key={rocket.id}
              outline={outline}
              x={round(axisWidth + column * index + 14)}
              ground={ground}
              scale={scale}
            />
          ),
        )}
      </svg>
      {props.label === undefined ? null : (
        <div
          class="lineup-labels"
          style={{
            paddingInlineStart: `${axisWidth}px`,
            gridTemplateColumns: `repeat(${columns.length}, minmax(0, 1fr))`,
          }}
        >
          {columns.map(({ rocket, outline }) => (
            <div key={rocket.id}>
              {props.label?.(rocket)}
              {outline === null ? null : (
                <span class="lineup-size">{sizeText(outline.heightM, outline.bodyM, formats)}</span>
              )}
            </div>
          ))}
        </div>
      )}
    </figure>
  );
}

interface HeightAxisProps {
  readonly tallest: number;
  readonly width: number;
  readonly axisWidth: number;
  readonly ground: number;
  readonly scale: number;
  readonly formats: Formats;
}

/** Round heights in the reader's unit; the highest names the unit. */
function HeightAxis({ tallest, width, axisWidth, ground, scale, formats }: HeightAxisProps) {
  const isUs = formats.units === 'us';
  const unit = unitOf(isUs ? 'ft' : 'm');
  const unitM = unit.base ?? 1;
  const steps = STEPS[formats.units];
  const step = steps.find((size) => tallest / unitM / size <= 7) ?? steps[3];
  const marks = Array.from({ length: Math.floor(tallest / unitM / step) + 1 }, (_, i) => i * step);
  return (
    <>
      {marks.map((mark, index) => {
        const y = Math.round(ground - mark * unitM * scale) + 0.5;
        const isTop = index > 0 && index === marks.length - 1;
        const label = formats.locale === 'zh' ? unit.zh : unit.en;
        return (
          <g key={mark}>
            <path
              class={mark === 0 ? 'shape-ground' : 'shape-grid'}
              d={`M${axisWidth - 8} ${y}H${width}`}
            />
            <text class="shape-text" x={axisWidth - 14} y={y + 4} text-anchor="end">
              {formatNumber(mark, formats)}
              {isTop ? ` ${label}` : ''}
            </text>
          </g>
        );
      })}
    </>
  );
}

function sizeText(heightM: number, acrossM: number | null, formats: Formats): string {
  const height = formatQuantity({ value: heightM, unit: 'm' }, formats);
  if (acrossM === null) return height;
  return `${height} × ${formatQuantity({ value: acrossM, unit: 'm' }, formats)}`;
}
