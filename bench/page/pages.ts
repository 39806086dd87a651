import { createSeeded, type Seeded } from '../matching/seeded';
import { englishText } from '../matching/texts';

/** Sentences with two names each that stand for themselves; every name has a card. */
export const TOLD: readonly [string, ...string[]] = [
  'SpaceX flew another Falcon 9 on Monday.',
  'Rocket Lab has rolled out Neutron for a test.',
  'Blue Origin brought New Glenn to its pad.',
  'LandSpace said that Zhuque-3 had reached orbit.',
  'Arianespace handed Ariane 6 to its customer.',
  'Galactic Energy wants to fly Ceres-1 from the sea.',
];

/** What a page is made of. */
export interface PageShape {
  /** Text nodes, about; those of white space between elements count, as they do on real pages. */
  readonly textNodes: number;
  /** How many names stand in it; 0 makes a page that mentions nothing. */
  readonly mentions: number;
  /** A heading before each sentence with names: the reader marks a name once in each section. */
  readonly ownSections?: boolean;
  /** A script of the page's own, run at its end. */
  readonly script?: string;
}

/** 840 text nodes and 18,000 characters: a news story of 1,500 words with the lists around it (design, matching, 6). */
export const NEWS: PageShape = { textNodes: 840, mentions: 0 };
const CHARACTERS_PER_NODE = 19;

/** Builds a page. The same shape and seed give the same bytes. */
export function buildPage(shape: PageShape, seed: number): string {
  const random = createSeeded(seed);
  const words = plainWords(shape.textNodes * CHARACTERS_PER_NODE, seed);
  const blocks: string[] = [];
  let nodes = 0;
  let told = 0;
  let at = 0;
  const take = (count: number) => {
    const taken = words.slice(at, at + count).join(' ');
    at = at + 2 * count > words.length ? 0 : at + count;
    return taken;
  };
  const every = shape.mentions === 0 ? 0 : Math.floor(shape.textNodes / (shape.mentions / 2));
  while (nodes < shape.textNodes || told * 2 < shape.mentions) {
    if (every > 0 && told * 2 < shape.mentions && nodes >= told * every) {
      const sentence = TOLD[told % TOLD.length] ?? TOLD[0];
      const heading = shape.ownSections === true ? `<h2>${take(3)}</h2>\n` : '';
      blocks.push(`${heading}<p>${sentence} ${take(12)}.</p>`);
      told++;
      nodes += shape.ownSections === true ? 4 : 2;
    }
    const [html, count] = random.below(4) === 0 ? list(random, take) : paragraph(random, take);
    blocks.push(html);
    nodes += count + 1;
  }
  const script = shape.script === undefined ? '' : `<script>${shape.script}</script>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${take(5)}</title>
<style>body{font:16px/1.5 serif;max-width:44rem;margin:2rem auto}</style></head>
<body>
<main id="story">
${blocks.join('\n')}
</main>
${script}</body></html>
`;
}

type Take = (count: number) => string;

function paragraph(random: Seeded, take: Take): readonly [string, number] {
  const parts = [`<p>${take(12 + random.below(16))}`];
  let nodes = 1;
  for (let left = random.below(3); left > 0; left--) {
    parts.push(` <a href="#">${take(2)}</a> ${take(6 + random.below(10))}`);
    nodes += 2;
  }
  return [`${parts.join('')}.</p>`, nodes];
}

function list(random: Seeded, take: Take): readonly [string, number] {
  const count = 3 + random.below(5);
  const rows = Array.from({ length: count }, () => `<li>\n<a href="#">${take(5)}</a>\n</li>`);
  return [`<ul>\n${rows.join('\n')}\n</ul>`, count * 4 + 1];
}

/** Words of news, none of them of our field: with one, every Amazon on the page would be worth a look. */
function plainWords(length: number, seed: number): readonly string[] {
  return englishText(length, seed)
    .replaceAll(/\borbit\b/gi, 'market')
    .split(/\s+/)
    .filter((word) => word !== '');
}
