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
import { render } from 'preact';
import type { StoredAnnotation } from '@/core/annotation/annotation';
import type { Settings } from '@/core/settings';
import { browser } from '@/platform/browser';
import { readCatalogue } from '@/platform/catalogue-store';
import { ownLocale } from '@/platform/own-pages';
import { changeSettings, onSettingsChanged, readSettings } from '@/platform/settings-store';
import { createAnnotationStore } from '@/platform/storage/annotation-store';
import { createConnection } from '@/platform/storage/database';
import { createOwnStore } from '@/platform/storage/own-store';
import { createServices } from './create-services';
import { LibraryApp } from './library-app';
import { LibraryStore } from './library-store';

void start();

async function start(): Promise<void> {
  const [first, catalogue] = await Promise.all([readSettings(), readCatalogue()]);
  const connection = createConnection();
  const store = new LibraryStore(createAnnotationStore(connection), catalogue);
  const services = createServices(() => store.all, createOwnStore(connection));
  let settings: Settings = first;
  let version = 0;
  const draw = () => {
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
        openPage={openPage}
        onSettings={(change) => void changeSettings(change)}
        version={version}
        onChanged={changed}
      />,
      document.body,
    );
  };
  const changed = () => {
    version += 1;
    draw();
  };
  onSettingsChanged((next) => {
    settings = next;
    draw();
  }, new AbortController().signal);
  draw();
  const problem = await store.load(changed);
  if (problem !== null) {
    render(<p class="library-problem">{problem}</p>, document.body);
  }
}

/** Opens the page of an annotation; the reader there finds the passage again. */
function openPage(stored: StoredAnnotation): void {
  const url = stored.page?.url;
  if (url !== undefined && /^(https?|file):/.test(url)) void browser.tabs.create({ url });
}
