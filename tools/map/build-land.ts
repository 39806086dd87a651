import { readFileSync, writeFileSync } from 'node:fs';
import { encodeRing, LAND_STEP } from '@/core/cards/land';

/*
 * Packs the land outline of locator maps: reads Natural Earth's land at 1:50 million (public domain) from
 * the package world-atlas (ISC), simplifies it, and writes core/cards/land-outline.ts.
 * Run: npx tsx tools/map/build-land.ts
 */

/** Degrees of latitude that a simplified coast may stray: a pixel on a map of 3000 km. */
const TOLERANCE = 0.085;
/** Islands smaller than this across are left out, in degrees. */
const SMALLEST = 0.45;
/** No launch site is further south, and Antarctica is a sixth of all points. */
const SOUTH_END = -60;

type Point = readonly [number, number];

interface Topology {
  readonly transform: { readonly scale: Point; readonly translate: Point };
  readonly arcs: readonly (readonly Point[])[];
  readonly objects: {
    readonly land: { readonly geometries: readonly { readonly arcs: readonly number[][][] }[] };
  };
}

const topology = JSON.parse(
  readFileSync(new URL('../../node_modules/world-atlas/land-50m.json', import.meta.url), 'utf8'),
) as Topology; // A published file of known shape.

const rings = topology.objects.land.geometries
  .flatMap((geometry) => geometry.arcs.flat())
  .map(ringOf)
  .map(unwrap)
  .filter((ring) => Math.max(...ring.map(([, y]) => y)) > SOUTH_END && extent(ring) > SMALLEST)
  .map(simplify)
  .filter((ring) => ring.length >= 4);

const packed = rings.map(encodeRing).join(' ');
writeFileSync(
  new URL('../../core/cards/land-outline.ts', import.meta.url),
  `/*
 * Land of the world, packed by tools/map/build-land.ts; do not edit. Natural Earth 1:50m land (public
 * domain) by way of world-atlas (ISC), simplified; steps of ${LAND_STEP} degrees.
 */
export const LAND_OUTLINE =
  '${packed}';
`,
);
console.log(`${rings.length} rings, ${rings.flat().length} points, ${packed.length} characters`);

function ringOf(arcs: readonly number[]): readonly Point[] {
  return arcs.flatMap((index, position) => {
    const points = arcPoints(index < 0 ? ~index : index);
    const directed = index < 0 ? [...points].reverse() : points;
    return position === 0 ? directed : directed.slice(1);
  });
}

function arcPoints(index: number): readonly Point[] {
  const { scale, translate } = topology.transform;
  let x = 0;
  let y = 0;
  return (topology.arcs[index] ?? []).map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
}

/** The outline runs over the date line: longitudes are carried on past 180 degrees instead of jumping. */
function unwrap(ring: readonly Point[]): readonly Point[] {
  let turn = 0;
  const carried = ring.map(([x, y], index): Point => {
    const step = x - (ring[index - 1]?.[0] ?? x);
    if (Math.abs(step) > 180) turn -= Math.sign(step) * 360;
    return [x + turn, y];
  });
  const longitudes = carried.map(([x]) => x);
  const middle = (Math.min(...longitudes) + Math.max(...longitudes)) / 2;
  return carried.map(([x, y]) => [x - Math.round(middle / 360) * 360, y]);
}

function extent(ring: readonly Point[]): number {
  const across = (axis: 0 | 1): number => {
    const values = ring.map((point) => point[axis]);
    return Math.max(...values) - Math.min(...values);
  };
  return Math.max(across(0), across(1));
}

/** Douglas and Peucker, Cartographica 10 (1973), on a ring cut at its two furthest ends. */
function simplify(ring: readonly Point[]): readonly Point[] {
  const keep = new Set([0, ring.length - 1, Math.floor(ring.length / 2)]);
  const stack: [number, number][] = [
    [0, Math.floor(ring.length / 2)],
    [Math.floor(ring.length / 2), ring.length - 1],
  ];
  for (let range = stack.pop(); range !== undefined; range = stack.pop()) {
    const [from, to] = range;
    const furthest = furthestFrom(ring, from, to);
    if (furthest === null) continue;
    keep.add(furthest);
    stack.push([from, furthest], [furthest, to]);
  }
  return ring.filter((_, index) => keep.has(index));
}

function furthestFrom(ring: readonly Point[], from: number, to: number): number | null {
  const [a, b] = [ring[from], ring[to]];
  if (a === undefined || b === undefined) return null;
  let found: number | null = null;
  let furthest = TOLERANCE;
  for (let index = from + 1; index < to; index++) {
    const point = ring[index];
    const distance = point === undefined ? 0 : distanceTo(point, a, b);
    if (distance > furthest) {
      furthest = distance;
      found = index;
    }
  }
  return found;
}

/** Distance of a point from a stretch, in degrees of latitude at the point. */
function distanceTo(point: Point, a: Point, b: Point): number {
  const shrink = Math.cos((point[1] * Math.PI) / 180);
  const [px, py] = [(point[0] - a[0]) * shrink, point[1] - a[1]];
  const [bx, by] = [(b[0] - a[0]) * shrink, b[1] - a[1]];
  const length = bx * bx + by * by;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, (px * bx + py * by) / length));
  return Math.hypot(px - along * bx, py - along * by);
}
