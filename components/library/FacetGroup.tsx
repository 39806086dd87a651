import { useState } from 'preact/hooks';
import type { HighlightColour } from '@/core/annotation/annotation';
import type { Translate } from '@/core/i18n/messages';
import { Button } from '../ui/Button';
import type { IconName } from '../ui/icons';
import { ListRow } from '../ui/ListRow';

/** One value that results can be narrowed to. */
export interface Facet {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly icon?: IconName;
  readonly tone?: string;
  /** A swatch in place of an icon. */
  readonly colour?: HighlightColour;
}

interface FacetGroupProps {
  readonly title: string;
  /** Most frequent first. */
  readonly facets: readonly Facet[];
  readonly chosen: readonly string[];
  readonly t: Translate;
  readonly onToggle: (value: string) => void;
}

const SHOWN = 5;

/** What the results are about, by one of their sides, with counts. */
export function FacetGroup({ title, facets, chosen, t, onToggle }: FacetGroupProps) {
  const [isOpen, setOpen] = useState(false);
  if (facets.length === 0) return null;
  const shown = isOpen
    ? facets
    : facets.filter((facet, i) => i < SHOWN || chosen.includes(facet.value));
  const hidden = facets.length - shown.length;
  return (
    <section class="facets">
      <h2>{title}</h2>
      {shown.map((facet) => (
        <ListRow
          key={facet.value}
          label={facet.label}
          {...(facet.icon === undefined ? {} : { icon: facet.icon })}
          {...(facet.tone === undefined ? {} : { tone: facet.tone })}
          {...(facet.colour === undefined
            ? {}
            : { before: <span class={`facet-colour hl-${facet.colour}`} /> })}
          count={facet.count}
          selected={chosen.includes(facet.value)}
          onClick={() => onToggle(facet.value)}
        />
      ))}
      {hidden === 0 ? null : (
        <Button
          label={t('libMore', { count: hidden })}
          icon="chevron-down"
          size="small"
          onClick={() => setOpen(true)}
        />
      )}
    </section>
  );
}
