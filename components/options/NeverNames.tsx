import { useState } from 'preact/hooks';
import type { Translate } from '@/core/i18n/messages';
import type { Settings } from '@/core/settings';
import { Button } from '../ui/Button';
import { Chip } from '../ui/Chip';
import { TextField } from '../ui/Field';

interface NeverNamesProps {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
  readonly t: Translate;
}

/** Names that are never marked, anywhere or on one site. */
export function NeverNames({ settings, onChange, t }: NeverNamesProps) {
  const { neverMark, neverMarkOn } = settings;
  const onSites = Object.entries(neverMarkOn).flatMap(([host, names]) =>
    names.map((name) => ({ host, name })),
  );
  const removeOn = (host: string, name: string): void => {
    const left = (neverMarkOn[host] ?? []).filter((other) => other !== name);
    const { [host]: _, ...others } = neverMarkOn;
    onChange({ neverMarkOn: left.length === 0 ? others : { ...others, [host]: left } });
  };
  return (
    <section class="options-part">
      <h2>{t('setNever')}</h2>
      {neverMark.length + onSites.length === 0 ? (
        <p class="field-hint">{t('setNeverNone')}</p>
      ) : (
        <div class="options-chips">
          {neverMark.map((name) => (
            <Chip
              key={name}
              label={name}
              removeLabel={t('setRemove', { name })}
              onRemove={() => onChange({ neverMark: neverMark.filter((other) => other !== name) })}
            />
          ))}
          {onSites.map(({ host, name }) => {
            const label = t('setNeverOn', { name, host });
            return (
              <Chip
                key={label}
                label={label}
                removeLabel={t('setRemove', { name: label })}
                onRemove={() => removeOn(host, name)}
              />
            );
          })}
        </div>
      )}
      <AddName
        t={t}
        onAdd={(name) => onChange({ neverMark: [...new Set([...neverMark, name])].sort() })}
      />
    </section>
  );
}

function AddName({ t, onAdd }: { readonly t: Translate; readonly onAdd: (name: string) => void }) {
  const [text, setText] = useState('');
  return (
    <form
      class="site-add"
      onSubmit={(event) => {
        event.preventDefault();
        const name = text.replaceAll(/\s+/gu, ' ').trim();
        if (name === '') return;
        onAdd(name);
        setText('');
      }}
    >
      <TextField label={t('setNeverAdd')} value={text} hint={t('setNeverHint')} onInput={setText} />
      <Button label={t('add')} tone="outline" type="submit" />
    </form>
  );
}
