import { colourLabel } from '@/components/annotation/colours';
import type { Facet } from '@/components/library/FacetGroup';
import { KIND_LOOKS } from '@/components/ui/kinds';
import type { HighlightColour } from '@/core/annotation/annotation';
import type { CatalogueEntry } from '@/core/knowledge/catalogue';
import { type EntityId, kindOf } from '@/core/knowledge/entity';
import { type Formats, nameOf } from '@/core/knowledge/formats';
import type { FacetCounts, FacetName } from '@/core/search/facets';
import type { Settings } from '@/core/settings';

const NO_FACETS: FacetCounts = { about: [], colour: [], tag: [], site: [] };

/** Counts in words and signs; null for what is not known yet. */
export function shownFacets(
  counts: FacetCounts | null,
  catalogue: ReadonlyMap<EntityId, CatalogueEntry>,
  formats: Formats,
  settings: Settings,
): Readonly<Record<FacetName, readonly Facet[]>> {
  const { about, colour, tag, site } = counts ?? NO_FACETS;
  return {
    about: about.map(({ value, count }) => {
      // `as`: what annotations are about is stored as the ids of entities.
      const id = value as EntityId;
      const look = KIND_LOOKS[kindOf(id)];
      const names = catalogue.get(id)?.names;
      const label = names === undefined ? value : nameOf(names, formats);
      return { value, count, label, icon: look.icon, tone: look.tone };
    }),
    colour: colour.map(({ value, count }) => {
      // `as`: the index counts our own colours by name.
      const name = value as HighlightColour;
      return {
        value,
        count,
        label: colourLabel(name, settings.colourLabels, formats.t),
        colour: name,
      };
    }),
    tag: tag.map(({ value, count }) => ({ value, count, label: value })),
    site: site.map(({ value, count }) => ({ value, count, label: value })),
  };
}
