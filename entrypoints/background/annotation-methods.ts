import {
  type Annotation,
  type Body,
  noteOf,
  type StoredAnnotation,
} from '@/core/annotation/annotation';
import { err, ok, type Result } from '@/core/result';
import type {
  ContractError,
  NewHighlight,
  PageRequests,
  PaintedTarget,
} from '@/platform/messaging/contract';
import type { Methods } from '@/platform/messaging/server';
import type { Sender } from '@/platform/messaging/transport';
import type { AnnotationStore } from '@/platform/storage/annotation-store';
import { contractError, isOwn, keyOf, notHere, ownOf } from './asked-page';
import { decodeId, decodeNew, isColour, isEntity, isId, record } from './decode';

type AnnotationMethods = Pick<
  Methods<PageRequests>,
  | 'annotations.forPage'
  | 'annotations.entityCounts'
  | 'annotations.create'
  | 'annotations.recolour'
  | 'annotations.trash'
  | 'annotations.restore'
>;

/** Most entities whose notes are counted in one request. */
const MAX_COUNTED = 256;

/**
 * What a page may ask about annotations. The page that is meant is always the sender's own, by the address
 * that the browser reports; a page can neither read nor change what is stored for another.
 */
export function annotationMethods(
  store: AnnotationStore,
  rememberSite: (url: string) => Promise<void>,
  now: () => string,
): AnnotationMethods {
  return {
    'annotations.forPage': {
      decode: (params) => {
        const { canonical } = record(params);
        return canonical === null || typeof canonical === 'string' ? { canonical } : null;
      },
      async answer({ canonical }, sender) {
        const key = keyOf(sender, canonical);
        if (key === null) return ok([]);
        const stored = await store.forPage(key.key);
        if (!stored.ok) return err(contractError(stored.error));
        return ok(stored.value.flatMap((one) => toPainted(one) ?? []));
      },
    },
    'annotations.entityCounts': {
      decode: (params) => {
        const { ids } = record(params);
        return Array.isArray(ids) && ids.length <= MAX_COUNTED && ids.every(isEntity)
          ? { ids }
          : null;
      },
      async answer({ ids }) {
        const counts = await store.entityCounts(ids);
        return counts.ok ? counts : err(contractError(counts.error));
      },
    },
    'annotations.create': {
      decode: decodeNew,
      async answer(wanted, sender) {
        const key = keyOf(sender, wanted.canonical);
        if (key === null || sender.url === null) {
          return err({
            code: 'invalid',
            message: 'This page has no address under which a highlight could be kept.',
          });
        }
        // Asked again because the first answer was lost on its way: the dates would differ, nothing else does.
        const known = await store.get(wanted.id);
        if (known.ok) return isOwn(known.value, sender) ? painted(known.value) : err(notHere());
        const at = now();
        const stored: StoredAnnotation = {
          annotation: newAnnotation(wanted, sender.url, at),
          pageKey: key.key,
          page: { ...wanted.page, url: sender.url },
          revision: 1,
        };
        const page = {
          pageKey: key.key,
          urls: [sender.url],
          title: wanted.page.title,
          rule: key.rule,
          lastSeen: at,
        };
        const written = await store.put(stored, page);
        if (!written.ok) return err(contractError(written.error));
        await rememberSite(sender.url);
        return painted(written.value);
      },
    },
    'annotations.recolour': {
      decode: (params) => {
        const { id, revision, colour } = record(params);
        return isId(id) && typeof revision === 'number' && isColour(colour)
          ? { id, revision, colour }
          : null;
      },
      async answer({ id, revision, colour }, sender) {
        const current = await ownOf(store, id, sender);
        if (!current.ok) return current;
        const { annotation } = current.value;
        if (annotation.target.styleClass === colour) return painted(current.value);
        const written = await store.put(
          {
            ...current.value,
            revision: revision + 1,
            annotation: {
              ...annotation,
              modified: now(),
              target: { ...annotation.target, styleClass: colour },
            },
          },
          null,
        );
        return written.ok ? painted(written.value) : err(contractError(written.error));
      },
    },
    'annotations.trash': {
      decode: decodeId,
      answer: async ({ id }, sender) => setTrashed(store, id, sender, now(), now()),
    },
    'annotations.restore': {
      decode: decodeId,
      answer: async ({ id }, sender) => setTrashed(store, id, sender, null, now()),
    },
  };
}

function newAnnotation(wanted: NewHighlight, url: string, at: string): Annotation {
  const body: Body[] = wanted.entities.map((id) => ({
    type: 'SpecificResource',
    source: `urn:downrange:${id}`,
    purpose: 'identifying',
  }));
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: wanted.id,
    type: 'Annotation',
    motivation: 'highlighting',
    created: at,
    modified: at,
    body,
    target: {
      type: 'SpecificResource',
      source: url,
      selector: wanted.selector,
      state: { type: 'TimeState', sourceDate: at },
      styleClass: wanted.colour,
    },
  };
}

async function setTrashed(
  store: AnnotationStore,
  id: string,
  sender: Sender,
  at: string | null,
  now: string,
): Promise<Result<null, ContractError>> {
  const current = await ownOf(store, id, sender);
  if (!current.ok) return current;
  const done = await store.setTrashed([id], at, now);
  return done.ok ? ok(null) : err(contractError(done.error));
}

function painted(stored: StoredAnnotation): Result<PaintedTarget, ContractError> {
  const target = toPainted(stored);
  return target === null
    ? err({ code: 'invalid', message: 'This highlight has no passage to paint.' })
    : ok(target);
}

/** What a page may know of an annotation; null for notes without a passage. */
function toPainted({ annotation, revision }: StoredAnnotation): PaintedTarget | null {
  const { selector, styleClass } = annotation.target;
  if (selector === undefined) return null;
  return {
    id: annotation.id,
    revision,
    selector,
    colour: styleClass ?? 'yellow',
    hasNote: noteOf(annotation) !== '',
  };
}
