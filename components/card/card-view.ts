import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Card } from '@/core/knowledge/card';
import type { EntityId } from '@/core/knowledge/entity';
import type { Footnotes } from '@/core/knowledge/footnotes';
import type { Formats } from '@/core/knowledge/formats';

/** What the parts of one card share: the facts, how to print them, and the ways out of the card. */
export interface CardView {
  readonly card: Card;
  readonly formats: Formats;
  readonly footnotes: Footnotes;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly onOpen: (id: EntityId) => void;
  readonly onCopy: (text: string) => void;
}

const CardViewContext = createContext<CardView | null>(null);

export const CardViewProvider = CardViewContext.Provider;

/** The view of the card around this part. Throws outside a card. */
export function useCardView(): CardView {
  const view = useContext(CardViewContext);
  if (view === null) throw new Error('expected a CardViewProvider above this component, got none');
  return view;
}
