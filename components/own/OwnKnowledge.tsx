import { createTranslate } from '@/core/i18n/messages';
import { kindOf } from '@/core/knowledge/entity';
import { isOwnId, type OwnEntry } from '@/core/own/own-entry';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { KIND_LOOKS } from '../ui/kinds';

interface OwnKnowledgeProps {
  readonly locale: 'en' | 'zh';
  readonly entries: readonly OwnEntry[];
  readonly onAdd: () => void;
  readonly onEdit: (entry: OwnEntry) => void;
  readonly onRemove: (entry: OwnEntry) => void;
}

/** The names and facts of the reader's own, in the settings. */
export function OwnKnowledge({ locale, entries, onAdd, onEdit, onRemove }: OwnKnowledgeProps) {
  const t = createTranslate(locale);
  return (
    <section class="options-part">
      <h2>{t('ownTitle')}</h2>
      <p class="field-hint">{t('ownHint')}</p>
      {entries.length === 0 ? null : (
        <ul class="own-entries">
          {entries.map((entry) => (
            <li key={entry.id}>
              <EntryText locale={locale} entry={entry} />
              <Button
                label={t('ownEditNamed', { name: entry.name })}
                icon="pencil-line"
                iconOnly
                size="small"
                onClick={() => onEdit(entry)}
              />
              <Button
                label={t('setRemove', { name: entry.name })}
                icon="trash-2"
                iconOnly
                size="small"
                onClick={() => onRemove(entry)}
              />
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button label={t('ownNew')} icon="plus" tone="outline" onClick={onAdd} />
      </div>
    </section>
  );
}

function EntryText({ locale, entry }: { readonly locale: 'en' | 'zh'; readonly entry: OwnEntry }) {
  const t = createTranslate(locale);
  const { icon, tone, label } = KIND_LOOKS[kindOf(entry.id)];
  const parts = [
    isOwnId(entry.id) ? t(label) : '',
    entry.names.join(locale === 'zh' ? '、' : ', '),
    entry.facts.length === 0 ? '' : t('ownFactCount', { count: entry.facts.length }),
  ];
  return (
    <span class="own-entry">
      <span class={tone}>
        <Icon name={icon} />
      </span>
      <span class="own-words">
        <span class="own-value">{entry.name}</span>
        <span class="own-origin">{parts.filter((part) => part !== '').join(' · ')}</span>
      </span>
    </span>
  );
}
