import type { ComponentChildren } from 'preact';
import { createTranslate, type Translate } from '@/core/i18n/messages';
import type { Settings } from '@/core/settings';
import { COLOURS, colourLabel } from '../annotation/colours';
import { Segmented, Switch, TextField } from '../ui/Field';
import { NeverNames } from './NeverNames';
import { PageList } from './PageList';
import { ShortcutList, type ShortcutRow } from './ShortcutList';
import { SiteList } from './SiteList';

export interface OptionsProps {
  readonly locale: 'en' | 'zh';
  readonly settings: Settings;
  /** Commands with the keys that the browser has for them. */
  readonly shortcuts: readonly ShortcutRow[];
  /** The part with the reader's own names and facts. */
  readonly own: ComponentChildren;
  /** Opens the browser's page of shortcuts. */
  readonly onShortcuts: () => void;
  /** Stored at once; there is no "save". */
  readonly onChange: (change: Partial<Settings>) => void;
}

/** Everything that a reader can set, on one page. */
export function Options(props: OptionsProps) {
  const { locale, settings, shortcuts, own, onShortcuts, onChange } = props;
  const t = createTranslate(locale);
  const part = { settings, onChange, t };
  return (
    <main class="options" lang={locale === 'zh' ? 'zh-Hans' : 'en'}>
      <h1>{t('settings')}</h1>
      <CardSettings {...part} />
      <HighlightSettings {...part} />
      <SiteSettings {...part} />
      {own}
      <NeverNames {...part} />
      <ShortcutList t={t} shortcuts={shortcuts} onChange={onShortcuts} />
    </main>
  );
}

interface PartProps {
  readonly settings: Settings;
  readonly onChange: OptionsProps['onChange'];
  readonly t: Translate;
}

/** Pointer rests that readers told apart in use: a blink, the usual, and slow. In milliseconds. */
const RESTS = ['150', '300', '600', '1000'] as const;

function CardSettings({ settings, onChange, t }: PartProps) {
  return (
    <section class="options-part">
      <h2>{t('setCards')}</h2>
      <Switch
        label={t('setEnabled')}
        checked={settings.enabled}
        onChange={(enabled) => onChange({ enabled })}
      />
      <Switch
        label={t('setCardsOn')}
        checked={settings.cards}
        onChange={(cards) => onChange({ cards })}
      />
      <Segmented
        label={t('setOpenOn')}
        value={settings.openOn}
        options={[
          { value: 'rest', label: t('setOpenRest') },
          { value: 'alt', label: t('setOpenAlt') },
          { value: 'click', label: t('setOpenClick') },
          { value: 'off', label: t('setOpenOff') },
        ]}
        onChange={(openOn) => onChange({ openOn })}
      />
      {settings.openOn === 'rest' ? (
        <Segmented
          label={t('setRest')}
          value={String(settings.restMs)}
          options={RESTS.map((ms) => ({
            value: ms as string,
            label: t('setRestShort', { seconds: Number(ms) / 1000 }),
          }))}
          onChange={(ms) => onChange({ restMs: Number(ms) })}
        />
      ) : null}
      <Segmented
        label={t('setMarking')}
        value={settings.marking}
        options={[
          { value: 'first-in-section', label: t('setMarkFirst') },
          { value: 'all', label: t('setMarkAll') },
        ]}
        onChange={(marking) => onChange({ marking })}
      />
      <Segmented
        label={t('setUnits')}
        value={settings.units}
        options={[
          { value: 'metric', label: t('setMetric') },
          { value: 'us', label: t('setUs') },
        ]}
        onChange={(units) => onChange({ units })}
      />
      <Segmented
        label={t('setLanguage')}
        value={settings.language}
        options={[
          { value: 'auto', label: t('setAuto') },
          // Each language in its own words, so that a reader who is lost finds the way back.
          { value: 'en', label: 'English' },
          { value: 'zh', label: '简体中文' },
        ]}
        onChange={(language) => onChange({ language })}
      />
      <Switch
        label={t('setBadge')}
        checked={settings.badge}
        onChange={(badge) => onChange({ badge })}
      />
    </section>
  );
}

function HighlightSettings({ settings, onChange, t }: PartProps) {
  return (
    <section class="options-part">
      <h2>{t('setHighlights')}</h2>
      <Switch
        label={t('setHighlightsOn')}
        checked={settings.highlights}
        onChange={(highlights) => onChange({ highlights })}
      />
      <fieldset class="options-colours">
        <legend class="field-label">{t('setColourLabels')}</legend>
        <p class="field-hint">{t('setColourHint')}</p>
        {COLOURS.map((colour) => (
          <div key={colour} class={`options-colour hl-${colour}`}>
            <TextField
              label={colourLabel(colour, {}, t)}
              value={settings.colourLabels[colour] ?? ''}
              placeholder={colourLabel(colour, {}, t)}
              isLabelHidden
              onInput={(label) =>
                onChange({ colourLabels: { ...settings.colourLabels, [colour]: label } })
              }
            />
          </div>
        ))}
      </fieldset>
    </section>
  );
}

function SiteSettings({ settings, onChange, t }: PartProps) {
  const isAllowList = settings.siteMode === 'allow-list';
  return (
    <section class="options-part">
      <h2>{t('setSites')}</h2>
      <Segmented
        label={t('setSiteMode')}
        value={settings.siteMode}
        options={[
          { value: 'everywhere', label: t('setEverywhere') },
          { value: 'allow-list', label: t('setAllowList') },
        ]}
        onChange={(siteMode) => onChange({ siteMode })}
      />
      <SiteList
        t={t}
        sites={isAllowList ? settings.allowed : settings.blocked}
        onChange={(sites) => onChange(isAllowList ? { allowed: sites } : { blocked: sites })}
      />
      <PageList
        t={t}
        pages={settings.blockedPages}
        onChange={(blockedPages) => onChange({ blockedPages })}
      />
    </section>
  );
}
