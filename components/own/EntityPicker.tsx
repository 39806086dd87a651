import { useState } from 'preact/hooks';
import type { Translate } from '@/core/i18n/messages';
import type { CatalogueEntry } from '@/core/knowledge/catalogue';
import { TextField } from '../ui/Field';
import { KIND_LOOKS } from '../ui/kinds';
import { ListRow } from '../ui/ListRow';

interface EntityPickerProps {
  readonly catalogue: readonly CatalogueEntry[];
  readonly locale: 'en' | 'zh';
  readonly t: Translate;
  readonly error: string | null;
  readonly onPick: (entry: CatalogueEntry) => void;
}

/** More would be a list to read instead of a name to type. */
const MOST_SHOWN = 6;

/** Finds an entity of the knowledge base by any of its names. */
export function EntityPicker({ catalogue, locale, t, error, onPick }: EntityPickerProps) {
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const found = wanted === '' ? [] : search(catalogue, wanted).slice(0, MOST_SHOWN);
  return (
    <div class="own-picker">
      <TextField
        label={t('ownPick')}
        type="search"
        icon="search"
        value={text}
        error={error}
        onInput={setText}
      />
      <div class="own-found" role="status">
        {wanted !== '' && found.length === 0 ? <p class="field-hint">{t('ownPickNone')}</p> : null}
        {found.map((entry) => {
          const { icon, tone, label } = KIND_LOOKS[entry.kind];
          const name = locale === 'zh' ? (entry.names.zh ?? entry.names.en) : entry.names.en;
          return (
            <ListRow
              key={entry.id}
              label={name}
              detail={t(label)}
              icon={icon}
              tone={tone}
              onClick={() => onPick(entry)}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Names that begin with it first, then those that hold it. */
function search(catalogue: readonly CatalogueEntry[], wanted: string): readonly CatalogueEntry[] {
  const rank = ({ names }: CatalogueEntry): number => {
    const all = Object.values(names).map((name) => name.toLowerCase());
    if (all.some((name) => name.startsWith(wanted))) return 0;
    return all.some((name) => name.includes(wanted)) ? 1 : 2;
  };
  return catalogue
    .map((entry) => ({ entry, at: rank(entry) }))
    .filter(({ at }) => at < 2)
    .sort((a, b) => a.at - b.at)
    .map(({ entry }) => entry);
}
