import { useId } from 'preact/hooks';
import type { Translate } from '@/core/i18n/messages';
import { Chip } from '../ui/Chip';

interface PageListProps {
  /** Page keys: addresses without what makes no difference. */
  readonly pages: readonly string[];
  readonly onChange: (pages: readonly string[]) => void;
  readonly t: Translate;
}

/** Pages that were switched off one by one in the popup, to be switched on again. Nothing where there are none. */
export function PageList({ pages, onChange, t }: PageListProps) {
  const label = useId();
  if (pages.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and these are none.
    <div class="site-list" role="group" aria-labelledby={label}>
      <p class="field-label" id={label}>
        {t('setPages')}
      </p>
      <div class="options-chips">
        {pages.map((page) => {
          const address = page.replace(/^https?:\/\/(?:www\.)?/, '');
          return (
            <Chip
              key={page}
              label={address}
              removeLabel={t('setRemove', { name: address })}
              onRemove={() => onChange(pages.filter((other) => other !== page))}
            />
          );
        })}
      </div>
    </div>
  );
}
