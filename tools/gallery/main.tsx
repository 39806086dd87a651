import { render } from 'preact';
import type { Card } from '@/core/knowledge/card';
import { findFaults } from './faults';
import { libraryPages } from './library';
import {
  cardStates,
  compareStates,
  type GalleryOptions,
  galleryCard,
  type Shown,
  sheetState,
  TEN_CARDS,
} from './states';
import { aboutPages, briefPage, ownPages, settingsPage, surfaces } from './surfaces';

/*
 * A page of cards for looking at and for screenshots, from compiled cards. Query: `page` (ten, states,
 * sheet, or an entity's id), `lang` (en, zh), `theme` (light, dark), `units` (metric, us), `whole` (0: scroll inside 520 px).
 */

const query = new URLSearchParams(location.search);
const options: GalleryOptions = {
  locale: query.get('lang') === 'zh' ? 'zh' : 'en',
  units: query.get('units') === 'us' ? 'us' : 'metric',
};
document.documentElement.dataset.theme = query.get('theme') ?? 'light';
document.documentElement.lang = options.locale === 'zh' ? 'zh-Hans' : 'en';
const page = query.get('page') ?? 'ten';

const response = await fetch('./cards.json');
const cards = new Map(((await response.json()) as Card[]).map((card) => [card.id as string, card]));

const root = document.getElementById('gallery');
if (root === null) throw new Error('expected #gallery in the page, found none');
render(<Gallery shown={shownOn(page)} />, root);
// For tools/gallery/shoot.ts, which looks at the page from outside.
Object.assign(globalThis, { findFaults });

function shownOn(name: string): readonly Shown[] {
  if (name === 'states') return cardStates(cards, options);
  const known = (id: string): Card[] => {
    const card = cards.get(id);
    return card === undefined ? [] : [card];
  };
  if (name === 'sheet') return known('rocket/zhuque-3').map((card) => sheetState(card, options));
  if (name === 'surfaces') return surfaces(options);
  if (name === 'library') return libraryPages(cards, options);
  if (name === 'about') return aboutPages(options);
  if (name === 'brief') return briefPage(cards, options);
  if (name === 'own') return ownPages([...cards.values()], options);
  if (name === 'settings') return settingsPage(options);
  if (name === 'compare') return compareStates(cards, options);
  const ids: readonly string[] = name === 'ten' ? TEN_CARDS : name.split(',');
  return ids.flatMap((id) =>
    known(id).map((card) => ({ name: id, content: galleryCard(card, options) })),
  );
}

function Gallery({ shown }: { readonly shown: readonly Shown[] }) {
  return (
    <div
      class={`columns ${query.get('whole') === '0' ? '' : 'is-whole'} ${['compare', 'settings', 'about', 'library'].includes(page) ? 'is-wide' : ''}`}
    >
      {shown.map(({ name, content }) => (
        <div class="shown" key={name} data-shown={name}>
          <h1>{name}</h1>
          {content}
        </div>
      ))}
    </div>
  );
}
