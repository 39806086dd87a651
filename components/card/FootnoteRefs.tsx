import { InlineButton } from '../ui/InlineButton';
import { useCardView } from './card-view';

interface FootnoteRefsProps {
  /** Indices into `Card.sources`. */
  readonly sources: readonly number[];
  /** Shows or hides the citation; without it the numerals are plain. */
  readonly onToggle?: () => void;
  readonly expanded?: boolean;
}

/** Glues the numerals to the word before them: a footnote never starts a line. */
const WORD_JOINER = '\u2060';

/** Footnote numerals behind a value, rising, with commas between. */
export function FootnoteRefs({ sources, onToggle, expanded }: FootnoteRefsProps) {
  const { card, footnotes, formats } = useCardView();
  const noted = sources
    .map((source) => ({ source, numeral: footnotes.numeral(source) }))
    .sort((a, b) => a.numeral - b.numeral);
  return (
    <>
      {noted.map(({ source, numeral }, index) => {
        const publisher = card.sources[source]?.publisher ?? '';
        const name = formats.t('sourceRef', { number: numeral, publisher });
        return (
          <span key={source}>
            {WORD_JOINER}
            {index === 0 ? null : (
              <span class="ref-comma" aria-hidden="true">
                {`,${WORD_JOINER}`}
              </span>
            )}
            {onToggle === undefined ? (
              <span class="ref" title={name}>
                {numeral}
              </span>
            ) : (
              <InlineButton
                class="ref"
                role="button"
                label={name}
                expanded={expanded}
                onActivate={onToggle}
              >
                {numeral}
              </InlineButton>
            )}
          </span>
        );
      })}
    </>
  );
}
