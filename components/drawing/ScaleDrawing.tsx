import { rocketOutline, YARDSTICK } from '@/core/cards/rocket-outline';
import type { RocketGeometry } from '@/core/knowledge/card';
import { formatQuantity } from '@/core/knowledge/format-quantity';
import { type Formats, nameOf } from '@/core/knowledge/formats';
import { PersonShape, RocketShape, round } from './shapes';

interface ScaleDrawingProps {
  readonly name: string;
  readonly geometry: RocketGeometry;
  /** The well-known rocket stands beside all others, not beside itself. */
  readonly withYardstick: boolean;
  readonly formats: Formats;
}

const WIDTH = 84;
const HEIGHT = 176;
const GROUND = HEIGHT - 2;
const TOP = 4;

/** One rocket beside the facts: dimension line, ground, a person, and a rocket that everyone knows. */
export function ScaleDrawing({ name, geometry, withYardstick, formats }: ScaleDrawingProps) {
  const outline = rocketOutline(geometry);
  if (outline === null) return null;
  const { t } = formats;
  const yardstick = withYardstick ? rocketOutline(YARDSTICK.geometry) : null;
  const tallest = Math.max(outline.heightM, yardstick?.heightM ?? 0);
  const scale = (GROUND - TOP) / tallest;
  const height = metres(outline.heightM, formats);
  const across = outline.bodyM === null ? null : metres(outline.bodyM, formats);
  const known = nameOf(YARDSTICK.names, formats);
  const knownHeight = metres(YARDSTICK.geometry.heightM, formats);
  const x = yardstick === null ? 48 : 40;
  const top = round(GROUND - outline.heightM * scale);
  const line = x - Math.max((outline.noseM ?? 0) * scale, 8) / 2 - 8;
  return (
    <figure class="drawing">
      <svg
        width={WIDTH}
        height={HEIGHT}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={
          across === null
            ? t('drawingHeightOnly', { name, height })
            : t('drawingRocket', { name, height, across })
        }
      >
        <path
          class="shape-line"
          d={`M${line} ${top}V${GROUND}M${line - 3} ${top + 0.5}h6M${line - 3} ${GROUND - 0.5}h6`}
        />
        <text
          class="shape-text"
          text-anchor="middle"
          transform={`translate(${round(line - 5)} ${round((top + GROUND) / 2)}) rotate(-90)`}
        >
          {height}
        </text>
        <RocketShape outline={outline} x={x} ground={GROUND} scale={scale} />
        {yardstick === null ? null : (
          <RocketShape outline={yardstick} x={x + 24} ground={GROUND} scale={scale} tone="ghost" />
        )}
        <PersonShape x={WIDTH - 5} ground={GROUND} scale={scale} />
        <path class="shape-ground" d={`M${round(line - 3)} ${GROUND + 0.5}H${WIDTH}`} />
      </svg>
      <figcaption>
        {across === null ? null : <span class="nowrap">⌀ {across}</span>}
        {yardstick === null ? null : (
          <span>{t('drawingBeside', { name: known, height: knownHeight })}</span>
        )}
        {outline.boostersLeftOut === 0 ? null : (
          <span>{t('drawingBoosters', { count: outline.boostersLeftOut })}</span>
        )}
      </figcaption>
    </figure>
  );
}

function metres(value: number, formats: Formats): string {
  return formatQuantity({ value, unit: 'm' }, formats);
}
