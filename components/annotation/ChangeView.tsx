import type { FoundChange } from '@/core/annotation/change';
import { createTranslate } from '@/core/i18n/messages';
import { Button } from '../ui/Button';
import { ChangeText } from './ChangeText';

export interface ChangeViewProps {
  readonly locale: 'en' | 'zh';
  readonly change: FoundChange;
  readonly onPlaceAgain: () => void;
  readonly onClose: () => void;
}

/** Over the page: what became of a passage since it was marked. */
export function ChangeView({ locale, change, onPlaceAgain, onClose }: ChangeViewProps) {
  const t = createTranslate(locale);
  return (
    <section
      class="change"
      lang={locale === 'zh' ? 'zh-Hans' : 'en'}
      dir="ltr"
      aria-label={t('changeTitle')}
    >
      <header class="change-head">
        <h2>{t(change.state === 'lost' ? 'changeLost' : 'changeTitle')}</h2>
        <Button label={t('close')} icon="x" iconOnly size="small" onClick={onClose} />
      </header>
      <ChangeText change={change} t={t}>
        <Button label={t('placeAgain')} icon="highlighter" size="small" onClick={onPlaceAgain} />
      </ChangeText>
    </section>
  );
}
