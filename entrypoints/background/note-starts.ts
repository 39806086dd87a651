import type { StoredAnnotation } from '@/core/annotation/annotation';
import type { EntityId } from '@/core/knowledge/entity';
import { err, ok, type Result } from '@/core/result';
import type { ContractError, PageRequests } from '@/platform/messaging/contract';
import type { Methods } from '@/platform/messaging/server';
import type { AnnotationStore } from '@/platform/storage/annotation-store';
import type { DraftStore } from '@/platform/storage/draft-store';
import type { UnsavedNote } from '@/platform/storage/schema';
import { contractError, keyOf } from './asked-page';
import { decodePage, isEntity, record } from './decode';

/** The methods that begin notes. */
export type NoteStarts = Pick<
  Methods<PageRequests>,
  'annotations.noteOnEntity' | 'annotations.noteOnPage'
>;

/**
 * Where a note on an entity or on a page begins: with the one that the reader has, else with a new one that is
 * kept as a draft until something is written. Opening an editor and closing it again leaves nothing behind.
 */
export function noteStarts(
  store: AnnotationStore,
  drafts: DraftStore,
  now: () => string,
): NoteStarts {
  return {
    'annotations.noteOnEntity': {
      decode: (params) => {
        const { entity } = record(params);
        return isEntity(entity) ? { entity } : null;
      },
      async answer({ entity }) {
        const about = await store.forEntity(entity);
        if (!about.ok) return err(contractError(about.error));
        return begin(about.value, drafts, { annotation: noteOnEntity(entity, now()), page: null });
      },
    },
    'annotations.noteOnPage': {
      decode: (params) => {
        const { canonical, page } = record(params);
        const described = decodePage(page);
        return described !== null && (canonical === null || typeof canonical === 'string')
          ? { canonical, page: described }
          : null;
      },
      async answer({ canonical, page }, { url }) {
        const key = keyOf({ url }, canonical);
        if (key === null || url === null) {
          return err({
            code: 'invalid',
            message: 'This page has no address under which a note could be kept.',
          });
        }
        const stored = await store.forPage(key.key);
        if (!stored.ok) return err(contractError(stored.error));
        const at = now();
        return begin(stored.value, drafts, {
          annotation: {
            ...emptyNote('bookmarking', url, key.key, at),
            page: { ...page, url },
          },
          page: { pageKey: key.key, urls: [url], title: page.title, rule: key.rule, lastSeen: at },
        });
      },
    },
  };
}

/** The id of the note among `stored`, or of one that was begun before, or of the new one. */
async function begin(
  stored: readonly StoredAnnotation[],
  drafts: DraftStore,
  unsaved: UnsavedNote,
): Promise<Result<string, ContractError>> {
  const { pageKey, annotation } = unsaved.annotation;
  const { id, motivation, created } = annotation;
  const isIt = (one: StoredAnnotation | undefined) =>
    one?.pageKey === pageKey && one.annotation.motivation === motivation;
  const known = stored.find(isIt);
  if (known !== undefined) return ok(known.annotation.id);
  const begun = (await drafts.all()).find((draft) => isIt(draft.unsaved?.annotation));
  if (begun !== undefined) return ok(begun.key);
  const isKept = await drafts.put({
    key: id,
    text: '',
    tags: [],
    revision: 0,
    at: created,
    unsaved,
  });
  if (isKept) return ok(id);
  return err({
    code: 'unavailable',
    message: 'The browser lets nothing be stored at the moment, so no note can be begun.',
  });
}

function noteOnEntity(entity: EntityId, at: string): StoredAnnotation {
  const source = `urn:downrange:${entity}` as const;
  const empty = emptyNote('describing', source, source, at);
  return {
    ...empty,
    annotation: {
      ...empty.annotation,
      body: [{ type: 'SpecificResource', source, purpose: 'identifying' }],
    },
  };
}

function emptyNote(
  motivation: 'bookmarking' | 'describing',
  source: string,
  pageKey: string,
  at: string,
): StoredAnnotation {
  return {
    annotation: {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `urn:uuid:${crypto.randomUUID()}`,
      type: 'Annotation',
      motivation,
      created: at,
      modified: at,
      body: [],
      target: {
        type: 'SpecificResource',
        source,
        ...(motivation === 'bookmarking'
          ? { state: { type: 'TimeState' as const, sourceDate: at } }
          : {}),
      },
    },
    pageKey,
    revision: 0,
  };
}
