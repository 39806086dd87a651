import type { Annotation, StoredAnnotation } from '@/core/annotation/annotation';
import { toIdentifying } from '@/core/annotation/marked-passage';
import { err, ok } from '@/core/result';
import type { NewHighlight, PageRequests } from '@/platform/messaging/contract';
import type { Methods } from '@/platform/messaging/server';
import type { AnnotationStore } from '@/platform/storage/annotation-store';
import { contractError, isOwn, keyOf, notHere } from './asked-page';
import { type Announce, type ChangeMethods, changeMethods } from './change-methods';
import { decodeNew, isCanonical, isEntity, record } from './decode';
import { painted, toPainted } from './painted';

type AnnotationMethods = ChangeMethods &
  Pick<
    Methods<PageRequests>,
    'annotations.forPage' | 'annotations.entityCounts' | 'annotations.create'
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
  announce: Announce,
  now: () => string,
): AnnotationMethods {
  return {
    'annotations.forPage': {
      decode: (params) => {
        const { canonical } = record(params);
        return isCanonical(canonical) ? { canonical } : null;
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
        if (known.ok)
          return isOwn(known.value, sender, wanted.canonical)
            ? painted(known.value)
            : err(notHere());
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
        void announce(sender.url, sender.tabId);
        return painted(written.value);
      },
    },
    ...changeMethods(store, announce, now),
  };
}

function newAnnotation(wanted: NewHighlight, url: string, at: string): Annotation {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: wanted.id,
    type: 'Annotation',
    motivation: 'highlighting',
    created: at,
    modified: at,
    body: toIdentifying(wanted.entities),
    target: {
      type: 'SpecificResource',
      source: url,
      selector: wanted.selector,
      state: { type: 'TimeState', sourceDate: at },
      styleClass: wanted.colour,
    },
  };
}
