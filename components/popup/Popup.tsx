import type { EntityId, Names } from '@/core/knowledge/entity';
import { createFormats, type Formats } from '@/core/knowledge/formats';
import { Button } from '../ui/Button';
import { Switch } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { type MineOnPage, PopupMine } from './PopupMine';
import { PopupNames } from './PopupNames';
import { PopupSwitches } from './PopupSwitches';

/** One name of the page, however often it stands there. */
export interface NameOnPage {
  readonly id: EntityId;
  readonly names: Names;
  readonly count: number;
  readonly certainty: 'sure' | 'possibly';
}

/** What Downrange does on the page at hand. `unreadable`: the browser lets no extension in. */
export type PageState = 'on' | 'off-page' | 'off-here' | 'off-everywhere' | 'unreadable';

export interface PopupProps {
  readonly locale: 'en' | 'zh';
  /** The site's name, or its host. */
  readonly site: string;
  readonly state: PageState;
  /** In order of appearance. */
  readonly names: readonly NameOnPage[];
  /** The page is too long to be read whole. */
  readonly isReadInPart: boolean;
  readonly mine: MineOnPage;
  /** What is set for all pages. */
  readonly switches: {
    readonly cards: boolean;
    readonly highlights: boolean;
    readonly siteMode: 'everywhere' | 'allow-list';
  };
  readonly onSiteSwitch: (on: boolean) => void;
  readonly onPageSwitch: (on: boolean) => void;
  readonly onEnabled: (on: boolean) => void;
  readonly onCards: (on: boolean) => void;
  readonly onHighlighting: (on: boolean) => void;
  readonly onSiteMode: (mode: 'everywhere' | 'allow-list') => void;
  /** Goes to the next (1) or the previous name on the page. */
  readonly onStep: (direction: 1 | -1) => void;
  readonly onOpen: (id: EntityId) => void;
  readonly onHighlights: () => void;
  /** Shows on the page what became of a highlight. */
  readonly onSeeChanges: (id: string) => void;
  readonly onPageNote: () => void;
  readonly onBrief: () => void;
  readonly onLibrary: () => void;
  readonly onSettings: () => void;
}

/** The toolbar button's window: what is marked on this page, and the switch for this site. */
export function Popup(props: PopupProps) {
  const { locale, site, state, names } = props;
  const formats = createFormats(locale, 'metric');
  const { t } = formats;
  const hasNames = state === 'on' && names.length > 0;
  return (
    <main
      class="popup"
      lang={locale === 'zh' ? 'zh-Hans' : 'en'}
      onKeyDown={(event) => {
        const step = { n: 1, p: -1 }[event.key.toLowerCase()];
        if (!hasNames || event.ctrlKey || event.metaKey || event.altKey) return;
        if (step === 1 || step === -1) props.onStep(step);
      }}
    >
      <header class="popup-head">
        <div>
          <h1>{site}</h1>
          <p>{summary(props, formats)}</p>
        </div>
        {state === 'unreadable' ? null : (
          <Switch
            label={t('siteSwitch', { site })}
            isLabelHidden
            checked={state === 'on' || state === 'off-page'}
            onChange={props.onSiteSwitch}
          />
        )}
      </header>
      {hasNames ? (
        <PopupNames props={props} formats={formats} />
      ) : (
        <PopupAdvice state={state} formats={formats} />
      )}
      {state === 'on' && props.isReadInPart ? (
        <p class="popup-cut">
          <Icon name="info" />
          {t('readInPart')}
        </p>
      ) : null}
      {state === 'on' ? (
        <PopupMine
          mine={props.mine}
          formats={formats}
          onHighlights={props.onHighlights}
          onSeeChanges={props.onSeeChanges}
          onPageNote={props.onPageNote}
        />
      ) : null}
      {state === 'unreadable' ? null : <PopupSwitches props={props} formats={formats} />}
      <footer class="popup-foot">
        <Button
          label={t('brief')}
          icon="panel-right"
          disabled={!hasNames}
          onClick={props.onBrief}
        />
        <Button label={t('library')} icon="library" onClick={props.onLibrary} />
        <Button label={t('settings')} icon="settings" iconOnly atEnd onClick={props.onSettings} />
      </footer>
    </main>
  );
}

function PopupAdvice({ state, formats }: { readonly state: PageState; readonly formats: Formats }) {
  const { t } = formats;
  const [title, advice] = {
    on: [t('nothingTitle'), t('nothingAdvice')],
    'off-page': [t('offTitle'), t('offAdvice')],
    'off-here': [t('offTitle'), t('offAdvice')],
    'off-everywhere': [t('offEverywhere'), t('offAdvice')],
    unreadable: [t('unreadableTitle'), t('unreadableAdvice')],
  }[state];
  return (
    <section class="popup-advice">
      <h2>{title}</h2>
      <p>{advice}</p>
    </section>
  );
}

function summary({ state, names }: PopupProps, { t }: Formats): string {
  if (state === 'off-page') return t('offPage');
  if (state === 'off-here') return t('offSite');
  if (state === 'off-everywhere') return t('offEverywhere');
  if (names.length === 0) return t('noNames');
  return names.length === 1 ? t('namesMarkedOne') : t('namesMarked', { count: names.length });
}
