import type { StoredAnnotation } from '@/core/annotation/annotation';
import { pageKeyOf } from '@/core/annotation/page-key';
import type { CatalogueEntry } from '@/core/knowledge/catalogue';
import type { EntityId } from '@/core/knowledge/entity';
import { createLibraryIndex, type LibraryIndex } from '@/core/search/library-index';
import type { AnnotationStore } from '@/platform/storage/annotation-store';

/** Annotations indexed before the page may draw again: about 10 ms of work. */
const SLICE = 200;

/** Everything in the library, loaded once and kept in step with what is done here. */
export class LibraryStore {
  readonly #store: AnnotationStore;
  readonly #all = new Map<string, StoredAnnotation>();
  readonly #index: LibraryIndex;

  constructor(store: AnnotationStore, catalogue: ReadonlyMap<EntityId, CatalogueEntry>) {
    this.#store = store;
    this.#index = createLibraryIndex((id) => {
      const names = catalogue.get(id)?.names;
      return names === undefined ? [id] : Object.values(names);
    });
  }

  get index(): LibraryIndex {
    return this.#index;
  }

  /** Live ones and those in the trash. */
  get all(): readonly StoredAnnotation[] {
    return [...this.#all.values()];
  }

  get(id: string): StoredAnnotation | null {
    return this.#all.get(id) ?? null;
  }

  /** Loads everything, in slices; `onProgress` after each. Answers with what went wrong, null for nothing. */
  async load(onProgress: () => void): Promise<string | null> {
    const answer = await this.#store.all();
    if (!answer.ok) return answer.error.message;
    for (const one of answer.value) this.#all.set(one.annotation.id, one);
    onProgress();
    for (let at = 0; at < answer.value.length; at += SLICE) {
      for (const one of answer.value.slice(at, at + SLICE)) this.#index.add(one);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    onProgress();
    return null;
  }

  /** Moves to the trash (`at` set) or back. Answers with what went wrong, null for nothing. */
  async setTrashed(ids: readonly string[], at: string | null, now: string): Promise<string | null> {
    const done = await this.#store.setTrashed(ids, at, now);
    if (!done.ok) return done.error.message;
    const changed = await Promise.all(ids.map((id) => this.#store.get(id)));
    this.take(changed.flatMap((found) => (found.ok ? [found.value] : [])));
    return null;
  }

  /** Takes in what an import has stored. */
  take(list: readonly StoredAnnotation[]): void {
    for (const one of list) {
      this.#all.set(one.annotation.id, one);
      this.#index.add(one);
    }
  }

  /** Reads one annotation again, after it was written elsewhere. */
  async reload(id: string): Promise<void> {
    const found = await this.#store.get(id);
    if (found.ok) this.take([found.value]);
  }

  /** Live annotations of the page at an address. */
  onPage(url: string): readonly StoredAnnotation[] {
    const { key } = pageKeyOf(url, null);
    return this.all.filter((one) => one.pageKey === key || one.page?.url === url);
  }
}
