import MiniSearch from 'minisearch';
import {
  entitiesOf,
  noteOf,
  quoteOf,
  type StoredAnnotation,
  tagsOf,
} from '@/core/annotation/annotation';
import type { EntityId } from '@/core/knowledge/entity';
import type { Query } from './query';
import { wordsOf } from './words';

/** Every name of an entity in every script, for finding notes on Zhuque-3 by 朱雀 and the reverse. */
export type NamesOf = (id: EntityId) => readonly string[];

export interface LibraryIndex {
  /** Adds or replaces. About 60 µs each; many at once are better given to `addAll` in slices. */
  add(stored: StoredAnnotation): void;
  remove(id: string): void;
  /** Annotations that fit, best first; by date, newest first, when the query has no words. Trash is the caller's to filter. */
  search(query: Query): readonly StoredAnnotation[];
  readonly size: number;
}

interface Entry {
  readonly id: string;
  readonly quote: string;
  readonly note: string;
  readonly title: string;
  readonly tags: string;
  readonly names: string;
}

/** A full-text index over annotations, in memory. */
export function createLibraryIndex(namesOf: NamesOf): LibraryIndex {
  const stored = new Map<string, StoredAnnotation>();
  const index = new MiniSearch<Entry>({
    fields: ['quote', 'note', 'title', 'tags', 'names'],
    tokenize: wordsOf,
    processTerm: (term) => term,
    searchOptions: {
      boost: { note: 2, tags: 3, names: 2 },
      combineWith: 'AND',
      // A typo in a long word, and what is still being typed; never in Chinese, where one sign is a word.
      prefix: (term, at, terms) => at === terms.length - 1 && term.length > 1,
      fuzzy: (term) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false),
    },
  });
  return {
    add(one) {
      const { id } = one.annotation;
      if (stored.has(id)) index.discard(id);
      stored.set(id, one);
      index.add(entryOf(one, namesOf));
    },
    remove(id) {
      if (stored.delete(id)) index.discard(id);
    },
    search(query) {
      const found =
        query.words === ''
          ? [...stored.values()].sort(byDate)
          : index.search(query.words).flatMap(({ id }) => stored.get(String(id)) ?? []);
      return found.filter((one) => fits(one, query, namesOf));
    },
    get size() {
      return stored.size;
    },
  };
}

function entryOf(one: StoredAnnotation, namesOf: NamesOf): Entry {
  const { annotation, page } = one;
  return {
    id: annotation.id,
    quote: quoteOf(annotation) ?? '',
    note: noteOf(annotation),
    title: [page?.title, page?.siteName].filter(Boolean).join(' '),
    tags: tagsOf(annotation).join(' '),
    names: entitiesOf(annotation).flatMap(namesOf).join(' '),
  };
}

function fits(one: StoredAnnotation, query: Query, namesOf: NamesOf): boolean {
  const { annotation, page } = one;
  const ids = entitiesOf(annotation);
  const some = (wanted: readonly string[], test: (value: string) => boolean) =>
    wanted.length === 0 || wanted.some(test);
  return (
    some(query.entity, (value) =>
      ids.some((id) => id === value || id.endsWith(`/${value}`) || isNamed(id, value, namesOf)),
    ) &&
    some(query.tag, (value) => tagsOf(annotation).some((tag) => tag.toLowerCase() === value)) &&
    some(
      query.site,
      (value) =>
        hostOf(page?.url).includes(value) || (page?.siteName ?? '').toLowerCase().includes(value),
    ) &&
    some(query.colour, (value) => annotation.target.styleClass === value) &&
    (query.since === null || annotation.created >= query.since) &&
    query.phrases.every((phrase) => holds(one, phrase.toLowerCase()))
  );
}

function isNamed(id: EntityId, value: string, namesOf: NamesOf): boolean {
  return namesOf(id).some((name) => name.toLowerCase() === value);
}

function holds({ annotation, page }: StoredAnnotation, phrase: string): boolean {
  const texts = [quoteOf(annotation) ?? '', noteOf(annotation), page?.title ?? ''];
  return texts.some((text) => text.toLowerCase().includes(phrase));
}

/** The host of an address; the empty string for none. No URL parser in `core`: the shape is enough to compare. */
export function hostOf(url: string | undefined): string {
  return /^[a-z]+:\/\/([^/?#:]+)/i.exec(url ?? '')?.[1]?.toLowerCase() ?? '';
}

function byDate(a: StoredAnnotation, b: StoredAnnotation): number {
  return a.annotation.created < b.annotation.created ? 1 : -1;
}
