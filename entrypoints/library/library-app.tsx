import { useEffect, useState } from 'preact/hooks';
import { LibraryFrame } from '@/components/library/LibraryFrame';
import type { StoredAnnotation } from '@/core/annotation/annotation';
import type { CatalogueEntry } from '@/core/knowledge/catalogue';
import type { EntityId } from '@/core/knowledge/entity';
import { createFormats } from '@/core/knowledge/formats';
import type { Settings } from '@/core/settings';
import { SettingsPage } from '@/entrypoints/options/settings-page';
import { Dossiers, EntityDossier } from './dossiers';
import { Exchange, type ExchangeRequest } from './exchange';
import { Highlights } from './highlights';
import { LibraryCare } from './library-care';
import type { LibraryStore } from './library-store';
import type { OnPage } from './open-passage';
import { type Route, readRoute } from './route';
import type { LibraryServices } from './services';

export interface LibraryAppProps {
  readonly store: LibraryStore;
  readonly services: LibraryServices;
  readonly catalogue: ReadonlyMap<EntityId, CatalogueEntry>;
  readonly settings: Settings;
  readonly locale: 'en' | 'zh';
  readonly region: string;
  /** Goes to a passage on its page, or to putting it on other words there. */
  readonly openPage: (stored: StoredAnnotation, wanted?: OnPage) => void;
  readonly onSettings: (change: Partial<Settings>) => void;
  /** Grows whenever the store has changed. */
  readonly version: number;
}

/** What every part of the library is given. */
export interface LibraryPartProps extends LibraryAppProps {
  readonly onExchange: (request: ExchangeRequest) => void;
}

/** The library: what a reader wrote, found and gathered. */
export function LibraryApp(props: LibraryAppProps) {
  const { locale, settings, catalogue } = props;
  const [route, setRoute] = useState<Route>(readRoute(location.hash));
  const [query, setQuery] = useState('');
  const [exchange, setExchange] = useState<ExchangeRequest | null>(null);
  useEffect(() => {
    const onHash = () => setRoute(readRoute(location.hash));
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, []);
  const tab = route.at === 'entity' ? 'dossiers' : route.at;
  const search = (text: string) => {
    setQuery(text);
    if (route.at !== 'highlights') location.hash = '#/';
  };
  const part: LibraryPartProps = { ...props, onExchange: setExchange };
  return (
    <LibraryFrame
      locale={locale}
      tab={tab}
      tabHref={(name) => (name === 'highlights' ? '#/' : `#/${name}`)}
      query={query}
      onQuery={search}
    >
      {route.at === 'highlights' ? (
        <Highlights {...part} query={query} page={route.page} onQuery={setQuery} />
      ) : null}
      {route.at === 'dossiers' ? <Dossiers {...part} /> : null}
      {route.at === 'entity' ? <EntityDossier key={route.id} {...part} id={route.id} /> : null}
      {route.at === 'settings' ? (
        <>
          <SettingsPage
            locale={locale}
            settings={settings}
            catalogue={catalogue}
            asked={null}
            onChange={props.onSettings}
          />
          <LibraryCare {...part} />
        </>
      ) : null}
      {exchange === null ? null : (
        <Exchange
          request={exchange}
          locale={locale}
          store={props.store}
          services={props.services}
          names={() => namesIn(catalogue, locale)}
          never={settings}
          formats={createFormats(locale, settings.units, props.region)}
          onClose={() => setExchange(null)}
        />
      )}
    </LibraryFrame>
  );
}

function namesIn(
  catalogue: ReadonlyMap<EntityId, CatalogueEntry>,
  locale: 'en' | 'zh',
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...catalogue].map(([id, { names }]) => [
      id,
      locale === 'zh' ? (names.zh ?? names.en) : names.en,
    ]),
  );
}
