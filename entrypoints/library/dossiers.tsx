import { useEffect, useMemo, useState } from 'preact/hooks';
import { Dossier } from '@/components/library/Dossier';
import { EmptyState } from '@/components/ui/EmptyState';
import { ListRow } from '@/components/ui/ListRow';
import type { Card } from '@/core/knowledge/card';
import type { EntityId } from '@/core/knowledge/entity';
import { createFormats, nameOf } from '@/core/knowledge/formats';
import type { OwnFact } from '@/core/own/own-entry';
import { EntityNote } from './entity-note';
import { shownFacets } from './facets';
import type { LibraryPartProps } from './library-app';
import { NOTHING_CHOSEN } from './library-store';
import { toShown } from './shown';
import { useList } from './use-list';

/** Everything that the reader has marked something about, most often marked first. */
export function Dossiers(props: LibraryPartProps) {
  const { store, catalogue, settings, locale, region, version, services } = props;
  const formats = useMemo(
    () => createFormats(locale, settings.units, region),
    [locale, settings.units, region],
  );
  const asked = { text: '', chosen: NOTHING_CHOSEN, isBin: false, page: null };
  const list = useList(store, asked, services.now, version);
  const { t } = formats;
  if (list === null) return <main class="library-body" aria-busy />;
  const { about } = shownFacets(list.facets, catalogue, formats, settings);
  if (about.length === 0) {
    return (
      <main class="library-body">
        <EmptyState title={t('libEmptyTitle')} advice={t('libEmptyAdvice')} />
      </main>
    );
  }
  return (
    <main class="library-body library-dossiers">
      {about.map(({ value, ...look }) => (
        <ListRow
          key={value}
          {...look}
          onClick={() => {
            location.hash = `#/entity/${value}`;
          }}
        />
      ))}
    </main>
  );
}

/** One entity: what the reader wrote about it, beside what is known. */
export function EntityDossier(props: LibraryPartProps & { readonly id: EntityId }) {
  const { id, store, catalogue, settings, locale, region, version, services } = props;
  const formats = useMemo(
    () => createFormats(locale, settings.units, region),
    [locale, settings.units, region],
  );
  const [card, setCard] = useState<Card | null>(null);
  const [own, setOwn] = useState<readonly OwnFact[]>([]);
  const [note, setNote] = useState<string | null>(null);
  useEffect(() => {
    void services.card(id).then(setCard);
    const watch = new AbortController();
    const readOwn = () => void services.ownFacts(id).then(setOwn);
    readOwn();
    // They are changed on another page: coming back from there, the reader sees them as they are.
    window.addEventListener('focus', readOwn, { signal: watch.signal });
    return () => watch.abort();
  }, [id]);
  const asked = { text: `entity:${id}`, chosen: NOTHING_CHOSEN, isBin: false, page: null };
  const list = useList(store, asked, services.now, version);
  const oldestFirst = useMemo(() => list?.ordinals.slice().reverse() ?? new Uint32Array(0), [list]);
  if (card === null) return <main class="library-body" aria-busy />;
  return (
    <>
      <Dossier
        card={card}
        count={list === null ? null : oldestFirst.length}
        sites={list?.facets.site.length ?? 0}
        annotationAt={(index) => {
          const ordinal = oldestFirst[index];
          const stored = ordinal === undefined ? null : store.row(ordinal);
          return stored === null ? null : toShown(stored, catalogue, formats);
        }}
        locale={locale}
        units={settings.units}
        region={region}
        now={services.now()}
        onOpen={(other) => {
          location.hash = `#/entity/${other}`;
        }}
        onAnnotation={(annotation) => {
          const stored = store.get(annotation);
          if (stored !== null) props.openPage(stored);
        }}
        onCopy={(text) => void services.copy(text)}
        onExport={() => props.onExchange({ do: 'export', shown: oldestFirst, chosen: [] })}
        own={own}
        onOwn={() => services.editOwn(id)}
        onNote={() => void services.noteOn(id).then(setNote)}
      />
      {note === null ? null : (
        <EntityNote
          id={note}
          name={nameOf(card.names, formats)}
          locale={locale}
          onClose={() => {
            setNote(null);
            void store.catchUp();
          }}
        />
      )}
    </>
  );
}
