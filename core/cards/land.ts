/*
 * The packed form of the land outline: per ring its first point in steps of `LAND_STEP` degrees
 * (`x,y:`), then two characters a point for the steps to the next one. A string is the cheapest thing a
 * script can carry: it costs nothing until a map is drawn.
 */

/** Longitude and latitude in degrees. */
export type GeoPoint = readonly [longitude: number, latitude: number];

/** Degrees in one step: 5.5 km of latitude, under two pixels on our maps. */
export const LAND_STEP = 0.05;

/** Printable, without quote, backslash and space. Its middle character is a step of nought. */
const ALPHABET =
  '!"#$%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}';
const REACH = (ALPHABET.length - 1) >> 1;

/** Packs one ring. Long stretches are divided, which also lets them bend with the projection. */
export function encodeRing(ring: readonly GeoPoint[]): string {
  const steps = ring.map(
    ([x, y]) => [Math.round(x / LAND_STEP), Math.round(y / LAND_STEP)] as const,
  );
  const [first] = steps;
  if (first === undefined) return '';
  let [atX, atY] = first;
  let packed = `${atX},${atY}:`;
  for (const [x, y] of steps.slice(1)) {
    const parts = Math.ceil(Math.max(Math.abs(x - atX), Math.abs(y - atY)) / REACH);
    const [fromX, fromY] = [atX, atY];
    for (let part = 1; part <= parts; part++) {
      const nextX = Math.round(fromX + ((x - fromX) * part) / parts);
      const nextY = Math.round(fromY + ((y - fromY) * part) / parts);
      packed += character(nextX - atX) + character(nextY - atY);
      [atX, atY] = [nextX, nextY];
    }
  }
  return packed;
}

/** Unpacks rings that are separated by spaces. */
export function decodeRings(packed: string): readonly (readonly GeoPoint[])[] {
  return packed.split(' ').map((ring) => {
    const colon = ring.indexOf(':', ring.indexOf(','));
    const [startX = 0, startY = 0] = ring.slice(0, colon).split(',').map(Number);
    const points: GeoPoint[] = [[startX * LAND_STEP, startY * LAND_STEP]];
    let [x, y] = [startX, startY];
    for (let index = colon + 1; index + 1 < ring.length; index += 2) {
      x += ALPHABET.indexOf(ring.charAt(index)) - REACH;
      y += ALPHABET.indexOf(ring.charAt(index + 1)) - REACH;
      points.push([x * LAND_STEP, y * LAND_STEP]);
    }
    return points;
  });
}

function character(step: number): string {
  return ALPHABET.charAt(step + REACH);
}
