import { decodeRings, type GeoPoint } from './land';
import { LAND_OUTLINE } from './land-outline';

/*
 * A small map around one place: azimuthal equidistant projection centred on it (Snyder, Map Projections:
 * A Working Manual, USGS 1395, p. 191), so that distances from the place are true in every direction.
 */

export interface MapFrame {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** How much of the earth the width shows. */
  readonly kmAcross: number;
}

/** Paths in the frame's pixels; the place itself is its centre. */
export interface LocatorMap {
  readonly land: string;
  readonly graticule: string;
  readonly scaleBar: { readonly km: number; readonly px: number };
}

const EARTH_KM = 6371;
const RADIAN = Math.PI / 180;
const KM_PER_DEGREE = EARTH_KM * RADIAN;

interface Box {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** Draws the land around `centre`. Linear in the points of the outline, about 10,000. */
export function locatorMap(centre: GeoPoint, frame: MapFrame): LocatorMap {
  const project = projection(centre, frame);
  const box = boxAround(centre, frame);
  const land = decodeRings(LAND_OUTLINE)
    .flatMap((ring) => [-360, 0, 360].map((turn) => clip(ring, turn, box)))
    .filter((ring) => ring.length > 2)
    .map((ring) => `${path(bendable(ring).map(project))}Z`)
    .join('');
  const km = frame.kmAcross > 2000 ? 500 : 200;
  return {
    land,
    graticule: graticule(box)
      .map((line) => path(line.map(project)))
      .join(''),
    scaleBar: { km, px: (km / frame.kmAcross) * frame.width },
  };
}

type Projection = (point: GeoPoint) => readonly [x: number, y: number];

function projection([centreX, centreY]: GeoPoint, frame: MapFrame): Projection {
  const [sin0, cos0] = [Math.sin(centreY * RADIAN), Math.cos(centreY * RADIAN)];
  const scale = (EARTH_KM * frame.width) / frame.kmAcross;
  return ([x, y]) => {
    const [sin, cos] = [Math.sin(y * RADIAN), Math.cos(y * RADIAN)];
    const turn = (x - centreX) * RADIAN;
    const distance = Math.acos(Math.max(-1, Math.min(1, sin0 * sin + cos0 * cos * Math.cos(turn))));
    const k = distance < 1e-9 ? scale : (scale * distance) / Math.sin(distance);
    return [
      frame.width / 2 + k * cos * Math.sin(turn),
      frame.height / 2 - k * (cos0 * sin - sin0 * cos * Math.cos(turn)),
    ];
  };
}

/** Degrees that surely cover the frame: parallels bend, so there is room to spare. */
function boxAround([x, y]: GeoPoint, frame: MapFrame): Box {
  const halfHeight = ((frame.height / frame.width) * frame.kmAcross) / 2 / KM_PER_DEGREE;
  const reach = halfHeight * 1.5 + 6;
  const furthest = Math.min(Math.abs(y) + reach, 82);
  const halfWidth = frame.kmAcross / 2 / (KM_PER_DEGREE * Math.cos(furthest * RADIAN));
  const across = Math.min(halfWidth * 1.1 + 4, 100);
  return { west: x - across, east: x + across, south: y - reach, north: y + reach };
}

/** Sutherland and Hodgman, Communications of the ACM 17 (1974): a ring cut to a box, one side after the other. */
function clip(ring: readonly GeoPoint[], turn: number, box: Box): readonly GeoPoint[] {
  let points: readonly GeoPoint[] = ring.map(([x, y]) => [x + turn, y]);
  points = cut(points, 0, box.west, 1);
  points = cut(points, 0, box.east, -1);
  points = cut(points, 1, box.south, 1);
  return cut(points, 1, box.north, -1);
}

/** Keeps what lies beyond `limit` on one axis, in the direction of `sign`. */
function cut(
  points: readonly GeoPoint[],
  axis: 0 | 1,
  limit: number,
  sign: 1 | -1,
): readonly GeoPoint[] {
  return points.flatMap((point, index) => {
    const before = points.at(index - 1) ?? point;
    const isIn = (point[axis] - limit) * sign >= 0;
    const wasIn = (before[axis] - limit) * sign >= 0;
    const crossing = isIn === wasIn ? [] : [crossPoint(before, point, axis, limit)];
    return isIn ? [...crossing, point] : crossing;
  });
}

/** The sides of the box are parallels and meridians, which bend in the projection: long stretches are divided. */
function bendable(ring: readonly GeoPoint[]): readonly GeoPoint[] {
  return ring.flatMap((point, index) => {
    const before = ring.at(index - 1) ?? point;
    const [dx, dy] = [point[0] - before[0], point[1] - before[1]];
    const parts = Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) / LONGEST_STRETCH) || 1;
    return Array.from({ length: parts }, (_, part): GeoPoint => {
      const along = (part + 1) / parts;
      return [before[0] + dx * along, before[1] + dy * along];
    });
  });
}

function crossPoint(a: GeoPoint, b: GeoPoint, axis: 0 | 1, limit: number): GeoPoint {
  const along = (limit - a[axis]) / (b[axis] - a[axis]);
  return [a[0] + (b[0] - a[0]) * along, a[1] + (b[1] - a[1]) * along];
}

const GRATICULE_STEP = 10;
/** Degrees; the outline itself has no longer ones. */
const LONGEST_STRETCH = 3;

function graticule(box: Box): readonly (readonly GeoPoint[])[] {
  const meridians = multiples(box.west, box.east, GRATICULE_STEP).map((x) =>
    multiples(box.south, box.north, 2).map((y): GeoPoint => [x, y]),
  );
  const parallels = multiples(box.south, box.north, GRATICULE_STEP).map((y) =>
    multiples(box.west, box.east, 2).map((x): GeoPoint => [x, y]),
  );
  return [...meridians, ...parallels];
}

function multiples(from: number, to: number, step: number): readonly number[] {
  const first = Math.ceil(from / step);
  return Array.from(
    { length: Math.max(0, Math.floor(to / step) - first + 1) },
    (_, index) => (first + index) * step,
  );
}

function path(points: readonly (readonly [number, number])[]): string {
  return points
    .map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`)
    .join('');
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}
