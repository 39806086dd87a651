import { useState } from 'preact/hooks';
import type { Translate } from '@/core/i18n/messages';
import { Button } from '../ui/Button';
import { type Facet, FacetGroup } from './FacetGroup';

/** The sides by which results can be narrowed. */
export type FilterName = 'about' | 'colour' | 'tag' | 'site' | 'state';

export interface FiltersProps {
  readonly t: Translate;
  /** Values with their counts, most frequent first. `state` comes from `stateFacets`. */
  readonly facets: Readonly<Record<FilterName, readonly Facet[]>>;
  readonly chosen: Readonly<Record<FilterName, readonly string[]>>;
  readonly onToggle: (name: FilterName, value: string) => void;
}

/** The column of filters beside the results. */
export function Filters({ t, facets, chosen, onToggle }: FiltersProps) {
  const [isOpen, setOpen] = useState(false);
  const groups: readonly [FilterName, string][] = [
    ['about', t('libAbout')],
    ['colour', t('libColour')],
    ['tag', t('libTags')],
    ['site', t('libSites')],
    ['state', t('libState')],
  ];
  return (
    <aside
      class={isOpen ? 'library-filters is-open' : 'library-filters'}
      aria-label={t('libFilters')}
    >
      {/* Only where the column would push the results out of sight. */}
      <div class="library-unfold">
        <Button
          label={t('libFilters')}
          icon="list-filter"
          tone="outline"
          expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        />
      </div>
      {groups.map(([name, title]) => (
        <FacetGroup
          key={name}
          title={title}
          facets={facets[name]}
          chosen={chosen[name]}
          t={t}
          onToggle={(value) => onToggle(name, value)}
        />
      ))}
    </aside>
  );
}

/** The two states that a reader looks for: highlights without their passage, and the bin. Empty ones are left out. */
export function stateFacets(
  counts: { readonly lost: number; readonly bin: number },
  t: Translate,
): readonly Facet[] {
  const facets: readonly Facet[] = [
    { value: 'lost', label: t('libGone'), count: counts.lost, icon: 'unlink' },
    { value: 'bin', label: t('libBin'), count: counts.bin, icon: 'trash-2' },
  ];
  return facets.filter(({ count }) => count > 0);
}
