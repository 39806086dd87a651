import '@/components/ui/document.css';
import '@/components/annotation/colours.css';
import '@/components/annotation/annotation-list.css';
import '@/components/drawing/drawing.css';
import '@/components/card/card.css';
import '@/components/card/facts.css';
import '@/components/card/blocks.css';
import '@/components/options/options.css';
import '@/components/own/own-facts.css';
import '@/components/own/own.css';
import '@/components/library/library.css';
import '@/components/library/exchange.css';
import '@/components/annotation/change.css';
import '@/components/library/notices.css';
import { render } from 'preact';
import type { Settings } from '@/core/settings';
import { readCatalogue } from '@/platform/catalogue-store';
import { ownLocale } from '@/platform/own-pages';
import { changeSettings, onSettingsChanged, readSettings } from '@/platform/settings-store';
import { createConnection } from '@/platform/storage/database';
import { createOwnStore } from '@/platform/storage/own-store';
import { createServices } from './create-services';
import { createIndexPort } from './index-port';
import { LibraryApp } from './library-app';
import { LibraryStore } from './library-store';
import { openPassage } from './open-passage';

void start();

async function start(): Promise<void> {
  const [first, catalogue] = await Promise.all([readSettings(), readCatalogue()]);
  let settings: Settings = first;
  let version = 0;
  const changed = () => {
    version += 1;
    draw();
  };
  const names = Object.fromEntries(
    [...catalogue].map(([id, entry]) => [id, Object.values(entry.names)]),
  );
  const store = new LibraryStore(createIndexPort(), names, changed, () => draw());
  const services = createServices(() => store.addresses(), createOwnStore(createConnection()));
  const draw = () => {
    if (store.state.phase === 'failed') {
      render(<p class="library-problem">{store.state.message}</p>, document.body);
      return;
    }
    const locale = ownLocale(settings.language);
    document.documentElement.lang = locale === 'zh' ? 'zh-Hans' : 'en';
    render(
      <LibraryApp
        store={store}
        services={services}
        catalogue={catalogue}
        settings={settings}
        locale={locale}
        region={navigator.language}
        openPage={(stored, wanted = 'show') => void openPassage(stored, wanted)}
        onSettings={(change) => void changeSettings(change)}
        version={version}
      />,
      document.body,
    );
  };
  onSettingsChanged((next) => {
    settings = next;
    draw();
  }, new AbortController().signal);
  draw();
  // What is written on other pages meanwhile is here as soon as one looks again.
  window.addEventListener('focus', () => void store.catchUp());
}
