import '@/components/ui/document.css';
import '@/components/about/about.css';
import '@/components/drawing/drawing.css';
import '@/components/card/card.css';
import '@/components/card/facts.css';
import '@/components/card/blocks.css';
import { render } from 'preact';
import { Welcome } from '@/components/about/Welcome';
import { browser } from '@/platform/browser';
import { ownLocale } from '@/platform/own-pages';
import { readSettings } from '@/platform/settings-store';
import { Sample } from './sample';

/** What works in a page whatever the browser has been told about shortcuts (`entrypoints/reader/start.ts`). */
const KEYS = { next: 'Alt+Shift+N', previous: 'Alt+Shift+P' };

void start();

async function start(): Promise<void> {
  const [settings, commands] = await Promise.all([readSettings(), browser.commands.getAll()]);
  const locale = ownLocale(settings.language);
  document.documentElement.lang = locale === 'zh' ? 'zh-Hans' : 'en';
  const keyOf = (name: string) => commands.find((command) => command.name === name)?.shortcut;
  const keys = {
    next: keyOf('next-mention') || KEYS.next,
    previous: keyOf('previous-mention') || KEYS.previous,
  };
  render(
    <Welcome
      locale={locale}
      keys={keys}
      sample={<Sample locale={locale} restMs={settings.restMs} units={settings.units} />}
      onSettings={() => void browser.runtime.openOptionsPage()}
    />,
    document.body,
  );
}
