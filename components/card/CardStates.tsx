import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { EntityKind, Names } from '@/core/knowledge/entity';
import { createFormats, nameOf } from '@/core/knowledge/formats';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { KIND_LOOKS } from '../ui/kinds';

interface StateProps {
  /** Known from the gazetteer before the card is. */
  readonly kind: EntityKind;
  readonly names: Names;
  readonly locale: 'en' | 'zh';
  readonly layout?: 'popover' | 'sheet';
  readonly onClose: () => void;
}

/** Nothing moves on the card until it is late: most cards are there before. */
const LATE_MS = 120;

/** The name at once, two bars once the card is late. */
export function LoadingCard(props: StateProps) {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LATE_MS);
    return () => clearTimeout(timer);
  }, []);
  const { t } = createFormats(props.locale, 'metric');
  return (
    <StateFrame {...props} busy>
      {isLate ? (
        <div class="skeletons" role="status" aria-label={t('loading')}>
          <span />
          <span />
        </div>
      ) : null}
    </StateFrame>
  );
}

export interface ErrorCardProps extends StateProps {
  /** `updated`: the page still talks to an older version of the extension. */
  readonly problem: 'updated' | 'missing' | 'other';
  /** Reloads the page, or tries again. Not offered where no card exists. */
  readonly onRemedy: () => void;
}

/** What happened, in a sentence, and one remedy. */
export function ErrorCard(props: ErrorCardProps) {
  const { t } = createFormats(props.locale, 'metric');
  const messages = {
    updated: t('errorUpdated'),
    missing: t('errorMissing'),
    other: t('errorOther'),
  };
  return (
    <StateFrame {...props}>
      <p class="state-message" role="alert">
        {messages[props.problem]}
      </p>
      {props.problem === 'missing' ? null : (
        <footer class="card-foot">
          <Button
            label={props.problem === 'updated' ? t('reload') : t('retry')}
            icon="refresh-cw"
            onClick={props.onRemedy}
          />
        </footer>
      )}
    </StateFrame>
  );
}

interface StateFrameProps extends StateProps {
  readonly busy?: boolean;
  readonly children: ComponentChildren;
}

function StateFrame({ kind, names, locale, layout, onClose, busy, children }: StateFrameProps) {
  const headingId = useId();
  const formats = createFormats(locale, 'metric');
  const look = KIND_LOOKS[kind];
  return (
    <div
      class={`card card-${layout ?? 'popover'}`}
      role="dialog"
      aria-labelledby={headingId}
      aria-busy={busy}
      lang={locale === 'zh' ? 'zh-Hans' : 'en'}
      dir="ltr"
    >
      <header class="card-head">
        <p class="kind">
          <span class={`kind-word ${look.tone}`}>
            <Icon name={look.icon} size="small" />
            {formats.t(look.label)}
          </span>
        </p>
        <div class="tools">
          {layout === 'sheet' ? (
            <Button label={formats.t('close')} icon="x" iconOnly size="small" onClick={onClose} />
          ) : null}
        </div>
        <div class="card-name">
          <h2 id={headingId}>{nameOf(names, formats)}</h2>
        </div>
      </header>
      {children}
    </div>
  );
}
