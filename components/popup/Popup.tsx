import type { Names } from '@/core/knowledge/entity';
import { type EntityId, kindOf } from '@/core/knowledge/entity';
import { createFormats, type Formats, nameOf } from '@/core/knowledge/formats';
import { Button } from '../ui/Button';
import { Switch } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { KIND_LOOKS } from '../ui/kinds';
import { ListRow } from '../ui/ListRow';
import { type MineOnPage, PopupMine } from './PopupMine';

/** One name of the page, however often it stands there. */
export interface NameOnPage {
  readonly id: EntityId;
  readonly names: Names;
  readonly count: number;
  readonly certainty: 'sure' | 'possibly';
}

/** What Downrange does on the page at hand. `unreadable`: the browser lets no extension in. */
export type PageState = 'on' | 'off-here' | 'off-everywhere' | 'unreadable';

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
  readonly onSiteSwitch: (on: boolean) => void;
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
  return (
    <main class="popup" lang={locale === 'zh' ? 'zh-Hans' : 'en'}>
      <header class="popup-head">
        <div>
          <h1>{site}</h1>
          <p>{summary(props, formats)}</p>
        </div>
        {state === 'unreadable' ? null : (
          <Switch
            label={t('siteSwitch', { site })}
            isLabelHidden
            checked={state === 'on'}
            onChange={props.onSiteSwitch}
          />
        )}
      </header>
      {state === 'on' && names.length > 0 ? (
        <section class="popup-names">
          <h2>
            <span>{t('onThisPage')}</span>
            <span>{t('times')}</span>
          </h2>
          {names.map((name) => (
            <NameRow key={name.id} name={name} formats={formats} onOpen={props.onOpen} />
          ))}
        </section>
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
      <footer class="popup-foot">
        <Button
          label={t('brief')}
          icon="panel-right"
          disabled={state !== 'on' || names.length === 0}
          onClick={props.onBrief}
        />
        <Button label={t('library')} icon="library" onClick={props.onLibrary} />
        <Button label={t('settings')} icon="settings" iconOnly atEnd onClick={props.onSettings} />
      </footer>
    </main>
  );
}

interface NameRowProps {
  readonly name: NameOnPage;
  readonly formats: Formats;
  readonly onOpen: (id: EntityId) => void;
}

function NameRow({ name, formats, onOpen }: NameRowProps) {
  const { id, names, count, certainty } = name;
  const look = KIND_LOOKS[kindOf(id)];
  const isPossible = certainty === 'possibly';
  const other = formats.locale === 'zh' ? names.en : names.zh;
  const shown = nameOf(names, formats);
  const detail = isPossible ? formats.t('possiblyShort') : other === shown ? undefined : other;
  return (
    <ListRow
      label={shown}
      {...(detail === undefined ? {} : { detail })}
      icon={isPossible ? 'circle-question-mark' : look.icon}
      tone={isPossible ? 'kind-doubtful' : look.tone}
      count={count}
      onClick={() => onOpen(id)}
    />
  );
}

function PopupAdvice({ state, formats }: { readonly state: PageState; readonly formats: Formats }) {
  const { t } = formats;
  const [title, advice] = {
    on: [t('nothingTitle'), t('nothingAdvice')],
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
  if (state === 'off-here') return t('offSite');
  if (state === 'off-everywhere') return t('offEverywhere');
  if (names.length === 0) return t('noNames');
  return names.length === 1 ? t('namesMarkedOne') : t('namesMarked', { count: names.length });
}
