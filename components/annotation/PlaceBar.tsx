import { useEffect, useState } from 'preact/hooks';
import type { HighlightColour } from '@/core/annotation/annotation';
import { createTranslate } from '@/core/i18n/messages';
import { Button } from '../ui/Button';

export interface PlaceBarProps {
  readonly locale: 'en' | 'zh';
  readonly colour: HighlightColour;
  /** The words as they were when they were marked. */
  readonly quote: string;
  /** Null while nothing is selected that the highlight could be put on. */
  readonly onPlace: (() => void) | null;
  readonly onCancel: () => void;
}

/** While the reader looks for the words that a highlight belongs on: what it was on, and what to do. */
export function PlaceBar({ locale, colour, quote, onPlace, onCancel }: PlaceBarProps) {
  const t = createTranslate(locale);
  const words = t(onPlace === null ? 'placeHint' : 'placeReady');
  // As in Toast: a live region announces what is put into it.
  const [said, setSaid] = useState('');
  useEffect(() => setSaid(words), [words]);
  return (
    <section
      class={`place-bar hl-${colour}`}
      lang={locale === 'zh' ? 'zh-Hans' : 'en'}
      dir="ltr"
      aria-label={t('placeAgain')}
    >
      {/* Of the page's own language, which we do not know better than the page. */}
      <blockquote lang="" dir="auto">
        {quote}
      </blockquote>
      <p role="status">{said}</p>
      <div class="place-actions">
        <Button label={t('cancel')} onClick={onCancel} />
        <Button
          label={t('placeHere')}
          tone="primary"
          disabled={onPlace === null}
          {...(onPlace === null ? {} : { onClick: onPlace })}
        />
      </div>
    </section>
  );
}
