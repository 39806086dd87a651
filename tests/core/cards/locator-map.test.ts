import { describe, expect, it } from 'vitest';
import { decodeRings, encodeRing, type GeoPoint, LAND_STEP } from '@/core/cards/land';
import { LAND_OUTLINE } from '@/core/cards/land-outline';
import { locatorMap } from '@/core/cards/locator-map';
import { rocketOutline } from '@/core/cards/rocket-outline';

const FRAME = { width: 328, height: 132, kmAcross: 3000 };

describe('the packed outline', () => {
  it('is small enough to travel with a card', () => {
    expect(LAND_OUTLINE.length).toBeLessThan(30_000);
  });

  it('gives back what was packed, to half a step', () => {
    const ring: GeoPoint[] = [
      [100.2, 40.1],
      [101.33, 40.9],
      [99.81, 41.27],
    ];
    const [decoded = []] = decodeRings(encodeRing(ring));
    expect(decoded).toHaveLength(3);
    for (const [index, [x, y]] of ring.entries()) {
      expect(Math.abs((decoded[index]?.[0] ?? 0) - x)).toBeLessThanOrEqual(LAND_STEP / 2 + 1e-9);
      expect(Math.abs((decoded[index]?.[1] ?? 0) - y)).toBeLessThanOrEqual(LAND_STEP / 2 + 1e-9);
    }
  });

  it('divides long stretches so that every step has a character', () => {
    const [decoded = []] = decodeRings(
      encodeRing([
        [0, 0],
        [30, -20],
      ]),
    );
    expect(decoded.length).toBeGreaterThan(2);
    expect(decoded.at(-1)?.[0]).toBeCloseTo(30);
    expect(decoded.at(-1)?.[1]).toBeCloseTo(-20);
  });

  it('holds only places that exist, carried on a little past the date line', () => {
    const points = decodeRings(LAND_OUTLINE).flat();
    expect(points.every(([x, y]) => Math.abs(x) <= 200 && Math.abs(y) <= 90)).toBe(true);
  });
});

/** True when the middle of the frame is inside the drawn land, by counting crossings. */
function isOnLand(latitude: number, longitude: number): boolean {
  const { land } = locatorMap([longitude, latitude], FRAME);
  const [x, y] = [FRAME.width / 2 + 0.013, FRAME.height / 2 + 0.017];
  const rings = land
    .split('Z')
    .filter(Boolean)
    .map((ring) =>
      ring
        .slice(1)
        .split('L')
        .map((point) => point.split(' ').map(Number)),
    );
  const crossings = rings.flatMap((ring) =>
    ring.filter((point, index) => {
      const [ax = 0, ay = 0] = point;
      const [bx = 0, by = 0] = ring[(index + 1) % ring.length] ?? [];
      return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;
    }),
  );
  return crossings.length % 2 === 1;
}

describe('locatorMap', () => {
  const rows = [
    { name: 'Jiuquan in the Gobi', latitude: 40.96, longitude: 100.29, land: true },
    { name: 'Plesetsk in the far north', latitude: 62.93, longitude: 40.57, land: true },
    { name: 'Alcântara south of the equator', latitude: -2.8, longitude: -44.8, land: true },
    { name: 'the middle of Australia', latitude: -25, longitude: 134, land: true },
    { name: 'Chukotka beyond the date line', latitude: 66.5, longitude: -173, land: true },
    { name: 'the Yellow Sea', latitude: 36, longitude: 123.5, land: false },
    {
      name: 'the middle of the Pacific, on the date line',
      latitude: 5,
      longitude: 180,
      land: false,
    },
    { name: 'the Bay of Bengal', latitude: 12, longitude: 88, land: false },
  ];
  for (const { name, latitude, longitude, land } of rows) {
    it(`${name} is ${land ? 'land' : 'sea'}`, () => {
      expect(isOnLand(latitude, longitude)).toBe(land);
    });
  }

  it('has a scale bar that is true', () => {
    const { scaleBar } = locatorMap([100, 40], FRAME);
    expect(scaleBar.px / scaleBar.km).toBeCloseTo(FRAME.width / FRAME.kmAcross);
  });
});

describe('rocketOutline', () => {
  it('is null without a height', () => {
    expect(rocketOutline({ diameterM: 4 })).toBeNull();
    expect(rocketOutline(undefined)).toBeNull();
  });

  it('has no body without a diameter, not even with a fairing', () => {
    expect(rocketOutline({ heightM: 50, fairingDiameterM: 5 })?.bodyM).toBeNull();
    expect(rocketOutline({ heightM: 50, fairingDiameterM: 5 })?.noseM).toBeNull();
  });

  it('ends exactly at the known height, with the nose within it', () => {
    const outline = rocketOutline({ heightM: 66.1, diameterM: 4.5, fairingDiameterM: 5.2 });
    expect(outline?.heightM).toBe(66.1);
    expect(outline?.noseM).toBe(5.2);
    expect(outline?.noseFromM).toBeLessThan(66.1);
  });

  it('says how many boosters it leaves out', () => {
    expect(rocketOutline({ heightM: 57, diameterM: 5, boosters: 4 })?.boostersLeftOut).toBe(4);
    expect(rocketOutline({ heightM: 57, diameterM: 5 })?.boostersLeftOut).toBe(0);
  });
});
