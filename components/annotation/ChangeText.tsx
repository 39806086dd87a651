import type { ComponentChildren } from 'preact';
import type { FoundChange } from '@/core/annotation/change';
import type { DiffPart } from '@/core/annotation/diff';
import type { Translate } from '@/core/i18n/messages';

interface ChangeTextProps {
  readonly change: FoundChange;
  readonly t: Translate;
  /** What can be done about it. */
  readonly children?: ComponentChildren;
}

/** A paragraph as it was and as it is, word by word, with its key. */
export function ChangeText({ change, t, children }: ChangeTextProps) {
  return (
    <>
      {/* Of the page's own language, which we do not know better than the page. */}
      <p class="change-text" lang="" dir="auto">
        <Parts parts={change.before} />
        <mark class="change-passage">
          <Parts parts={change.passage} />
        </mark>
        <Parts parts={change.after} />
      </p>
      <footer class="change-key">
        <p>
          <del>{t('changeWas')}</del> <ins>{t('changeIs')}</ins>
        </p>
        {children}
      </footer>
    </>
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
