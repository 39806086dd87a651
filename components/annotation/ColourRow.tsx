import type { HighlightColour } from '@/core/annotation/annotation';
import type { Translate } from '@/core/i18n/messages';
import { COLOURS, colourLabel } from './colours';

interface ColourRowProps {
  /** The colour in use, or the one used last. */
  readonly chosen: HighlightColour | null;
  /** The reader's own labels, by colour. */
  readonly labels: Readonly<Record<string, string>>;
  readonly t: Translate;
  readonly onChoose: (colour: HighlightColour) => void;
}

/** The eight highlight colours as swatches; each has its name and its digit key. */
export function ColourRow({ chosen, labels, t, onChoose }: ColourRowProps) {
  return (
    <>
      {COLOURS.map((colour, index) => {
        const name = t('colourKey', { label: colourLabel(colour, labels, t), key: index + 1 });
        return (
          <button
            key={colour}
            type="button"
            class={`swatch hl-${colour}`}
            aria-label={name}
            title={name}
            aria-pressed={colour === chosen}
            onClick={() => onChoose(colour)}
          />
        );
      })}
    </>
  );
}
