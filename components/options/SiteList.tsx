import { useState } from 'preact/hooks';
import type { Translate } from '@/core/i18n/messages';
import { Button } from '../ui/Button';
import { Chip } from '../ui/Chip';
import { TextField } from '../ui/Field';

interface SiteListProps {
  readonly sites: readonly string[];
  readonly onChange: (sites: readonly string[]) => void;
  readonly t: Translate;
}

/** Host names that can be added, as typed or as a whole address, and taken away. */
export function SiteList({ sites, onChange, t }: SiteListProps) {
  const [text, setText] = useState('');
  const [isBad, setBad] = useState(false);
  const add = (): void => {
    const host = hostFrom(text);
    setBad(host === null);
    if (host === null) return;
    if (!sites.includes(host)) onChange([...sites, host].sort());
    setText('');
  };
  return (
    <form
      class="site-list"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      {sites.length === 0 ? (
        <p class="field-hint">{t('setSiteNone')}</p>
      ) : (
        <div class="options-chips">
          {sites.map((site) => (
            <Chip
              key={site}
              label={site}
              removeLabel={t('setRemove', { name: site })}
              onRemove={() => onChange(sites.filter((other) => other !== site))}
            />
          ))}
        </div>
      )}
      <div class="site-add">
        <TextField
          label={t('setAddSite')}
          value={text}
          hint={t('setSiteHint')}
          error={isBad ? t('setSiteBad') : null}
          onInput={(value) => {
            setText(value);
            setBad(false);
          }}
        />
        <Button label={t('add')} tone="outline" type="submit" />
      </div>
    </form>
  );
}

/** The host in what was typed: an address or a bare name. Null for anything else. */
export function hostFrom(text: string): string | null {
  const host = /^(?:[a-z]+:\/\/)?(?:www\.)?([^/:?#\s]+)/i.exec(text.trim())?.[1]?.toLowerCase();
  if (host === undefined) return null;
  return host === 'localhost' || /^[^.]+(\.[^.]+)+$/.test(host) ? host : null;
}
