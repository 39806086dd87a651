import type { FoundChange } from '@/core/annotation/change';
import type { DiffPart } from '@/core/annotation/diff';
import { createTranslate } from '@/core/i18n/messages';
import { Button } from '../ui/Button';

export interface ChangeViewProps {
  readonly locale: 'en' | 'zh';
  readonly change: FoundChange;
  readonly onClose: () => void;
}

/** What became of a passage since it was marked: its paragraph, word by word, as it was and as it is. */
export function ChangeView({ locale, change, onClose }: ChangeViewProps) {
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
      {/* Of the page's own language, which we do not know better than the page. */}
      <p class="change-text" lang="" dir="auto">
        <Parts parts={change.before} />
        <mark class="change-passage">
          <Parts parts={change.passage} />
        </mark>
        <Parts parts={change.after} />
      </p>
      <p class="change-key">
        <del>{t('changeWas')}</del> <ins>{t('changeIs')}</ins>
      </p>
    </section>
  );
}

function Parts({ parts }: { readonly parts: readonly DiffPart[] }) {
  return (
    <>
      {parts.map(({ kind, text }, index) => {
        const key = `${index}`;
        if (kind === 'same') return <span key={key}>{text}</span>;
        return kind === 'removed' ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>;
      })}
    </>
  );
}
