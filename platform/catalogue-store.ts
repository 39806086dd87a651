import type { CatalogueEntry } from '@/core/knowledge/catalogue';
import { type EntityId, kindOf } from '@/core/knowledge/entity';
import { isOwnId } from '@/core/own/own-entry';
import { browser } from './browser';
import { readOwnIndex } from './own-index';

/** Names of every entity: the knowledge base's, read once from the extension's own file, and the reader's own. */
export async function readCatalogue(): Promise<ReadonlyMap<EntityId, CatalogueEntry>> {
  const [response, own] = await Promise.all([
    fetch(browser.runtime.getURL('cards/index.json')),
    readOwnIndex(),
  ]);
  // Our own file, made by our own compiler.
  const entries = (await response.json()) as readonly CatalogueEntry[];
  const ownEntries = own.names
    .filter(({ id }) => isOwnId(id))
    .map(({ id, name }): CatalogueEntry => ({ id, kind: kindOf(id), names: { en: name } }));
  return new Map([...entries, ...ownEntries].map((entry) => [entry.id, entry]));
}
