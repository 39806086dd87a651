import type { HighlightColour } from '@/core/annotation/annotation';
import { createTranslate } from '@/core/i18n/messages';
import { Button } from '../ui/Button';
import { Toolbar } from '../ui/Toolbar';
import { ColourRow } from './ColourRow';

export interface HighlightMenuProps {
  readonly locale: 'en' | 'zh';
  readonly colour: HighlightColour;
  readonly labels: Readonly<Record<string, string>>;
  /** Whether there is a note; its text never comes here, into the publisher's page. */
  readonly hasNote: boolean;
  readonly onColour: (colour: HighlightColour) => void;
  readonly onNote: () => void;
  /** Given where the wording has changed since it was marked. */
  readonly onSeeChanges?: () => void;
  readonly onCopy: () => void;
  readonly onCopyLink: () => void;
  readonly onDelete: () => void;
}

/** What a click on a highlight offers. */
export function HighlightMenu(props: HighlightMenuProps) {
  const t = createTranslate(props.locale);
  return (
    <div lang={props.locale === 'zh' ? 'zh-Hans' : 'en'} dir="ltr">
      <Toolbar label={t('highlightMenu')}>
        <ColourRow chosen={props.colour} labels={props.labels} t={t} onChoose={props.onColour} />
        <span class="toolbar-rule" />
        <Button
          label={props.hasNote ? t('note') : t('writeNote')}
          icon={props.hasNote ? 'notebook-pen' : 'pencil-line'}
          iconOnly
          onClick={props.onNote}
        />
        {props.onSeeChanges === undefined ? null : (
          <Button label={t('seeChanges')} icon="history" iconOnly onClick={props.onSeeChanges} />
        )}
        <Button label={t('copyQuote')} icon="quote" iconOnly onClick={props.onCopy} />
        <Button label={t('copyLink')} icon="link" iconOnly onClick={props.onCopyLink} />
        <Button
          label={t('delete')}
          icon="trash-2"
          iconOnly
          tone="danger"
          onClick={props.onDelete}
        />
      </Toolbar>
    </div>
  );
}
