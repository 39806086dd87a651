/** The class of everything that we show over a page, inside the closed root. */
export const LAYER = 'downrange-layer';

/**
 * Takes out what a script left that was ended while something of it was shown: the sheet of the next one would show
 * it again.
 */
export function removeLeftovers(document: Document): void {
  for (const element of document.querySelectorAll('div[popover="manual"]')) {
    // Firefox has this for content scripts alone. Elsewhere scripts live on and have taken theirs out themselves.
    const { openOrClosedShadowRoot } = element as { openOrClosedShadowRoot?: ShadowRoot | null };
    if (openOrClosedShadowRoot?.querySelector(`.${LAYER}`) != null) element.remove();
  }
}
