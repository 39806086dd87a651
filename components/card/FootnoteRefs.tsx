import { useCardView } from './card-view';

interface FootnoteRefsProps {
  /** Indices into `Card.sources`. */
  readonly sources: readonly number[];
  /** Shows or hides the citation; without it the numerals are plain. */
  readonly onToggle?: () => void;
  readonly expanded?: boolean;
}

/** Footnote numerals behind a value. A word joiner before each keeps it from starting a line. */
export function FootnoteRefs({ sources, onToggle, expanded }: FootnoteRefsProps) {
  const { card, footnotes, formats } = useCardView();
  const noted = sources
    .map((source) => ({ source, numeral: footnotes.numeral(source) }))
    .sort((a, b) => a.numeral - b.numeral);
  return (
    <>
      {noted.map(({ source, numeral }) => {
        const publisher = card.sources[source]?.publisher ?? '';
        const name = formats.t('sourceRef', { number: numeral, publisher });
        return onToggle === undefined ? (
          <sup key={source} class="ref" title={name}>
            {`\u2060${numeral}`}
          </sup>
        ) : (
          <button
            key={source}
            type="button"
            class="ref"
            aria-label={name}
            title={name}
            aria-expanded={expanded}
            onClick={onToggle}
          >
            {`\u2060${numeral}`}
          </button>
        );
      })}
    </>
  );
}
