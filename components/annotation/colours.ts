import { HIGHLIGHT_COLOURS, type HighlightColour } from '@/core/annotation/annotation';
import type { MessageKey, Translate } from '@/core/i18n/messages';

const NAMES = {
  yellow: 'colourYellow',
  red: 'colourRed',
  green: 'colourGreen',
  blue: 'colourBlue',
  purple: 'colourPurple',
  magenta: 'colourMagenta',
  orange: 'colourOrange',
  gray: 'colourGray',
} as const satisfies Record<HighlightColour, MessageKey>;

/** The colours in the order of their digit keys, 1 to 8. */
export const COLOURS: readonly HighlightColour[] = Object.keys(NAMES).filter(isColour);

/** What a colour is called: the reader's own label, or its plain name. */
export function colourLabel(
  colour: HighlightColour,
  labels: Readonly<Record<string, string>>,
  t: Translate,
): string {
  const own = labels[colour];
  return own === undefined || own.trim() === '' ? t(NAMES[colour]) : own;
}

function isColour(name: string): name is HighlightColour {
  return name in HIGHLIGHT_COLOURS;
}
