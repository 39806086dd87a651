import '@/components/ui/document.css';
import '@/components/annotation/colours.css';
import '@/components/options/options.css';
import '@/components/own/own-facts.css';
import '@/components/own/own.css';
import { render } from 'preact';
import type { Settings } from '@/core/settings';
import { readCatalogue } from '@/platform/catalogue-store';
import { ownLocale } from '@/platform/own-pages';
import { changeSettings, onSettingsChanged, readSettings } from '@/platform/settings-store';
import { SettingsPage } from './settings-page';

void start();

async function start(): Promise<void> {
  const [first, catalogue] = await Promise.all([readSettings(), readCatalogue()]);
  let settings: Settings = first;
  const draw = () => {
    const locale = ownLocale(settings.language);
    document.documentElement.lang = locale === 'zh' ? 'zh-Hans' : 'en';
    render(
      <SettingsPage
        locale={locale}
        settings={settings}
        catalogue={catalogue}
        asked={/^#own\/(.+)$/.exec(location.hash)?.[1] ?? null}
        onChange={(change) => void changeSettings(change)}
      />,
      document.body,
    );
  };
  onSettingsChanged((next) => {
    settings = next;
    draw();
  }, new AbortController().signal);
  // A card asks for an entity while this page is open already.
  window.addEventListener('hashchange', draw);
  draw();
}
