import type { StoredAnnotation } from '@/core/annotation/annotation';
import type { BulkEdit } from '@/core/annotation/bulk-edit';
import { pageKeyOf } from '@/core/annotation/page-key';
import type { Grouping } from '@/core/exchange/writer';
import type { Chosen } from '@/core/search/facets';
import type { Arranged } from '@/core/search/library-index';
import { parseQuery, type Query } from '@/core/search/query';
import type {
  Failure,
  FromIndex,
  IndexRequestName,
  IndexRequests,
  IndexState,
  Part,
  ToIndex,
} from './index-protocol';

/** The worker, as the store sees it. */
export interface IndexPort {
  post(message: ToIndex): void;
  /** Called once; messages come in order. */
  listen(take: (message: FromIndex) => void): void;
}

/** Annotations kept at hand; what is shown is far less. */
const KEPT_ROWS = 4000;

/** Rows that come with an answer: what a list draws at first. */
const FIRST_ROWS = 20;

/** What a list shows: what fits a search and what is chosen. */
export interface List {
  /** The search that it answers, as typed. */
  readonly text: string;
  readonly ordinals: Uint32Array;
  readonly facets: IndexRequests['find']['answer']['facets'];
  readonly query: Query;
}

export const NOTHING_CHOSEN: Chosen = { about: [], colour: [], tag: [], site: [] };

/** The page's end of the library's index. */
export class LibraryStore {
  readonly #port: IndexPort;
  readonly #onChanged: () => void;
  readonly #onRows: () => void;
  readonly #waiting = new Map<
    number,
    { readonly resolve: (answer: never) => void; readonly reject: (fault: Error) => void }
  >();
  readonly #rows = new Map<number, StoredAnnotation>();
  readonly #wanted = new Set<number>();
  #number = 0;
  #state: IndexState = { phase: 'reading', done: 0, count: 0, rows: [] };

  /** `onChanged` is called when the library has changed, `onRows` when annotations that were asked for are at hand. */
  constructor(
    port: IndexPort,
    names: Readonly<Record<string, readonly string[]>>,
    onChanged: () => void,
    onRows: () => void,
  ) {
    this.#port = port;
    this.#onChanged = onChanged;
    this.#onRows = onRows;
    port.listen((message) => this.#take(message));
    port.post({ names });
  }

  get state(): IndexState {
    return this.#state;
  }

  /** Live annotations; null while they are not yet known. */
  get live(): number | null {
    return this.#state.phase === 'ready' ? this.#state.live : null;
  }

  /** Records that could not be read. */
  get damaged(): number {
    return this.#state.phase === 'ready' ? this.#state.damaged : 0;
  }

  get bin(): number {
    return this.#state.phase === 'ready' ? this.#state.bin : 0;
  }

  /** What fits, once the index is ready. `page` is an address. */
  async find(
    text: string,
    chosen: Chosen,
    where: { readonly isBin: boolean; readonly page: string | null; readonly now: string },
  ): Promise<List> {
    const query = parseQuery(text, where.now);
    const page =
      where.page === null ? null : { key: pageKeyOf(where.page, null).key, url: where.page };
    const wanted = { query, chosen, isBin: where.isBin, page };
    const found = await this.#ask('find', { wanted, rows: FIRST_ROWS });
    this.#keep(found.rows);
    return { text, ordinals: found.ordinals, facets: found.facets, query };
  }

  /** An annotation; null when it is not at hand yet: then it is fetched, and `onRows` called. */
  row(ordinal: number): StoredAnnotation | null {
    const row = this.#rows.get(ordinal);
    if (row !== undefined) return row;
    if (this.#wanted.size === 0) queueMicrotask(() => void this.#fetch());
    this.#wanted.add(ordinal);
    return null;
  }

  /** An annotation that has been shown. */
  get(id: string): StoredAnnotation | null {
    for (const stored of this.#rows.values()) if (stored.annotation.id === id) return stored;
    const { phase } = this.#state;
    const first = phase === 'reading' ? this.#state.rows : [];
    return first.find(({ annotation }) => annotation.id === id) ?? null;
  }

  ids(ordinals: Uint32Array): Promise<readonly string[]> {
    return this.#ask('ids', ordinals);
  }

  /** Ids of a part of the library, in groups. */
  arrange(what: Part, by: Grouping): Promise<Arranged> {
    return this.#ask('arrange', { what, by });
  }

  /** Every address at which something is kept. */
  addresses(): Promise<readonly string[]> {
    return this.#ask('addresses', null);
  }

  /** Takes in what was changed elsewhere. */
  async catchUp(): Promise<void> {
    await this.#ask('catchUp', null);
  }

  /** Moves to the trash (`at` set) or back. Answers with what went wrong, null for nothing. */
  async setTrashed(ids: readonly string[], at: string | null, now: string): Promise<string | null> {
    return (await this.#ask('trash', { ids, at, now }))?.message ?? null;
  }

  /** Changes many; answers with what went wrong, or with how many were changed. */
  edit(
    ids: readonly string[],
    edit: BulkEdit,
    now: string,
  ): Promise<Failure | { readonly changed: number }> {
    return this.#ask('edit', { ids, edit, now });
  }

  /** Takes the last edit back. Answers with what went wrong, null for nothing. */
  async undoEdit(now: string): Promise<string | null> {
    return (await this.#ask('undoEdit', { now }))?.message ?? null;
  }

  async #fetch(): Promise<void> {
    const ordinals = Uint32Array.from(this.#wanted);
    this.#wanted.clear();
    this.#keep(await this.#ask('rows', ordinals));
    this.#onRows();
  }

  #keep(rows: IndexRequests['rows']['answer']): void {
    if (this.#rows.size > KEPT_ROWS) this.#rows.clear();
    // An ordinal stands for the same words for ever: the row that is drawn already stays the same object.
    for (const { ordinal, stored } of rows)
      if (!this.#rows.has(ordinal)) this.#rows.set(ordinal, stored);
  }

  #ask<Name extends IndexRequestName>(
    name: Name,
    ask: IndexRequests[Name]['ask'],
  ): Promise<IndexRequests[Name]['answer']> {
    const number = this.#number++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      // `as`: the name and what is asked belong together, which a union cannot be told.
      this.#port.post({ number, name, ask } as ToIndex);
    });
  }

  #take(message: FromIndex): void {
    if (message.said === 'state') {
      this.#state = message.state;
      // The index is made anew: its ordinals stand for other annotations than before.
      if (message.state.phase === 'reading') this.#rows.clear();
      this.#onChanged();
      return;
    }
    const waiting = this.#waiting.get(message.number);
    this.#waiting.delete(message.number);
    if (message.said === 'fault') waiting?.reject(new Error(message.message));
    // `never`: the number says which answer it is.
    else waiting?.resolve(message.answer as never);
  }
}
