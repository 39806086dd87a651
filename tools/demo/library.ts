import type { Annotation, HighlightColour, StoredAnnotation } from '@/core/annotation/annotation';

/*
 * A small library as a reader of the demo stories would have it: for pictures. What is quoted stands in the stories
 * beside this file.
 */

const STORIES = {
  market: {
    url: 'https://meridian.example/star-market',
    title: 'Rocket makers look to Shanghai for patience',
    siteName: 'The Meridian',
    published: '2025-12-17',
    read: '2025-12-18T08:1',
  },
  haiyang: {
    url: 'https://ziwuxian.example/haiyang',
    title: '海边的发射场在等火箭',
    siteName: '子午线',
    published: '2026-01-06',
    read: '2026-01-07T11:3',
  },
  roundup: {
    url: 'https://meridian.example/roundup',
    title: 'Downrange this week: small rockets, large promises',
    siteName: 'The Meridian',
    published: '2026-03-02',
    read: '2026-03-03T19:0',
  },
} as const;

interface Marked {
  readonly story: keyof typeof STORIES;
  readonly quote: string;
  readonly colour: HighlightColour;
  readonly note?: string;
  readonly tags?: readonly string[];
  readonly about?: readonly string[];
  readonly inTrash?: true;
}

const MARKED: readonly Marked[] = [
  {
    story: 'market',
    quote:
      "The Beijing company's Zhuque-3 put its upper stage into orbit on 3 December, and the part that was meant to come home did not.",
    colour: 'yellow',
    note: 'Compare with what the company itself said about the first flight.',
    tags: ['reuse'],
    about: ['rocket/zhuque-3', 'company/landspace'],
  },
  {
    story: 'market',
    quote:
      'a listing standard written for firms without profits was widened in June to take in rocket makers',
    colour: 'blue',
    tags: ['listing', 'regulation'],
    about: ['market/star-market'],
  },
  {
    story: 'market',
    quote:
      'You learn more in the last three kilometres than in the three hundred before them,” says an engineer who has worked on both.',
    colour: 'green',
  },
  {
    story: 'market',
    quote: 'no Chinese reusable rocket has flown twice',
    colour: 'red',
    note: 'Check again in summer.',
    tags: ['reuse', 'to-check'],
    about: ['rocket/zhuque-3', 'rocket/long-march-12a', 'rocket/falcon-9'],
  },
  {
    story: 'haiyang',
    quote:
      '蓝箭航天的朱雀三号首飞入轨，一级在着陆前失利；三周之后，长征十二号甲的一子级同样没有成功回收。',
    colour: 'yellow',
    note: '两次都是液氧甲烷，九台发动机。',
    tags: ['回收'],
    about: ['rocket/zhuque-3', 'company/landspace', 'rocket/long-march-12a'],
  },
  {
    story: 'haiyang',
    quote: '固体火箭不需要加注，适合上船。',
    colour: 'purple',
    about: ['rocket/gravity-1'],
  },
  {
    story: 'haiyang',
    quote: '上海证券交易所把科创板第五套上市标准扩大到商业航天，尚未盈利的火箭公司可以排队上市。',
    colour: 'blue',
    tags: ['listing'],
    about: ['market/star-market', 'company/landspace'],
  },
  {
    story: 'roundup',
    quote:
      'Until then Electron pays the bills: the small launcher flies from New Zealand every few weeks.',
    colour: 'yellow',
    tags: ['cadence'],
    about: ['rocket/electron', 'company/rocket-lab'],
  },
  {
    story: 'roundup',
    quote: 'Isar Aerospace prepares Spectrum for another try from Andøya',
    colour: 'green',
    note: 'Date of the window?',
    tags: ['europe', 'to-check'],
    about: ['company/isar-aerospace'],
  },
  {
    story: 'roundup',
    quote: 'Stoke Space, which wants to reuse everything, raised more money.',
    colour: 'blue',
    tags: ['funding'],
    about: ['company/stoke-space'],
  },
  {
    story: 'roundup',
    quote: 'small rockets, large promises',
    colour: 'yellow',
    inTrash: true,
  },
];

/** The library's annotations, oldest first. */
export function demoLibrary(): readonly StoredAnnotation[] {
  return MARKED.map((one, n) => {
    const { read, ...page } = STORIES[one.story];
    const created = `${read}${n % 10}:00.000Z`;
    const text = (value: string, purpose: 'commenting' | 'tagging') =>
      ({
        type: 'TextualBody',
        value,
        format: purpose === 'tagging' ? 'text/plain' : 'text/markdown',
        purpose,
      }) as const;
    const annotation: Annotation = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      type: 'Annotation',
      motivation: one.note === undefined ? 'highlighting' : 'commenting',
      created,
      modified: created,
      body: [
        ...(one.note === undefined ? [] : [text(one.note, 'commenting')]),
        ...(one.tags ?? []).map((tag) => text(tag, 'tagging')),
        ...(one.about ?? []).map(
          (id) =>
            ({
              type: 'SpecificResource',
              source: `urn:downrange:${id}`,
              purpose: 'identifying',
            }) as const,
        ),
      ],
      target: {
        type: 'SpecificResource',
        source: page.url,
        selector: [{ type: 'TextQuoteSelector', exact: one.quote, prefix: '', suffix: '' }],
        state: { type: 'TimeState', sourceDate: created },
        styleClass: one.colour,
      },
    };
    return {
      annotation,
      pageKey: page.url,
      page,
      revision: 1,
      ...(one.inTrash === undefined ? {} : { deletedAt: '2026-03-04T08:00:00.000Z' }),
    };
  });
}
