import type { ComponentChildren } from 'preact';
import { ErrorCard, LoadingCard } from '@/components/card/CardStates';
import { EntityCard, type EntityCardProps } from '@/components/card/EntityCard';
import { CompareTray } from '@/components/compare/CompareTray';
import type { Card } from '@/core/knowledge/card';
import type { EntityId, EntityKind } from '@/core/knowledge/entity';

/** One thing that the gallery shows. */
export interface Shown {
  readonly name: string;
  readonly content: ComponentChildren;
}

/** The ten cards of the screenshots. */
export const TEN_CARDS: readonly EntityId[] = [
  'company/landspace',
  'rocket/zhuque-3',
  'rocket/long-march-12a',
  'company/spacex',
  'rocket/falcon-9',
  'rocket/starship',
  'site/haiyang-oriental-spaceport',
  'market/star-market',
  'engine/raptor',
  'constellation/qianfan',
];

/** The day of the story on which the gallery's cards open, and the day on which it is read. */
const STORY = { date: '2025-12-17', basis: 'json-ld' } as const;
const TODAY = '2026-11-21';

export interface GalleryOptions {
  readonly locale: 'en' | 'zh';
  readonly units: 'metric' | 'us';
}

const nothing = (): void => undefined;

/** A card with the gallery's story and no-op callbacks, changed by `extra`. */
export function galleryCard(
  card: Card,
  { locale, units }: GalleryOptions,
  extra: Partial<EntityCardProps> = {},
) {
  return (
    <EntityCard
      card={card}
      published={STORY}
      locale={locale}
      units={units}
      now={TODAY}
      noteCount={3}
      onOpen={nothing}
      onPin={nothing}
      onCompare={nothing}
      onCopy={nothing}
      onNote={nothing}
      onDossier={nothing}
      onConfirm={nothing}
      onNotHere={nothing}
      onNeverHere={nothing}
      onClose={nothing}
      mention={{ text: card.names.en, certainty: 'sure', alternatives: [], evidence: [] }}
      {...extra}
    />
  );
}

/** Every state that a card can be in, beside the ten. */
export function cardStates(cards: ReadonlyMap<string, Card>, options: GalleryOptions): Shown[] {
  const need = (kind: EntityKind, wanted: string): Card => {
    const all = [...cards.values()];
    // Any of its kind will do: the states are about the card, not about the thing.
    const card =
      all.find(({ id }) => id === `${kind}/${wanted}`) ??
      all.find((card) => card.kind === kind) ??
      all[0];
    if (card === undefined)
      throw new Error('expected compiled cards, found none; build the knowledge base');
    return card;
  };
  const { locale } = options;
  const electron = need('rocket', 'electron');
  const names = { en: 'Long March 12A', zh: '长征十二号甲' };
  return [
    {
      name: 'loading',
      content: <LoadingCard kind="rocket" names={names} locale={locale} onClose={nothing} />,
    },
    {
      name: 'error',
      content: (
        <ErrorCard
          kind="rocket"
          names={names}
          locale={locale}
          problem="updated"
          onRemedy={nothing}
          onClose={nothing}
        />
      ),
    },
    {
      name: 'possibly',
      content: galleryCard(electron, options, {
        mention: {
          text: 'Electron',
          certainty: 'possibly',
          alternatives: ['company/rocket-lab'],
          evidence: [
            { feature: 'on-page', weight: 0.8, detail: 'rocket/falcon-9' },
            { feature: 'cue-near', weight: 0.5, detail: 'holdings' },
            { feature: 'sentence-initial', weight: -0.7 },
            { feature: 'cue-against', weight: -1.1, detail: 'microscope' },
          ],
        },
        alternativeNames: {
          'company/rocket-lab': { en: 'Rocket Lab', zh: '火箭实验室' },
          'rocket/falcon-9': { en: 'Falcon 9', zh: '猎鹰九号' },
        },
      }),
    },
    {
      name: 'pinned, out of another card',
      content: galleryCard(need('engine', 'raptor'), options, { pinned: true, onBack: nothing }),
    },
    { name: 'site', content: galleryCard(need('site', 'jiuquan'), options) },
    { name: 'person', content: galleryCard(need('person', 'elon-musk'), options) },
    { name: 'programme', content: galleryCard(need('program', 'artemis'), options) },
    {
      name: 'no date, no notes',
      content: galleryCard(electron, options, { published: null, noteCount: 0 }),
    },
    {
      name: 'US units',
      content: galleryCard(need('rocket', 'zhuque-3'), { ...options, units: 'us' }),
    },
  ];
}

/** The bottom sheet, in the frame of a phone. */
export function sheetState(card: Card, options: GalleryOptions): Shown {
  return {
    name: 'touch',
    content: <div class="phone">{galleryCard(card, options, { layout: 'sheet' })}</div>,
  };
}

/** Three rockets, and two companies, side by side. */
export function compareStates(cards: ReadonlyMap<string, Card>, options: GalleryOptions): Shown[] {
  const tray = (name: string, ids: readonly EntityId[]): Shown => ({
    name,
    content: (
      <CompareTray
        cards={ids.flatMap((id) => cards.get(id) ?? [])}
        locale={options.locale}
        units={options.units}
        onCopy={nothing}
        onRemove={nothing}
        onClose={nothing}
      />
    ),
  });
  return [
    tray('rockets', ['rocket/zhuque-3', 'rocket/falcon-9', 'rocket/starship']),
    tray('companies', ['company/landspace', 'company/spacex']),
  ];
}
