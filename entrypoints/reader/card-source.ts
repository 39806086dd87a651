import type { Card } from '@/core/knowledge/card';
import type { EntityId } from '@/core/knowledge/entity';
import type { Client } from '@/platform/messaging/client';
import type { PageRequests } from '@/platform/messaging/contract';

/** Most ids that the background takes in one request. */
const BATCH = 64;

/** A card; `updated`: the extension was replaced under this page; `missing`: there is no such card. */
export type CardAnswer = Card | 'updated' | 'missing' | 'other';

/** Cards, fetched before they are asked for and kept as long as the page. */
export interface CardSource {
  /** Fetches cards that will likely be wanted, in the background's own time. */
  warm(ids: readonly EntityId[]): void;
  /** A card, or why it cannot be had. */
  get(id: EntityId): Promise<CardAnswer>;
}

/** `isAlive` is false once the extension that this script belongs to is gone. */
export function createCardSource(client: Client<PageRequests>, isAlive: () => boolean): CardSource {
  const cards = new Map<EntityId, Promise<CardAnswer>>();

  const fetchBatch = (ids: readonly EntityId[]) => {
    const answer = client.request('cards.get', { ids });
    for (const id of ids) {
      const card = answer.then((result): CardAnswer => {
        if (result.ok) return result.value.find((one) => one.id === id) ?? 'missing';
        return isAlive() ? 'other' : 'updated';
      });
      cards.set(id, card);
      // A failure is not kept: the next asking tries again.
      void card.then((found) => {
        if (typeof found === 'string') cards.delete(id);
      });
    }
  };

  return {
    warm(ids) {
      const missing = ids.filter((id) => !cards.has(id));
      for (let start = 0; start < missing.length; start += BATCH)
        fetchBatch(missing.slice(start, start + BATCH));
    },
    async get(id) {
      if (!cards.has(id)) fetchBatch([id]);
      return (await cards.get(id)) ?? 'missing';
    },
  };
}
