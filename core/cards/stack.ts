import type { EntityId } from '@/core/knowledge/entity';

/**
 * The trail of one card: the entities opened from it, one out of another, and where the reader stands.
 * Never empty; `index` is a valid index into `ids`.
 */
export interface CardTrail {
  readonly ids: readonly EntityId[];
  readonly index: number;
}

/** Longer trails drop their oldest end: nobody goes back thirty cards. */
export const TRAIL_LIMIT = 32;

/** A trail that begins with one card. */
export function startTrail(id: EntityId): CardTrail {
  return { ids: [id], index: 0 };
}

/** The entity whose card is shown. */
export function currentId(trail: CardTrail): EntityId {
  const id = trail.ids[trail.index];
  if (id === undefined)
    throw new Error(`trail index ${trail.index} is outside its ${trail.ids.length} cards`);
  return id;
}

/** Opens a card out of the one shown. What lay ahead is forgotten, as in a browser; opening the card shown changes nothing. */
export function follow(trail: CardTrail, id: EntityId): CardTrail {
  if (id === currentId(trail)) return trail;
  const ids = [...trail.ids.slice(0, trail.index + 1), id].slice(-TRAIL_LIMIT);
  return { ids, index: ids.length - 1 };
}

/** One step back; the trail itself at its beginning. */
export function goBack(trail: CardTrail): CardTrail {
  return canGoBack(trail) ? { ...trail, index: trail.index - 1 } : trail;
}

/** One step forward; the trail itself at its end. */
export function goForward(trail: CardTrail): CardTrail {
  return canGoForward(trail) ? { ...trail, index: trail.index + 1 } : trail;
}

export function canGoBack(trail: CardTrail): boolean {
  return trail.index > 0;
}

export function canGoForward(trail: CardTrail): boolean {
  return trail.index < trail.ids.length - 1;
}

/** Where a card stands: its top left corner in CSS pixels of the viewport. */
export interface CardPosition {
  readonly x: number;
  readonly y: number;
}

/** A card on the page. Floating cards follow their mention and close with it; pinned ones stay. */
export interface OpenCard {
  readonly key: string;
  readonly trail: CardTrail;
  /** Null while it floats beside its mention. */
  readonly pinnedAt: CardPosition | null;
}

/** All cards of a page, from the bottom to the top. At most one floats. */
export interface CardStack {
  readonly cards: readonly OpenCard[];
}

export const EMPTY_STACK: CardStack = { cards: [] };

/** The card on top; null when none is open. */
export function topCard(stack: CardStack): OpenCard | null {
  return stack.cards.at(-1) ?? null;
}

/** The card that floats beside its mention; null when every open card is pinned. */
export function floatingCard(stack: CardStack): OpenCard | null {
  return stack.cards.find((card) => card.pinnedAt === null) ?? null;
}

/** Opens a floating card on top, in place of the one that floated. `key` is new for every card opened. */
export function openFloating(stack: CardStack, id: EntityId, key: string): CardStack {
  const pinned = stack.cards.filter((card) => card.pinnedAt !== null);
  return { cards: [...pinned, { key, trail: startTrail(id), pinnedAt: null }] };
}

/** Opens `id` out of the card `key`, inside it. */
export function followIn(stack: CardStack, key: string, id: EntityId): CardStack {
  return changeTrail(stack, key, (trail) => follow(trail, id));
}

export function goBackIn(stack: CardStack, key: string): CardStack {
  return changeTrail(stack, key, goBack);
}

export function goForwardIn(stack: CardStack, key: string): CardStack {
  return changeTrail(stack, key, goForward);
}

/** Pins a card where it stands, or moves a pinned one. It comes to the top. */
export function pinAt(stack: CardStack, key: string, position: CardPosition): CardStack {
  return raise(
    change(stack, key, (card) => ({ ...card, pinnedAt: position })),
    key,
  );
}

/** Lets a pinned card float again, in place of the one that floats; it comes to the top. */
export function unpin(stack: CardStack, key: string): CardStack {
  const others = stack.cards.filter((card) => card.key === key || card.pinnedAt !== null);
  return raise(
    change({ cards: others }, key, (card) => ({ ...card, pinnedAt: null })),
    key,
  );
}

/** Brings a card to the top. */
export function raise(stack: CardStack, key: string): CardStack {
  const card = stack.cards.find((candidate) => candidate.key === key);
  if (card === undefined || topCard(stack) === card) return stack;
  return { cards: [...stack.cards.filter((candidate) => candidate !== card), card] };
}

/** Closes one card. A key that is no longer open changes nothing: two ways of closing may race. */
export function close(stack: CardStack, key: string): CardStack {
  const cards = stack.cards.filter((card) => card.key !== key);
  return cards.length === stack.cards.length ? stack : { cards };
}

/** Closes the card on top: what Escape does. */
export function closeTop(stack: CardStack): CardStack {
  return { cards: stack.cards.slice(0, -1) };
}

/** Closes the floating card and keeps the pinned ones: what leaving a mention does. */
export function closeFloating(stack: CardStack): CardStack {
  const cards = stack.cards.filter((card) => card.pinnedAt !== null);
  return cards.length === stack.cards.length ? stack : { cards };
}

function changeTrail(
  stack: CardStack,
  key: string,
  step: (trail: CardTrail) => CardTrail,
): CardStack {
  return raise(
    change(stack, key, (card) => ({ ...card, trail: step(card.trail) })),
    key,
  );
}

function change(stack: CardStack, key: string, step: (card: OpenCard) => OpenCard): CardStack {
  return { cards: stack.cards.map((card) => (card.key === key ? step(card) : card)) };
}
