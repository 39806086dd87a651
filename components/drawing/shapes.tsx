import { PERSON_M, type RocketOutline } from '@/core/cards/rocket-outline';

interface RocketShapeProps {
  readonly outline: RocketOutline;
  /** Pixels: the axis, the ground, and how many a metre has. */
  readonly x: number;
  readonly ground: number;
  readonly scale: number;
  /** `ghost` for a rocket that is only there for comparison. */
  readonly tone?: 'solid' | 'ghost';
}

/** One rocket: a solid body from sourced measures, a dashed nose, or a dashed line where only the height is known. */
export function RocketShape({ outline, x, ground, scale, tone = 'solid' }: RocketShapeProps) {
  const top = round(ground - outline.heightM * scale);
  if (outline.bodyM === null || outline.noseM === null) {
    return <path class="shape-unknown" d={`M${x} ${ground}V${top}`} />;
  }
  const body = Math.max(1.5, outline.bodyM * scale) / 2;
  const nose = Math.max(1.5, outline.noseM * scale) / 2;
  const shoulder = round(ground - outline.noseFromM * scale);
  const middle = round(shoulder + (top - shoulder) * 0.35);
  const [left, right] = [round(x - nose), round(x + nose)];
  return (
    <g class={tone === 'ghost' ? 'shape-ghost' : 'shape-solid'}>
      <rect
        class="shape-body"
        x={round(x - body)}
        y={shoulder}
        width={round(body * 2)}
        height={round(ground - shoulder)}
      />
      <path
        class="shape-nose"
        d={`M${left} ${shoulder}V${middle}Q${left} ${round(middle + (top - middle) * 0.55)} ${x} ${top}Q${right} ${round(middle + (top - middle) * 0.55)} ${right} ${middle}V${shoulder}Z`}
      />
    </g>
  );
}

interface PersonShapeProps {
  readonly x: number;
  readonly ground: number;
  readonly scale: number;
}

/** A person of 1.75 m. */
export function PersonShape({ x, ground, scale }: PersonShapeProps) {
  const height = PERSON_M * scale;
  return (
    <g class="shape-person">
      <circle cx={x} cy={round(ground - height * 0.86)} r={round(Math.max(height * 0.15, 0.8))} />
      <rect
        x={round(x - Math.max(height * 0.14, 0.6))}
        y={round(ground - height * 0.7)}
        width={round(Math.max(height * 0.28, 1.2))}
        height={round(height * 0.7)}
      />
    </g>
  );
}

/** Pixels to two decimals, so that markup stays short. */
export function round(n: number): number {
  return Math.round(n * 100) / 100;
}
