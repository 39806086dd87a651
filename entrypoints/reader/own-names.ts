import type { Detection } from '@/core/detection/mention';
import type { Card } from '@/core/knowledge/card';
import type { EntityId } from '@/core/knowledge/entity';
import { ownCard } from '@/core/own/own-card';
import { isOwnId, type OwnIndex } from '@/core/own/own-entry';
import { type AddOwnMentions, createOwnMentions } from '@/core/own/own-mentions';
import { ownPattern } from '@/core/own/own-pattern';

/** What the reader of this page has named, as far as a page's script knows it. */
export class OwnNames {
  #index: OwnIndex;
  #add: AddOwnMentions;
  #pattern: RegExp | null;

  constructor(index: OwnIndex) {
    this.#index = index;
    this.#add = createOwnMentions(index.names);
    this.#pattern = patternOf(index);
  }

  set(index: OwnIndex): void {
    this.#index = index;
    this.#add = createOwnMentions(index.names);
    this.#pattern = patternOf(index);
  }

  /** Puts the reader's names into what was found in `text`. */
  addTo(text: string, found: Detection): Detection {
    return this.#add(text, found);
  }

  /** True when a text may hold one of the names. */
  mayMention(text: string): boolean {
    return this.#pattern !== null && text.search(this.#pattern) >= 0;
  }

  /** The usual name of an entity of the reader's own; null for others. */
  nameOf(id: EntityId): string | null {
    return isOwnId(id) ? (this.#index.names.find((one) => one.id === id)?.name ?? null) : null;
  }

  /** The card of an entity of the reader's own; null for others, and when it was removed meanwhile. */
  cardOf(id: EntityId): Card | null {
    return ownCard(this.#index, id);
  }

  /** How many facts of the reader's there are about an entity. */
  factCount(id: EntityId): number {
    return this.#index.factCounts[id] ?? 0;
  }
}

function patternOf({ names }: OwnIndex): RegExp | null {
  return ownPattern(
    names.map(({ text }) => text),
    true,
  );
}
