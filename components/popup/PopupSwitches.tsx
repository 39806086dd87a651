import { useState } from 'preact/hooks';
import type { Formats } from '@/core/knowledge/formats';
import { Button } from '../ui/Button';
import { Switch } from '../ui/Field';
import type { PopupProps } from './Popup';

interface PopupSwitchesProps {
  readonly props: PopupProps;
  readonly formats: Formats;
}

/** Where Downrange works and what it does there; behind one button, since the site's switch is what is wanted mostly. */
export function PopupSwitches({ props, formats }: PopupSwitchesProps) {
  const { t } = formats;
  const { state, switches } = props;
  // What switches this page on again must not be looked for.
  const [isOpen, setOpen] = useState(state === 'off-page');
  return (
    <section class="popup-switches">
      <Button
        label={t('switches')}
        icon={isOpen ? 'minus' : 'plus'}
        size="small"
        expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen ? (
        <div>
          {state === 'on' || state === 'off-page' ? (
            <Switch
              label={t('switchPage')}
              checked={state === 'on'}
              onChange={props.onPageSwitch}
            />
          ) : null}
          <Switch
            label={t('switchEverywhere')}
            checked={state !== 'off-everywhere'}
            onChange={props.onEnabled}
          />
          <Switch
            label={t('switchAllowList')}
            checked={switches.siteMode === 'allow-list'}
            onChange={(on) => props.onSiteMode(on ? 'allow-list' : 'everywhere')}
          />
          <Switch label={t('switchCards')} checked={switches.cards} onChange={props.onCards} />
          <Switch
            label={t('switchHighlights')}
            checked={switches.highlights}
            onChange={props.onHighlighting}
          />
        </div>
      ) : null}
    </section>
  );
}
