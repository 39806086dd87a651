import type { HighlightColour } from '@/core/annotation/annotation';
import { createTranslate } from '@/core/i18n/messages';
import { Button } from '../ui/Button';
import { Toolbar } from '../ui/Toolbar';
import { ColourRow } from './ColourRow';

export interface SelectionToolbarProps {
  readonly locale: 'en' | 'zh';
  /** The colour used last: what the key without a digit applies. */
  readonly lastColour: HighlightColour;
  readonly labels: Readonly<Record<string, string>>;
  readonly onHighlight: (colour: HighlightColour) => void;
  /** Highlights in the last colour and opens the note. */
  readonly onNote: () => void;
  readonly onCopy: () => void;
}

/** What a selection offers: eight colours, a note, a copy with its citation. */
export function SelectionToolbar(props: SelectionToolbarProps) {
  const t = createTranslate(props.locale);
  return (
    <div lang={props.locale === 'zh' ? 'zh-Hans' : 'en'} dir="ltr">
      <Toolbar label={t('selectionToolbar')}>
        <ColourRow
          chosen={props.lastColour}
          labels={props.labels}
          t={t}
          onChoose={props.onHighlight}
        />
        <span class="toolbar-rule" />
        <Button label={t('writeNote')} icon="pencil-line" iconOnly onClick={props.onNote} />
        <Button label={t('copyQuote')} icon="quote" iconOnly onClick={props.onCopy} />
      </Toolbar>
    </div>
  );
}
