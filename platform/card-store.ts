import type { Card } from '@/core/knowledge/card';
import type { EntityId } from '@/core/knowledge/entity';
import { ownCard } from '@/core/own/own-card';
import { isOwnId } from '@/core/own/own-entry';
import { browser } from './browser';
import { readOwnIndex } from './own-index';

/** Reads compiled cards from the extension's own files, one at a time. */
export interface CardStore {
  /** The card of an entity; null when the knowledge base has none (an id from an older version). */
  get(id: EntityId): Promise<Card | null>;
}

/** A card store that remembers what it has read for as long as it lives. */
export function createCardStore(): CardStore {
  const cards = new Map<EntityId, Promise<Card | null>>();
  return {
    get(id) {
      // The reader may change it at any time: never remembered.
      if (isOwnId(id)) return readOwnIndex().then((index) => ownCard(index, id));
      const known = cards.get(id);
      if (known !== undefined) return known;
      const reading = read(id);
      cards.set(id, reading);
      return reading;
    },
  };
}

async function read(id: EntityId): Promise<Card | null> {
  // The id may come from a page: only the characters that ids are made of may reach a path.
  if (!/^[a-z]+\/[a-z0-9-]+$/.test(id)) return null;
  const response = await fetch(browser.runtime.getURL(`cards/${id}.json`)).catch(() => null);
  if (response === null || !response.ok) return null;
  return (await response.json()) as Card;
}
