import { About } from '@/components/about/About';
import { SampleStory } from '@/components/about/SampleStory';
import { Welcome } from '@/components/about/Welcome';
import { AnnotationRow, type ShownAnnotation } from '@/components/annotation/AnnotationRow';
import { ChangeView } from '@/components/annotation/ChangeView';
import { HighlightChooser } from '@/components/annotation/HighlightChooser';
import { HighlightMenu } from '@/components/annotation/HighlightMenu';
import { NoteEditor } from '@/components/annotation/NoteEditor';
import { PlaceBar } from '@/components/annotation/PlaceBar';
import { SelectionToolbar } from '@/components/annotation/SelectionToolbar';
import { Brief, type BriefName } from '@/components/brief/Brief';
import { Options } from '@/components/options/Options';
import { OwnEditor } from '@/components/own/OwnEditor';
import { OwnKnowledge } from '@/components/own/OwnKnowledge';
import { EMPTY_DRAFT, EMPTY_FACT, type OwnDraft } from '@/components/own/own-view';
import { type NameOnPage, Popup, type PopupProps } from '@/components/popup/Popup';
import { Toast } from '@/components/ui/Toast';
import type { FoundChange } from '@/core/annotation/change';
import { diffWords } from '@/core/annotation/diff';
import { pageKeyOf } from '@/core/annotation/page-key';
import { createTranslate } from '@/core/i18n/messages';
import type { Card } from '@/core/knowledge/card';
import { createFormats } from '@/core/knowledge/formats';
import type { OwnFault } from '@/core/own/own-check';
import type { OwnEntry } from '@/core/own/own-entry';
import { DEFAULT_SETTINGS } from '@/core/settings';
import type { GalleryOptions, Shown } from './states';

/* Sample readings for looking at surfaces; not facts. */

const nothing = (): void => undefined;

const NAMES: readonly NameOnPage[] = [
  {
    id: 'rocket/zhuque-3',
    names: { en: 'Zhuque-3', zh: '朱雀三号' },
    count: 4,
    certainty: 'sure',
  },
  {
    id: 'company/landspace',
    names: { en: 'LandSpace', zh: '蓝箭航天' },
    count: 3,
    certainty: 'sure',
  },
  {
    id: 'market/star-market',
    names: { en: 'STAR Market', zh: '科创板' },
    count: 2,
    certainty: 'sure',
  },
  {
    id: 'rocket/electron',
    names: { en: 'Electron', zh: '电子号' },
    count: 1,
    certainty: 'possibly',
  },
];

export function sampleAnnotations(locale: 'en' | 'zh'): readonly ShownAnnotation[] {
  const zh = locale === 'zh';
  return [
    {
      id: '1',
      colour: 'yellow',
      quote: zh
        ? '投资者看重的并不是一次成败，而是下一次飞行来得有多快。'
        : 'What investors prize is not one landing but how soon the next attempt comes.',
      note: '',
      tags: zh ? ['复用'] : ['reuse'],
      siteName: zh ? '子午线日报' : 'The Meridian',
      date: zh ? '2025年12月17日' : '17 Dec 2025',
      entities: [{ id: 'rocket/zhuque-3', names: { en: 'Zhuque-3', zh: '朱雀三号' } }],
      state: 'placed',
    },
    {
      id: '2',
      colour: 'blue',
      quote: zh
        ? '它用了五年半、二十次发射才第一次收回一级'
        : 'It took five and a half years and twenty launches to bring a first stage home',
      note: zh
        ? '对比：朱雀三号第二次飞行就收回了一级。'
        : 'Compare: Zhuque-3 recovered its booster on the second flight.',
      tags: [],
      entities: [{ id: 'rocket/falcon-9', names: { en: 'Falcon 9', zh: '猎鹰九号' } }],
      state: 'changed',
    },
    {
      id: '3',
      colour: 'green',
      quote: zh
        ? '下一次飞行定于2026年第二季度'
        : 'the next flight is set for the second quarter of 2026',
      note: '',
      tags: [],
      entities: [],
      state: 'lost',
    },
  ];
}

function sampleChange(locale: 'en' | 'zh', state: 'changed' | 'lost'): FoundChange {
  const [before, was, is, after] =
    locale === 'zh'
      ? [
          '火箭于11时40分点火。',
          '飞行约九分钟后，二级将七颗卫星送入预定轨道。',
          '飞行约九分钟后，二级将八颗卫星送入太阳同步轨道。',
          '一级在着陆时损毁。',
        ]
      : [
          'The rocket lifted off at 11:40. ',
          'Nine minutes later it placed seven small satellites into orbit.',
          'Nine minutes later the second stage placed eight satellites into a sun-synchronous orbit.',
          ' Its first stage was lost.',
        ];
  return {
    state,
    before: diffWords(before, before),
    passage: diffWords(was, state === 'lost' ? '' : is),
    after: diffWords(after, after),
  };
}

/** Every surface beside the cards. */
export function surfaces({ locale }: GalleryOptions): Shown[] {
  const formats = createFormats(locale, 'metric');
  const mine: PopupProps['mine'] = {
    placed: 2,
    lost: 1,
    doubtful: sampleAnnotations(locale).flatMap(({ id, quote, state }) =>
      quote !== null && (state === 'changed' || state === 'lost') ? [{ id, quote, state }] : [],
    ),
    pageNote:
      locale === 'zh'
        ? '整篇只讲融资，没有提到回收失败。'
        : 'All about money; not a word on the lost booster.',
  };
  const popup = (name: string, extra: Partial<PopupProps>): Shown => ({
    name: `popup: ${name}`,
    content: (
      <Popup
        locale={locale}
        site={locale === 'zh' ? '子午线日报' : 'The Meridian'}
        state="on"
        names={NAMES}
        isReadInPart={false}
        mine={mine}
        onSeeChanges={nothing}
        onPageNote={nothing}
        switches={{ cards: true, highlights: true, siteMode: 'everywhere' }}
        onSiteSwitch={nothing}
        onPageSwitch={nothing}
        onEnabled={nothing}
        onCards={nothing}
        onHighlighting={nothing}
        onSiteMode={nothing}
        onStep={nothing}
        onOpen={nothing}
        onHighlights={nothing}
        onBrief={nothing}
        onLibrary={nothing}
        onSettings={nothing}
        {...extra}
      />
    ),
  });
  const none = {
    names: [],
    mine: { placed: 0, lost: 0, doubtful: [], pageNote: null },
  };
  return [
    popup('names', {}),
    popup('a page too long', { isReadInPart: true }),
    popup('nothing', none),
    popup('off', { ...none, state: 'off-here' }),
    popup('off on this page', { ...none, state: 'off-page' }),
    popup('unreadable', { ...none, state: 'unreadable' }),
    {
      name: 'selection toolbar',
      content: (
        <SelectionToolbar
          locale={locale}
          lastColour="yellow"
          labels={{ yellow: 'fact' }}
          onHighlight={nothing}
          onNote={nothing}
          onCopy={nothing}
        />
      ),
    },
    {
      name: 'highlight menu',
      content: (
        <HighlightMenu
          locale={locale}
          colour="blue"
          labels={{}}
          hasNote
          onColour={nothing}
          onNote={nothing}
          onCopy={nothing}
          onCopyLink={nothing}
          onDelete={nothing}
        />
      ),
    },
    {
      name: 'note',
      content: (
        <NoteEditor
          locale={locale}
          colour="blue"
          text={
            locale === 'zh'
              ? '对比：朱雀三号第二次飞行就收回了一级（2026年8月18日）。要问：下一枚什么时候复飞？'
              : 'Compare: Zhuque-3 recovered its booster on the second flight, 18 Aug 2026. To ask: when does that booster fly again?'
          }
          tags={[locale === 'zh' ? '复用' : 'reuse']}
          entities={[{ id: 'rocket/falcon-9', names: { en: 'Falcon 9', zh: '猎鹰九号' } }]}
          save={{ kind: 'saved' }}
          onText={nothing}
          onTags={nothing}
          onDelete={nothing}
          onDone={nothing}
        />
      ),
    },
    ...(['changed', 'lost'] as const).map(
      (state): Shown => ({
        name: `what changed: ${state}`,
        content: (
          <ChangeView
            locale={locale}
            change={sampleChange(locale, state)}
            onPlaceAgain={nothing}
            onClose={nothing}
          />
        ),
      }),
    ),
    {
      name: 'which highlight',
      content: (
        <HighlightChooser
          locale={locale}
          choices={sampleAnnotations(locale).map(({ id, colour, quote }) => ({
            id,
            colour,
            text: quote ?? '',
          }))}
          onChoose={nothing}
        />
      ),
    },
    ...[null, nothing].map(
      (onPlace): Shown => ({
        name: `place again: ${onPlace === null ? 'nothing selected' : 'something selected'}`,
        content: (
          <PlaceBar
            locale={locale}
            colour="green"
            quote={sampleAnnotations(locale)[0]?.quote ?? ''}
            onPlace={onPlace}
            onCancel={nothing}
          />
        ),
      }),
    ),
    {
      name: 'highlights',
      content: (
        <div class="stack">
          {sampleAnnotations(locale).map((annotation) => (
            <AnnotationRow
              key={annotation.id}
              annotation={annotation}
              formats={formats}
              marks={annotation.id === '1' ? [{ start: 5, end: 14 }] : []}
              onOpen={nothing}
              onSeeChanges={nothing}
              onPlaceAgain={nothing}
            />
          ))}
        </div>
      ),
    },
    {
      name: 'toast',
      content: (
        <Toast
          message={locale === 'zh' ? '划线已移入回收站' : 'Highlight moved to the bin'}
          action={{ label: locale === 'zh' ? '撤销' : 'Undo', onClick: nothing }}
          closeLabel={formats.t('close')}
          onClose={nothing}
        />
      ),
    },
  ];
}

/** What a reader may have written down about one thing. */
export const OWN_FACTS: OwnEntry['facts'] = [
  { label: 'Contact', value: 'press@example.org', asOf: '2026-03', source: '' },
  {
    label: '',
    value: 'Said at the fair in Zhuhai that a fourth plant will come.',
    asOf: '2026-11-12',
    source: 'https://www.meridian.example/zhuhai',
  },
];

const OWN_ENTRIES: readonly OwnEntry[] = [
  {
    id: 'company/galactic-energy',
    name: 'Galactic Energy',
    names: ['银河动力'],
    facts: OWN_FACTS.slice(0, 1),
    modified: '2026-03-01T00:00:00.000Z',
  },
  {
    id: 'company/own-00000000002a',
    name: 'Moonbase Ltd',
    names: [],
    facts: [],
    modified: '2026-03-01T00:00:00.000Z',
  },
];

/** The settings page, with a few things set. */
export function settingsPage({ locale }: GalleryOptions): Shown[] {
  const t = createTranslate(locale);
  const [next, previous] = [t('commandNextMention'), t('commandPreviousMention')];
  return [
    {
      name: 'settings',
      content: (
        <Options
          locale={locale}
          settings={{
            ...DEFAULT_SETTINGS,
            blocked: ['bank.example', 'mail.example'],
            blockedPages: [
              'https://www.meridian.example/star-market',
              'https://news.example/2026/11/21/a-very-long-address-of-a-story-about-reusable-rockets-and-the-money-behind-them?page=2',
            ],
            neverMark: ['Vector'],
            neverMarkOn: { 'physics.example': ['Electron'] },
          }}
          shortcuts={[
            { command: 'next-mention', description: next, keys: 'Alt+Shift+N' },
            { command: 'previous-mention', description: previous, keys: '' },
          ]}
          own={
            <OwnKnowledge
              locale={locale}
              entries={OWN_ENTRIES}
              onAdd={nothing}
              onEdit={nothing}
              onRemove={nothing}
            />
          }
          onShortcuts={nothing}
          onChange={nothing}
        />
      ),
    },
  ];
}

/** The dialog in which the reader's own names and facts are written, with everything wrong that can be. */
export function ownPages(catalogue: readonly Card[], { locale }: GalleryOptions): Shown[] {
  const editor = (name: string, draft: OwnDraft, faults: readonly OwnFault[]): Shown => ({
    name,
    content: (
      <OwnEditor
        locale={locale}
        draft={draft}
        catalogue={catalogue}
        faults={faults}
        problem={null}
        onChange={nothing}
        onSave={nothing}
        onClose={nothing}
      />
    ),
  });
  return [
    editor(
      'own names',
      { ...EMPTY_DRAFT, newKind: 'company', names: ['银河', 'X'], facts: [EMPTY_FACT] },
      [
        { at: 'name', code: 'empty' },
        { at: 'names', index: 0, code: 'taken', other: 'Galactic Energy' },
        { at: 'names', index: 1, code: 'too-short' },
        { at: 'facts', index: 0, field: 'value', code: 'empty' },
      ],
    ),
  ];
}

/** What explains the extension itself. */
export function aboutPages({ locale }: GalleryOptions): Shown[] {
  return [
    {
      name: 'welcome',
      content: (
        <Welcome
          locale={locale}
          keys={{ next: 'Alt+Shift+N', previous: 'Alt+Shift+P' }}
          sample={
            <SampleStory
              t={createTranslate(locale)}
              text={createTranslate(locale)('welcomeSample')}
              mentions={[]}
              open={null}
              onRest={nothing}
              onAsk={nothing}
              onLeave={nothing}
            />
          }
          onSettings={nothing}
        />
      ),
    },
    {
      name: 'about',
      content: (
        <About
          locale={locale}
          version="0.1.0"
          knowledge={{ version: 'b3617dcc369b', date: '2026-09-28', entities: 653 }}
          browser="Firefox 153.7"
          installation={{
            permissions: ['storage', 'unlimitedStorage', 'scripting', 'contextMenus', 'alarms'],
            hosts: ['http://*/*', 'https://*/*', 'file:///*'],
            requests: [],
            policy: "default-src 'none'; script-src 'self'",
            usedBytes: 4_321_000,
          }}
        />
      ),
    },
  ];
}

function samplePageNote(locale: 'en' | 'zh'): ShownAnnotation {
  return {
    id: '9',
    colour: 'yellow',
    quote: null,
    note:
      locale === 'zh'
        ? '整篇只讲融资，没有提到回收失败。'
        : 'All about money; not a word on the lost booster.',
    tags: [],
    entities: [],
    state: 'placed',
  };
}

/** The side panel, for a story that names four things. */
export function briefPage(
  cards: ReadonlyMap<string, Card>,
  { locale, units }: GalleryOptions,
): Shown[] {
  const named = ['rocket/zhuque-3', 'company/landspace', 'market/star-market', 'rocket/falcon-9'];
  const names = named.flatMap((id, index): BriefName[] => {
    const card = cards.get(id);
    return card === undefined
      ? []
      : [{ id: card.id, names: card.names, count: 4 - index, certainty: 'sure', card }];
  });
  const brief = (name: string, shown: readonly BriefName[]): Shown => ({
    name,
    content: (
      <Brief
        locale={locale}
        units={units}
        now="2026-11-21"
        title={
          locale === 'zh'
            ? '科创板为可回收火箭打开一道门'
            : 'STAR Market opens a door for reusable rockets'
        }
        published={{ date: '2025-12-17', basis: 'json-ld' }}
        names={shown}
        annotations={shown.length === 0 ? [] : sampleAnnotations(locale)}
        onName={nothing}
        onAnnotation={nothing}
        onSeeChanges={nothing}
        onPlaceAgain={nothing}
        own={
          shown.length === 0
            ? []
            : [
                {
                  id: 'company/landspace',
                  name: locale === 'zh' ? '蓝箭航天' : 'LandSpace',
                  facts: OWN_FACTS,
                },
              ]
        }
        onOwn={nothing}
        pageNote={shown.length === 0 ? null : samplePageNote(locale)}
        onPageNote={nothing}
        identity={pageKeyOf('https://www.meridian.example/star-market?utm_source=feed', null)}
      />
    ),
  });
  return [brief('brief', names), brief('brief: nothing', [])];
}
