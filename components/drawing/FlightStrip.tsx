import type { FlightOutcome, LaunchRecord } from '@/core/knowledge/card';
import { type FlightYear, flightYears } from '@/core/knowledge/flights';
import { formatNumber } from '@/core/knowledge/format-number';
import type { Formats } from '@/core/knowledge/formats';
import { round } from './shapes';

interface FlightStripProps {
  readonly record: LaunchRecord;
  readonly width: number;
  readonly formats: Formats;
}

/** Above this many in a year, squares give way to bars. */
const MOST_SQUARES = 12;
const SQUARE = 10;
const GAP = 2;
const LABELS = 18;
const BARS = 64;

/** Launches a year: a square each, hollow and crossed for a failure, half for a partial one; bars where there are many. */
export function FlightStrip({ record, width, formats }: FlightStripProps) {
  const years = flightYears(record);
  const busiest = Math.max(0, ...years.map(({ outcomes }) => outcomes.length));
  if (busiest === 0) return null;
  const step = Math.min(46, width / years.length);
  const inSquares = busiest <= MOST_SQUARES && step >= SQUARE + GAP;
  const height = (inSquares ? busiest * (SQUARE + GAP) : BARS + 8) + LABELS;
  const base = height - LABELS;
  return (
    <svg
      class="strip"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={describe(years, formats)}
    >
      {inSquares ? null : <Axis busiest={busiest} base={base} width={width} formats={formats} />}
      <path class="shape-baseline" d={`M0 ${base + 0.5}H${width}`} />
      {years.map(({ year, outcomes }, index) => {
        const x = round(index * step);
        return (
          <g key={year}>
            <title>{yearText({ year, outcomes }, formats)}</title>
            {inSquares ? (
              <Squares outcomes={outcomes} x={round(x + (step - SQUARE) / 2)} base={base} />
            ) : (
              <Bar outcomes={outcomes} x={x} step={step} base={base} scale={BARS / busiest} />
            )}
          </g>
        );
      })}
      <YearLabels years={years} step={step} y={height - 4} />
    </svg>
  );
}

interface SquaresProps {
  readonly outcomes: readonly FlightOutcome[];
  readonly x: number;
  readonly base: number;
}

function Squares({ outcomes, x, base }: SquaresProps) {
  return (
    <>
      {outcomes.map((outcome, index) => {
        const y = base - (index + 1) * (SQUARE + GAP) + 1;
        // The position is the flight's identity within its year.
        return <Square key={`${index}${outcome}`} outcome={outcome} x={x} y={y} />;
      })}
    </>
  );
}

function Square({ outcome, x, y }: { outcome: FlightOutcome; x: number; y: number }) {
  if (outcome === 'S') {
    return <rect class="flight-success" x={x} y={y} width={SQUARE} height={SQUARE} rx="1" />;
  }
  const inner = SQUARE - 1.5;
  const mark =
    outcome === 'F'
      ? `M${x + 3} ${y + 3}l${SQUARE - 6} ${SQUARE - 6}m0 ${6 - SQUARE}l${6 - SQUARE} ${SQUARE - 6}`
      : `M${x + 1} ${y + SQUARE - 1}L${x + SQUARE - 1} ${y + 1}V${y + SQUARE - 1}Z`;
  return (
    <g class={outcome === 'F' ? 'flight-failure' : 'flight-partial'}>
      <rect x={x + 0.75} y={y + 0.75} width={inner} height={inner} rx="1" />
      <path d={mark} />
    </g>
  );
}

interface BarProps {
  readonly outcomes: readonly FlightOutcome[];
  readonly x: number;
  readonly step: number;
  readonly base: number;
  readonly scale: number;
}

/** Successes from the ground up, then what went wrong on top, at least two pixels so that it is seen. */
function Bar({ outcomes, x, step, base, scale }: BarProps) {
  const wrong = outcomes.filter((outcome) => outcome !== 'S').length;
  const gap = step > 6 ? 2 : 1;
  const width = round(Math.max(1, step - gap));
  const good = round((outcomes.length - wrong) * scale);
  const bad = wrong === 0 ? 0 : round(Math.max(3, wrong * scale));
  return (
    <>
      {good === 0 ? null : (
        <rect class="flight-success" x={x} y={round(base - good)} width={width} height={good} />
      )}
      {bad === 0 ? null : (
        <rect
          class="flight-failure-bar"
          x={round(x + 0.5)}
          y={round(base - good - bad)}
          width={round(Math.max(1, width - 1))}
          height={round(bad - 0.5)}
        />
      )}
    </>
  );
}

interface AxisProps {
  readonly busiest: number;
  readonly base: number;
  readonly width: number;
  readonly formats: Formats;
}

/** One or two round numbers with a hairline across. */
function Axis({ busiest, base, width, formats }: AxisProps) {
  const step = roundStep(busiest);
  const marks = Array.from({ length: Math.floor(busiest / step) }, (_, i) => (i + 1) * step);
  return (
    <>
      {marks.map((mark) => {
        const y = Math.round(base - (mark * BARS) / busiest) + 0.5;
        return (
          <g key={mark}>
            <path class="shape-grid" d={`M0 ${y}H${width}`} />
            <text class="shape-text" x="0" y={y - 3}>
              {formatNumber(mark, formats)}
            </text>
          </g>
        );
      })}
    </>
  );
}

function roundStep(busiest: number): number {
  return [5, 10, 20, 50, 100, 200].find((step) => busiest / step < 3) ?? 500;
}

interface YearLabelsProps {
  readonly years: readonly FlightYear[];
  readonly step: number;
  readonly y: number;
}

/** Every year where there is room; else the first, the last and round ones between. */
function YearLabels({ years, step, y }: YearLabelsProps) {
  const first = years[0]?.year ?? 0;
  const last = years.at(-1)?.year ?? 0;
  const room = Math.ceil(34 / step);
  const isShown = (year: number): boolean => {
    if (year === first || year === last) return true;
    if (step >= 24) return true;
    const every = [2, 5, 10, 20].find((n) => n >= room) ?? 50;
    return year % every === 0 && year - first >= room && last - year >= room;
  };
  return (
    <>
      {years
        .filter(({ year }) => isShown(year))
        .map(({ year }) => {
          const isEnd = year === first || year === last;
          const centre = (year - first + 0.5) * step;
          const edge = step < 30 && isEnd;
          return (
            <text
              key={year}
              class="shape-text"
              y={y}
              x={round(edge ? (year === first ? 0 : years.length * step) : centre)}
              text-anchor={edge ? (year === first ? 'start' : 'end') : 'middle'}
            >
              {isEnd || step >= 40 || step < 24 ? year : `'${String(year).slice(2)}`}
            </text>
          );
        })}
    </>
  );
}

function describe(years: readonly FlightYear[], formats: Formats): string {
  return formats.t('stripLabel', {
    first: years[0]?.year ?? '',
    last: years.at(-1)?.year ?? '',
    list: years
      .filter(({ outcomes }) => outcomes.length > 0)
      .map((year) => yearText(year, formats))
      .join(formats.locale === 'zh' ? '；' : '; '),
  });
}

function yearText({ year, outcomes }: FlightYear, formats: Formats): string {
  const failed = outcomes.filter((outcome) => outcome === 'F').length;
  const count = outcomes.length;
  return failed === 0
    ? formats.t('stripYear', { year, count })
    : formats.t('stripYearFailed', { year, count, failed });
}
