import type { Annotation, Body, StoredAnnotation } from '@/core/annotation/annotation';

/** A stored highlight with everything in it that tests do not care about; say what you do care about. */
export function aStoredAnnotation(
  change: {
    readonly id?: string;
    readonly quote?: string;
    readonly note?: string;
    readonly tags?: readonly string[];
    readonly entities?: readonly string[];
    readonly url?: string;
    readonly created?: string;
    readonly modified?: string;
    readonly revision?: number;
    readonly deletedAt?: string;
    readonly pageKey?: string;
    readonly title?: string;
  } = {},
): StoredAnnotation {
  const url = change.url ?? 'https://news.example/story';
  const created = change.created ?? '2026-03-01T10:00:00.000Z';
  const body: Body[] = [
    ...(change.note === undefined
      ? []
      : [
          {
            type: 'TextualBody',
            value: change.note,
            format: 'text/markdown',
            purpose: 'commenting',
          } as const,
        ]),
    ...(change.tags ?? []).map(
      (tag) =>
        ({ type: 'TextualBody', value: tag, format: 'text/plain', purpose: 'tagging' }) as const,
    ),
    ...(change.entities ?? []).map(
      (id) =>
        ({
          type: 'SpecificResource',
          source: `urn:downrange:${id}`,
          purpose: 'identifying',
        }) as const,
    ),
  ];
  const exact = change.quote ?? 'The first stage came down upright.';
  const annotation: Annotation = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: change.id ?? 'urn:uuid:00000000-0000-4000-8000-000000000001',
    type: 'Annotation',
    motivation: change.note === undefined ? 'highlighting' : 'commenting',
    created,
    modified: change.modified ?? created,
    body,
    target: {
      type: 'SpecificResource',
      source: url,
      selector: [
        { type: 'TextQuoteSelector', exact, prefix: 'before it ', suffix: ' after it' },
        { type: 'TextPositionSelector', start: 10, end: 10 + exact.length },
      ],
      state: { type: 'TimeState', sourceDate: created },
      styleClass: 'yellow',
    },
  };
  return {
    annotation,
    pageKey: change.pageKey ?? 'news.example/story',
    page: { url, title: change.title ?? 'A story', siteName: 'News', published: '2026-02-28' },
    revision: change.revision ?? 1,
    ...(change.deletedAt === undefined ? {} : { deletedAt: change.deletedAt }),
  };
}
