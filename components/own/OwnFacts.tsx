import { formatDate } from '@/core/knowledge/format-date';
import { createFormats } from '@/core/knowledge/formats';
import type { OwnFact } from '@/core/own/own-entry';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';

interface OwnFactsProps {
  readonly locale: 'en' | 'zh';
  readonly region?: string;
  readonly facts: readonly OwnFact[];
  /** Whose facts they are, where facts of several stand together; elsewhere it is said that they are the reader's. */
  readonly name?: string;
  readonly onEdit: () => void;
}

/** What the reader has written down about an entity, said to be the reader's own. For documents of ours. */
export function OwnFacts({ locale, region, facts, name, onEdit }: OwnFactsProps) {
  const formats = createFormats(locale, 'metric', region);
  const { t } = formats;
  const title = name ?? t('ownFacts');
  const edit = name === undefined ? t('ownEdit') : t('ownEditNamed', { name });
  return (
    <section class="own-facts" aria-label={title}>
      <header class="own-head">
        <span class="own-badge">
          <Icon name="user-round" size="small" />
          {title}
        </span>
        <Button label={edit} icon="pencil-line" iconOnly size="small" onClick={onEdit} />
      </header>
      <ul class="own-list">
        {facts.map((fact) => (
          <li key={JSON.stringify(fact)}>
            {fact.label === '' ? null : <span class="own-label">{fact.label}</span>}
            <span class="own-value">{fact.value}</span>
            <OwnOrigin
              fact={fact}
              date={fact.asOf === '' ? '' : t('asOf', { date: formatDate(fact.asOf, formats) })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Date and source, as far as the reader gave them. */
function OwnOrigin({ fact, date }: { readonly fact: OwnFact; readonly date: string }) {
  if (date === '' && fact.source === '') return null;
  const isLink = /^https?:\/\//.test(fact.source) && URL.canParse(fact.source);
  return (
    <span class="own-origin">
      {date}
      {date === '' || fact.source === '' ? '' : ' · '}
      {isLink ? (
        <a class="link" href={fact.source} target="_blank" rel="noopener noreferrer">
          {new URL(fact.source).hostname.replace(/^www\./, '')}
        </a>
      ) : (
        fact.source
      )}
    </span>
  );
}
