import type { ComponentChildren } from 'preact';
import { rocketOutline } from '@/core/cards/rocket-outline';
import type { RocketGeometry } from '@/core/knowledge/card';
import type { EntityId } from '@/core/knowledge/entity';
import { formatNumber } from '@/core/knowledge/format-number';
import { formatQuantity } from '@/core/knowledge/format-quantity';
import type { Formats } from '@/core/knowledge/formats';
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
  /** What stands under a rocket; its name by default. */
  readonly label?: (rocket: LineupRocket) => ComponentChildren;
}

/** Room for the ground line. */
const FOOT = 1;
const FOOT_M = 0.3048;
/** Grid steps in the reader's unit; the first that needs at most seven lines is taken. */
const STEPS = { metric: [5, 10, 20, 50], us: [20, 50, 100, 200] } as const;

/** Rockets side by side to one scale on a grid, beside a person. Those without a known height are left out. */
export function Lineup({
  rockets,
  width,
  height,
  axisWidth,
  formats,
  label = (rocket) => rocket.name,
}: LineupProps) {
  const drawn = rockets.flatMap((rocket) => {
    const outline = rocketOutline(rocket.geometry);
    return outline === null ? [] : [{ rocket, outline }];
  });
  if (drawn.length === 0) return null;
  const { t, units } = formats;
  const tallest = Math.max(...drawn.map(({ outline }) => outline.heightM));
  const ground = height - FOOT;
  const scale = (ground - 8) / tallest;
  const unitM = units === 'us' ? FOOT_M : 1;
  const step = STEPS[units].find((size) => tallest / unitM / size <= 7) ?? STEPS[units][3];
  const lines = Array.from({ length: Math.floor(tallest / unitM / step) + 1 }, (_, i) => i * step);
  const column = (width - axisWidth) / drawn.length;
  const names = drawn.map(
    ({ rocket, outline }) =>
      `${rocket.name} ${formatQuantity({ value: outline.heightM, unit: 'm' }, formats)}`,
  );
  return (
    <figure class="lineup">
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('drawingLineup', {
          names: names.join(formats.locale === 'zh' ? '、' : ', '),
        })}
      >
        {lines.map((at) => {
          const y = Math.round(ground - at * unitM * scale) + 0.5;
          const isLast = at === lines.at(-1);
          const unit = units === 'us' ? (formats.locale === 'zh' ? '英尺' : 'ft') : 'm';
          return (
            <g key={at}>
              <path
                class={at === 0 ? 'shape-ground' : 'shape-grid'}
                d={`M${axisWidth - 8} ${y}H${width}`}
              />
              <text class="shape-text" x={axisWidth - 14} y={y + 4} text-anchor="end">
                {isLast && at > 0
                  ? `${formatNumber(at, formats)} ${unit}`
                  : formatNumber(at, formats)}
              </text>
            </g>
          );
        })}
        <PersonShape x={axisWidth - 2} ground={ground} scale={scale} />
        {drawn.map(({ rocket, outline }, index) => (
          <RocketShape
            key={rocket.id}
            outline={outline}
            x={round(axisWidth + column * index + 14)}
            ground={ground}
            scale={scale}
          />
        ))}
      </svg>
      <div
        class="lineup-labels"
        style={{
          paddingInlineStart: `${axisWidth}px`,
          gridTemplateColumns: `repeat(${drawn.length}, minmax(0, 1fr))`,
        }}
      >
        {drawn.map(({ rocket, outline }) => (
          <div key={rocket.id}>
            {label(rocket)}
            <span class="lineup-size">{sizeText(outline.heightM, outline.bodyM, formats)}</span>
          </div>
        ))}
      </div>
    </figure>
  );
}

function sizeText(heightM: number, acrossM: number | null, formats: Formats): string {
  const height = formatQuantity({ value: heightM, unit: 'm' }, formats);
  if (acrossM === null) return height;
  return `${height} × ${formatQuantity({ value: acrossM, unit: 'm' }, formats)}`;
}
