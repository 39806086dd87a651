import { useCallback, useMemo, useState } from 'preact/hooks';
import { colourLabel } from '@/components/annotation/colours';
import type { Facet } from '@/components/library/FacetGroup';
import { type FilterName, Filters, stateFacets } from '@/components/library/Filters';
import { Results } from '@/components/library/Results';
import { KIND_LOOKS } from '@/components/ui/kinds';
import { Toast } from '@/components/ui/Toast';
import type { HighlightColour, StoredAnnotation } from '@/core/annotation/annotation';
import type { CatalogueEntry } from '@/core/knowledge/catalogue';
import { type EntityId, kindOf } from '@/core/knowledge/entity';
import { createFormats, type Formats, nameOf } from '@/core/knowledge/formats';
import { countFacets, isChosen } from '@/core/search/facets';
import { findMarks } from '@/core/search/marks';
import { parseQuery } from '@/core/search/query';
import type { Settings } from '@/core/settings';
import type { LibraryPartProps } from './library-app';
import { toShown } from './shown';

type Chosen = Readonly<Record<FilterName, readonly string[]>>;
const NOTHING_CHOSEN: Chosen = { about: [], colour: [], tag: [], site: [], state: [] };

interface HighlightsProps extends LibraryPartProps {
  readonly query: string;
  readonly page: string | null;
  readonly onQuery: (query: string) => void;
}

/** Every highlight that fits a search and the filters. */
export function Highlights(props: HighlightsProps) {
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
  const parsed = useMemo(() => parseQuery(query, props.services.now()), [query]);
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
    const now = props.services.now();
    setProblem(await store.setTrashed(ids, trashed ? now : null, now));
    setPicked(new Set());
    setUndo(trashed ? ids : null);
    props.onChanged();
  };
  const exportSome = () =>
    props.onExchange({
      do: 'export',
      shown: list.map((one) => one.annotation.id),
      chosen: [...picked],
    });
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
          setPicked((before) => {
            const next = new Set(before);
            if (isPicked) next.add(id);
            else next.delete(id);
            return next;
          });
        }}
        onChooseNone={() => setPicked(new Set())}
        onOpen={open}
        onSeeChanges={open}
        onPlaceAgain={open}
        onExport={exportSome}
        onImport={() => props.onExchange({ do: 'import', backup: null })}
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
