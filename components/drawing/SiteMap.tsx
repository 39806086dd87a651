import { useMemo } from 'preact/hooks';
import { locatorMap } from '@/core/cards/locator-map';
import type { Formats } from '@/core/knowledge/formats';

interface SiteMapProps {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly width: number;
  readonly height: number;
  readonly formats: Formats;
}

const KM_ACROSS = 3000;

/** Where a site is: land and sea, graticule, scale bar; no borders. The site is in the middle. */
export function SiteMap({ name, latitude, longitude, width, height, formats }: SiteMapProps) {
  const { t } = formats;
  const map = useMemo(
    () => locatorMap([longitude, latitude], { width, height, kmAcross: KM_ACROSS }),
    [longitude, latitude, width, height],
  );
  const [x, y] = [width / 2, height / 2];
  const bar = { x: 12, y: height - 12 };
  return (
    <figure class="site-map">
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('mapLabel', { name })}
      >
        <rect class="map-sea" width={width} height={height} />
        <path class="map-land" d={map.land} />
        <path class="map-graticule" d={map.graticule} />
        <circle class="map-site" cx={x} cy={y} r="4" />
        <text class="map-name" x={x} y={y + 20} text-anchor="middle">
          {name}
        </text>
        <path class="map-bar" d={`M${bar.x} ${bar.y - 4}v4h${map.scaleBar.px}v-4`} />
        <text class="shape-text" x={bar.x + map.scaleBar.px + 6} y={bar.y + 1}>
          {map.scaleBar.km} km
        </text>
      </svg>
    </figure>
  );
}
