import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { colourLabel } from '@/components/annotation/colours';
import { Dossier } from '@/components/library/Dossier';
import type { Facet } from '@/components/library/FacetGroup';
import { type FilterName, Filters, stateFacets } from '@/components/library/Filters';
import { LibraryFrame } from '@/components/library/LibraryFrame';
import { Results } from '@/components/library/Results';
import { Options } from '@/components/options/Options';
import { EmptyState } from '@/components/ui/EmptyState';
import { KIND_LOOKS } from '@/components/ui/kinds';
import { ListRow } from '@/components/ui/ListRow';
import { Toast } from '@/components/ui/Toast';
import {
  entitiesOf,
  type HighlightColour,
  type StoredAnnotation,
} from '@/core/annotation/annotation';
import type { Card } from '@/core/knowledge/card';
import type { CatalogueEntry } from '@/core/knowledge/catalogue';
import { type EntityId, kindOf } from '@/core/knowledge/entity';
import { createFormats, type Formats, nameOf } from '@/core/knowledge/formats';
import { countFacets, isChosen } from '@/core/search/facets';
import { findMarks } from '@/core/search/marks';
import { parseQuery } from '@/core/search/query';
import type { Settings } from '@/core/settings';
import type { LibraryStore } from './library-store';
import { type Route, readRoute } from './route';
import { toShown } from './shown';

export interface LibraryAppProps {
  readonly store: LibraryStore;
  readonly catalogue: ReadonlyMap<EntityId, CatalogueEntry>;
  readonly settings: Settings;
  readonly locale: 'en' | 'zh';
  readonly region: string;
  readonly now: () => string;
  readonly card: (id: EntityId) => Promise<Card | null>;
  readonly openPage: (stored: StoredAnnotation) => void;
  readonly copy: (text: string) => void;
  readonly exportList: (list: readonly StoredAnnotation[]) => void;
  readonly importFile: () => void;
  readonly onSettings: (change: Partial<Settings>) => void;
  /** Grows whenever the store has changed. */
  readonly version: number;
  readonly onChanged: () => void;
}

type Chosen = Readonly<Record<FilterName, readonly string[]>>;
const NOTHING_CHOSEN: Chosen = { about: [], colour: [], tag: [], site: [], state: [] };

/** The library: what a reader wrote, found and gathered. */
export function LibraryApp(props: LibraryAppProps) {
  const [route, setRoute] = useState<Route>(readRoute(location.hash));
  const [query, setQuery] = useState('');
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
  return (
    <LibraryFrame
      locale={props.locale}
      tab={tab}
      tabHref={(name) => (name === 'highlights' ? '#/' : `#/${name}`)}
      query={query}
      onQuery={search}
    >
      {route.at === 'highlights' ? (
        <Highlights {...props} query={query} page={route.page} onQuery={setQuery} />
      ) : null}
      {route.at === 'dossiers' ? <Dossiers {...props} /> : null}
      {route.at === 'entity' ? <EntityDossier key={route.id} {...props} id={route.id} /> : null}
      {route.at === 'settings' ? (
        <Options locale={props.locale} settings={props.settings} onChange={props.onSettings} />
      ) : null}
    </LibraryFrame>
  );
}

interface HighlightsProps extends LibraryAppProps {
  readonly query: string;
  readonly page: string | null;
  readonly onQuery: (query: string) => void;
}

function Highlights(props: HighlightsProps) {
  const { store, catalogue, settings, locale, region, query, page, version } = props;
  const formats = useMemo(
    () => createFormats(locale, settings.units, region),
    [locale, settings.units, region],
  );
  const [chosen, setChosen] = useState<Chosen>(NOTHING_CHOSEN);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [undo, setUndo] = useState<readonly string[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const isBin = chosen.state.includes('bin');
  const parsed = useMemo(() => parseQuery(query, props.now()), [query]);
  // `version` stands for the store's content, which is one object for the page's life.
  const found = useMemo(() => {
    const list =
      query.trim() === '' && page !== null ? store.onPage(page) : store.index.search(parsed);
    return list.filter((one) => (one.deletedAt !== undefined) === isBin);
  }, [parsed, page, isBin, version]);
  const list = useMemo(() => found.filter((one) => isChosen(one, chosen)), [found, chosen]);
  const facets = useMemo(
    () => facetsOf(found, catalogue, formats, settings),
    [found, formats, settings],
  );
  const bin = useMemo(
    () => store.all.filter((one) => one.deletedAt !== undefined).length,
    [version],
  );
  const hits = useMemo(
    () =>
      list.map((one) => {
        const annotation = toShown(one, catalogue, formats);
        return { annotation, marks: findMarks(annotation.quote ?? '', parsed) };
      }),
    [list, formats],
  );
  const toggle = useCallback((name: FilterName, value: string) => {
    setPicked(new Set());
    setChosen((before) => {
      const values = before[name];
      const next = values.includes(value)
        ? values.filter((one) => one !== value)
        : [...values, value];
      return { ...before, [name]: next };
    });
  }, []);
  const setTrashed = async (ids: readonly string[], trashed: boolean) => {
    const now = props.now();
    setProblem(await store.setTrashed(ids, trashed ? now : null, now));
    setPicked(new Set());
    setUndo(trashed ? ids : null);
    props.onChanged();
  };
  const selected = () =>
    picked.size === 0 ? list : list.filter((one) => picked.has(one.annotation.id));
  const open = (id: string) => {
    const stored = store.get(id);
    if (stored !== null) props.openPage(stored);
  };
  const { t } = formats;
  return (
    <main class="library-body">
      <Filters
        t={t}
        facets={{ ...facets, state: stateFacets({ lost: 0, bin }, t) }}
        chosen={chosen}
        onToggle={toggle}
      />
      <Results
        formats={formats}
        hits={hits}
        isEmptyLibrary={store.all.length === 0}
        order={query.trim() === '' ? 'newest' : 'best'}
        isBin={isBin}
        chosen={picked}
        onChoose={(id, isPicked) => {
          const next = new Set(picked);
          if (isPicked) next.add(id);
          else next.delete(id);
          setPicked(next);
        }}
        onChooseNone={() => setPicked(new Set())}
        onOpen={open}
        onSeeChanges={open}
        onPlaceAgain={open}
        onExport={() => props.exportList(selected())}
        onImport={props.importFile}
        onDelete={() => void setTrashed([...picked], true)}
        onRestore={() => void setTrashed([...picked], false)}
        onClear={() => {
          props.onQuery('');
          setChosen(NOTHING_CHOSEN);
          location.hash = '#/';
        }}
      />
      {problem !== null ? (
        <div class="library-toast">
          <Toast message={problem} closeLabel={t('close')} onClose={() => setProblem(null)} />
        </div>
      ) : undo !== null ? (
        <div class="library-toast">
          <Toast
            message={t('highlightDeleted')}
            action={{ label: t('undo'), onClick: () => void setTrashed(undo, false) }}
            closeLabel={t('close')}
            onClose={() => setUndo(null)}
          />
        </div>
      ) : null}
    </main>
  );
}

function facetsOf(
  list: readonly StoredAnnotation[],
  catalogue: ReadonlyMap<EntityId, CatalogueEntry>,
  formats: Formats,
  settings: Settings,
): Omit<Record<FilterName, readonly Facet[]>, 'state'> {
  const counts = countFacets(list);
  const plain = ({ value, count }: { value: string; count: number }): Facet => ({
    value,
    label: value,
    count,
  });
  return {
    about: counts.about.map(({ value, count }) => {
      const id = value as EntityId;
      const look = KIND_LOOKS[kindOf(id)];
      const names = catalogue.get(id)?.names;
      return {
        value,
        count,
        label: names === undefined ? value : nameOf(names, formats),
        icon: look.icon,
        tone: look.tone,
      };
    }),
    colour: counts.colour.map(({ value, count }) => {
      const colour = value as HighlightColour;
      return { value, count, label: colourLabel(colour, settings.colourLabels, formats.t), colour };
    }),
    tag: counts.tag.map(plain),
    site: counts.site.map(plain),
  };
}

/** Everything that the reader has marked something about, most often marked first. */
function Dossiers(props: LibraryAppProps) {
  const { store, catalogue, settings, locale, region, version } = props;
  const formats = useMemo(
    () => createFormats(locale, settings.units, region),
    [locale, settings.units, region],
  );
  const about = useMemo(
    () => countFacets(store.all.filter((one) => one.deletedAt === undefined)).about,
    [version],
  );
  const { t } = formats;
  if (about.length === 0) {
    return (
      <main class="library-body">
        <EmptyState title={t('libEmptyTitle')} advice={t('libEmptyAdvice')} />
      </main>
    );
  }
  return (
    <main class="library-body library-dossiers">
      {about.map(({ value, count }) => {
        const id = value as EntityId;
        const look = KIND_LOOKS[kindOf(id)];
        const names = catalogue.get(id)?.names;
        return (
          <ListRow
            key={id}
            label={names === undefined ? id : nameOf(names, formats)}
            icon={look.icon}
            tone={look.tone}
            count={count}
            onClick={() => {
              location.hash = `#/entity/${id}`;
            }}
          />
        );
      })}
    </main>
  );
}

function EntityDossier(props: LibraryAppProps & { readonly id: EntityId }) {
  const { id, store, catalogue, settings, locale, region, version } = props;
  const formats = useMemo(
    () => createFormats(locale, settings.units, region),
    [locale, settings.units, region],
  );
  const [card, setCard] = useState<Card | null>(null);
  useEffect(() => {
    void props.card(id).then(setCard);
  }, [id]);
  const about = useMemo(
    () =>
      store.all
        .filter((one) => one.deletedAt === undefined && entitiesOf(one.annotation).includes(id))
        .sort((a, b) => (a.annotation.created < b.annotation.created ? -1 : 1)),
    [id, version],
  );
  if (card === null) return <main class="library-body" />;
  return (
    <Dossier
      card={card}
      annotations={about.map((one) => toShown(one, catalogue, formats))}
      locale={locale}
      units={settings.units}
      region={region}
      now={props.now()}
      onOpen={(other) => {
        location.hash = `#/entity/${other}`;
      }}
      onAnnotation={(annotation) => {
        const stored = store.get(annotation);
        if (stored !== null) props.openPage(stored);
      }}
      onCopy={props.copy}
      onExport={() => props.exportList(about)}
      onNote={() => undefined}
    />
  );
}
