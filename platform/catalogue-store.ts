import type { CatalogueEntry } from '@/core/knowledge/catalogue';
import type { EntityId } from '@/core/knowledge/entity';
import { browser } from './browser';

/** Names of every entity, read once from the extension's own file. */
export async function readCatalogue(): Promise<ReadonlyMap<EntityId, CatalogueEntry>> {
  const response = await fetch(browser.runtime.getURL('cards/index.json'));
  // Our own file, made by our own compiler.
  const entries = (await response.json()) as readonly CatalogueEntry[];
  return new Map(entries.map((entry) => [entry.id, entry]));
}
