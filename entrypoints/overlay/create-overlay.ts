import { createPageHost } from '@/dom/page-host';
import { Annotator, type AnnotatorOptions } from './annotator';
import { CardController, type CardControllerOptions } from './card-controller';
import pageSheet from './page.css?inline';

export interface OverlayOptions
  extends Omit<CardControllerOptions, 'host' | 'onNote'>,
    Omit<AnnotatorOptions, 'host'> {
  /** False where highlighting is switched off. */
  readonly hasHighlights: boolean;
}

/** Everything of ours that is shown over a page: cards, toolbar, menus, notes, and the painted highlights. */
export interface Overlay {
  /** The one element of ours in the page, while something is shown. */
  readonly element: HTMLElement;
  readonly cards: CardController;
  /** Null where highlighting is switched off. */
  readonly annotator: Annotator | null;
}

/** Makes the overlay of a page; it goes with `options.signal`. */
export type CreateOverlay = (options: OverlayOptions) => Overlay;

export const createOverlay: CreateOverlay = (options) => {
  const { signal } = options;
  const host = createPageHost(document, pageSheet);
  signal.addEventListener('abort', () => host.remove(), { once: true });
  // The later layer lies above.
  const cards = new CardController({
    ...options,
    host,
    onNote(id) {
      cards.closeFloating();
      void annotator?.openEntityNote(id);
    },
  });
  const annotator = options.hasHighlights ? new Annotator({ ...options, host }) : null;
  return { element: host.element, cards, annotator };
};
