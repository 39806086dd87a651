import { claimOn } from '@/core/knowledge/facts';
import { nameOf } from '@/core/knowledge/formats';
import { SiteMap } from '../drawing/SiteMap';
import { useCardView } from './card-view';

interface SiteBlockProps {
  readonly width: number;
}

/** The map of a site; nothing when no source gives coordinates. */
export function SiteBlock({ width }: SiteBlockProps) {
  const { card, formats } = useCardView();
  const place = claimOn(card, 'coordinates')?.values[0];
  if (place?.type !== 'place') return null;
  return (
    <div class="map-block">
      <SiteMap
        name={nameOf(card.names, formats)}
        latitude={place.latitude}
        longitude={place.longitude}
        width={width}
        height={132}
        formats={formats}
      />
    </div>
  );
}
