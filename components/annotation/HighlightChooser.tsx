import type { HighlightColour } from '@/core/annotation/annotation';
import { createTranslate } from '@/core/i18n/messages';

interface HighlightChooserProps {
  readonly locale: 'en' | 'zh';
  readonly choices: readonly {
    readonly id: string;
    readonly colour: HighlightColour;
    /** The passage, shortened. */
    readonly text: string;
  }[];
  readonly onChoose: (id: string) => void;
}

/** Where highlights overlap: which one is meant? */
export function HighlightChooser({ locale, choices, onChoose }: HighlightChooserProps) {
  const t = createTranslate(locale);
  return (
    <fieldset class="chooser" lang={locale === 'zh' ? 'zh-Hans' : 'en'} dir="ltr">
      <legend class="visually-hidden">{t('chooseHighlight')}</legend>
      {choices.map((choice) => (
        <button
          key={choice.id}
          type="button"
          class={`chooser-item hl-${choice.colour}`}
          onClick={() => onChoose(choice.id)}
        >
          {choice.text}
        </button>
      ))}
    </fieldset>
  );
}
