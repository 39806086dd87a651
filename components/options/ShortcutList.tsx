import type { Translate } from '@/core/i18n/messages';
import { Button } from '../ui/Button';

/** A command, and the keys that the browser has for it; empty for none. */
export interface ShortcutRow {
  readonly command: string;
  readonly description: string;
  readonly keys: string;
}

interface ShortcutListProps {
  readonly shortcuts: readonly ShortcutRow[];
  /** Opens the browser's page of shortcuts. */
  readonly onChange: () => void;
  readonly t: Translate;
}

/** The shortcuts as the browser has them. */
export function ShortcutList({ shortcuts, onChange, t }: ShortcutListProps) {
  return (
    <section class="options-part">
      <h2>{t('setKeys')}</h2>
      <p class="field-hint">{t('setKeysHint')}</p>
      <dl class="shortcuts">
        {shortcuts.map(({ command, description, keys }) => (
          <div key={command}>
            <dt>{description}</dt>
            <dd>
              {keys === '' ? (
                <span class="field-hint">{t('setKeysNone')}</span>
              ) : (
                keys.split('+').map((key) => (
                  <kbd key={key} class="key">
                    {key}
                  </kbd>
                ))
              )}
            </dd>
          </div>
        ))}
      </dl>
      <div>
        <Button label={t('setKeysChange')} icon="keyboard" tone="outline" onClick={onChange} />
      </div>
    </section>
  );
}
