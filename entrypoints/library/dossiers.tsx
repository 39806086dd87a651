import { useEffect, useMemo, useState } from 'preact/hooks';
import { Dossier } from '@/components/library/Dossier';
import { EmptyState } from '@/components/ui/EmptyState';
import { KIND_LOOKS } from '@/components/ui/kinds';
import { ListRow } from '@/components/ui/ListRow';
import { entitiesOf } from '@/core/annotation/annotation';
import type { Card } from '@/core/knowledge/card';
import { type EntityId, kindOf } from '@/core/knowledge/entity';
import { createFormats, nameOf } from '@/core/knowledge/formats';
import { countFacets } from '@/core/search/facets';
import { EntityNote } from './entity-note';
import type { LibraryPartProps } from './library-app';
import { toShown } from './shown';

/** Everything that the reader has marked something about, most often marked first. */
export function Dossiers(props: LibraryPartProps) {
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

/** One entity: what the reader wrote about it, beside what is known. */
export function EntityDossier(props: LibraryPartProps & { readonly id: EntityId }) {
  const { id, store, catalogue, settings, locale, region, version } = props;
  const formats = useMemo(
    () => createFormats(locale, settings.units, region),
    [locale, settings.units, region],
  );
  const [card, setCard] = useState<Card | null>(null);
  const [note, setNote] = useState<string | null>(null);
  useEffect(() => {
    void props.services.card(id).then(setCard);
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
    <>
      <Dossier
        card={card}
        annotations={about.map((one) => toShown(one, catalogue, formats))}
        locale={locale}
        units={settings.units}
        region={region}
        now={props.services.now()}
        onOpen={(other) => {
          location.hash = `#/entity/${other}`;
        }}
        onAnnotation={(annotation) => {
          const stored = store.get(annotation);
          if (stored !== null) props.openPage(stored);
        }}
        onCopy={(text) => void props.services.copy(text)}
        onExport={() =>
          props.onExchange({
            do: 'export',
            shown: about.map((one) => one.annotation.id),
            chosen: [],
          })
        }
        onNote={() => void props.services.noteOn(id).then(setNote)}
      />
      {note === null ? null : (
        <EntityNote
          id={note}
          name={nameOf(card.names, formats)}
          locale={locale}
          onClose={() => {
            setNote(null);
            void store.reload(note).then(props.onChanged);
          }}
        />
      )}
    </>
  );
}
