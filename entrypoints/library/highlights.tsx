import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { ShownAnnotation } from '@/components/annotation/AnnotationRow';
import type { FilterName } from '@/components/library/Filters';
import { Filters, stateFacets } from '@/components/library/Filters';
import { type Hit, Results } from '@/components/library/Results';
import { Toast } from '@/components/ui/Toast';
import type { StoredAnnotation } from '@/core/annotation/annotation';
import { createFormats } from '@/core/knowledge/formats';
import { findMarks } from '@/core/search/marks';
import { parseQuery } from '@/core/search/query';
import { useBulk } from './bulk';
import { useChanges } from './changes';
import { shownFacets } from './facets';
import type { LibraryPartProps } from './library-app';
import { type List, NOTHING_CHOSEN } from './library-store';
import type { OnPage } from './open-passage';
import { toShown } from './shown';
import { useStandings } from './standings';
import { useList } from './use-list';

type Filtered = Readonly<Record<FilterName, readonly string[]>>;
const NO_FILTER: Filtered = { ...NOTHING_CHOSEN, state: [] };

interface HighlightsProps extends LibraryPartProps {
  readonly query: string;
  readonly page: string | null;
  readonly onQuery: (query: string) => void;
}

/** Every highlight that fits a search and the filters. */
export function Highlights(props: HighlightsProps) {
  const { store, catalogue, settings, locale, region, query, version, services } = props;
  const formats = useMemo(
    () => createFormats(locale, settings.units, region),
    [locale, settings.units, region],
  );
  const standings = useStandings();
  const [filtered, setFiltered] = useState<Filtered>(NO_FILTER);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const bulk = useBulk(store, formats, services.now, () => setPicked(new Set()));
  const { state, ...chosen } = filtered;
  const isBin = state.includes('bin');
  // A search looks everywhere; without one, the address may name a page.
  const page = query.trim() === '' ? props.page : null;
  const list = useList(
    store,
    { text: query, chosen: useMemo(() => chosen, [filtered]), isBin, page },
    services.now,
    version,
  );
  // What stood at the top is no longer what is looked at.
  useEffect(() => window.scrollTo(0, 0), [query, filtered, page]);
  const facets = useMemo(
    () => shownFacets(list?.facets ?? null, catalogue, formats, settings),
    [list, formats, settings],
  );
  const toggle = useCallback((name: FilterName, value: string) => {
    setPicked(new Set());
    setFiltered((before) => {
      const values = before[name];
      const next = values.includes(value)
        ? values.filter((one) => one !== value)
        : [...values, value];
      return { ...before, [name]: next };
    });
  }, []);
  // Rows that stay the same object are not drawn again: each key draws the page twice, before and after its answer.
  const shown = useMemo(
    () => new WeakMap<StoredAnnotation, ShownAnnotation>(),
    [catalogue, formats, standings],
  );
  const hits = useMemo(() => new WeakMap<StoredAnnotation, Hit>(), [list, shown]);
  const toHit = (stored: StoredAnnotation): Hit => {
    const known = hits.get(stored);
    if (known !== undefined) return known;
    const standing = standings.get(stored.annotation.id);
    const annotation = shown.get(stored) ?? toShown(stored, catalogue, formats, standing?.state);
    const words = list?.query ?? parseQuery(query, services.now());
    const hit = {
      annotation,
      marks: findMarks(annotation.quote ?? '', words),
      noteMarks: findMarks(annotation.note, words),
    };
    shown.set(stored, annotation);
    hits.set(stored, hit);
    return hit;
  };
  const first = store.state.phase === 'reading' ? store.state.rows : [];
  const open = (id: string, wanted: OnPage = 'show') => {
    const stored = store.get(id);
    if (stored !== null) props.openPage(stored, wanted);
  };
  const changes = useChanges(standings, formats, open);
  const { t } = formats;
  return (
    <main class="library-body">
      <Filters
        t={t}
        facets={{ ...facets, state: stateFacets({ lost: 0, bin: store.bin }, t) }}
        chosen={filtered}
        onToggle={toggle}
      />
      <Results
        formats={formats}
        count={list?.ordinals.length ?? (first.length === 0 ? null : first.length)}
        hitAt={(index) => {
          const stored = list === null ? first[index] : rowOf(list, index, props);
          return stored === null || stored === undefined ? null : toHit(stored);
        }}
        answers={list?.text ?? null}
        reading={store.state.phase === 'reading' ? store.state : null}
        damaged={store.damaged}
        isEmptyLibrary={store.live === 0 && store.bin === 0}
        order={query.trim() === '' ? 'newest' : 'best'}
        isBin={isBin}
        chosen={picked}
        tags={(list?.facets.tag ?? []).map(({ value }) => value)}
        colourLabels={settings.colourLabels}
        onChoose={(id, isPicked) => {
          setPicked((before) => {
            const next = new Set(before);
            if (isPicked) next.add(id);
            else next.delete(id);
            return next;
          });
        }}
        onSelectAll={() => {
          if (list !== null) void store.ids(list.ordinals).then((ids) => setPicked(new Set(ids)));
        }}
        onSelectNone={() => setPicked(new Set())}
        onOpen={(id) => open(id)}
        onSeeChanges={(id) => void changes.see(id)}
        onPlaceAgain={(id) => open(id, 'place-again')}
        onExport={() =>
          props.onExchange({ do: 'export', shown: list?.ordinals ?? null, chosen: [...picked] })
        }
        onImport={() => props.onExchange({ do: 'import', backup: null })}
        onTags={(how, tags) => void bulk.edit([...picked], { do: how, tags })}
        onColour={(colour) => void bulk.edit([...picked], { do: 'colour', colour })}
        onDelete={() => void bulk.trash([...picked])}
        onRestore={() => void bulk.restore([...picked])}
        onClear={() => {
          props.onQuery('');
          setFiltered(NO_FILTER);
          location.hash = '#/';
        }}
      />
      {changes.dialog}
      {bulk.notice === null ? null : (
        <div class="library-toast">
          <Toast
            message={bulk.notice.message}
            {...(bulk.notice.undo === null
              ? {}
              : { action: { label: t('undo'), onClick: bulk.notice.undo } })}
            closeLabel={t('close')}
            onClose={bulk.closeNotice}
          />
        </div>
      )}
    </main>
  );
}

function rowOf(list: List, index: number, { store }: LibraryPartProps): StoredAnnotation | null {
  const ordinal = list.ordinals[index];
  return ordinal === undefined ? null : store.row(ordinal);
}
