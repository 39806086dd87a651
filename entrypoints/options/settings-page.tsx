import { useEffect, useState } from 'preact/hooks';
import { Options } from '@/components/options/Options';
import type { CatalogueEntry } from '@/core/knowledge/catalogue';
import type { EntityId } from '@/core/knowledge/entity';
import type { Settings } from '@/core/settings';
import { createClient } from '@/platform/messaging/client';
import type { DocumentRequests } from '@/platform/messaging/contract';
import { sendToBackground } from '@/platform/messaging/runtime-transport';
import { openShortcutSettings, readShortcuts, type Shortcut } from '@/platform/shortcuts';
import { OwnSection } from './own-section';

interface SettingsPageProps {
  readonly locale: 'en' | 'zh';
  readonly settings: Settings;
  readonly catalogue: ReadonlyMap<EntityId, CatalogueEntry>;
  /** The entity whose own names and facts are to be written at once; null for none. */
  readonly asked: string | null;
  readonly onChange: (change: Partial<Settings>) => void;
}

const client = createClient<DocumentRequests>(sendToBackground);

/** The settings with all that they ask the browser for; in a tab of their own and in the library. */
export function SettingsPage({ locale, settings, catalogue, asked, onChange }: SettingsPageProps) {
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  useEffect(() => {
    void readShortcuts().then(setShortcuts);
  }, []);
  return (
    <Options
      locale={locale}
      settings={settings}
      shortcuts={shortcuts}
      own={
        <OwnSection
          locale={locale}
          client={client}
          catalogue={[...catalogue.values()]}
          neverMark={settings.neverMark}
          asked={asked}
        />
      }
      onShortcuts={() => void openShortcutSettings()}
      onChange={onChange}
    />
  );
}
