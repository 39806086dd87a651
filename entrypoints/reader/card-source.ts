import type { Card } from '@/core/knowledge/card';
import type { EntityId } from '@/core/knowledge/entity';
import type { Client } from '@/platform/messaging/client';
import type { PageRequests } from '@/platform/messaging/contract';

/** Most ids that the background takes in one request. */
const BATCH = 64;

/** Cards, fetched before they are asked for and kept as long as the page. */
export interface CardSource {
  /** Fetches cards that will likely be wanted, in the background's own time. */
  warm(ids: readonly EntityId[]): void;
  /** A card; null when it cannot be had now. */
  get(id: EntityId): Promise<Card | null>;
}

export function createCardSource(client: Client<PageRequests>): CardSource {
  const cards = new Map<EntityId, Promise<Card | null>>();

  const fetchBatch = (ids: readonly EntityId[]) => {
    const answer = client.request('cards.get', { ids });
    for (const id of ids) {
      const card = answer.then((result) =>
        result.ok ? (result.value.find((one) => one.id === id) ?? null) : null,
      );
      cards.set(id, card);
      // A failure is not kept: the next asking tries again.
      void card.then((found) => {
        if (found === null) cards.delete(id);
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
      return (await cards.get(id)) ?? null;
    },
  };
}
