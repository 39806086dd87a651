import type { StoredAnnotation } from '@/core/annotation/annotation';
import { markedPassageOf, withMarkedPassage } from '@/core/annotation/marked-passage';
import { err, ok, type Result } from '@/core/result';
import type {
  ContractError,
  OwnHighlight,
  PageRequests,
  PaintedTarget,
} from '@/platform/messaging/contract';
import type { Methods } from '@/platform/messaging/server';
import type { Sender } from '@/platform/messaging/transport';
import type { AnnotationStore } from '@/platform/storage/annotation-store';
import { contractError, ownOf } from './asked-page';
import { decodeMarkedPassage, decodeOwn, isColour, record } from './decode';
import { painted } from './painted';

/** Tells the pages of an address that something stored for it has changed; not the tab where it was done. */
export type Announce = (url: string, from: number | null) => Promise<void>;

export type ChangeMethods = Pick<
  Methods<PageRequests>,
  | 'annotations.recolour'
  | 'annotations.passage'
  | 'annotations.move'
  | 'annotations.trash'
  | 'annotations.restore'
>;

/** What a page may do to highlights that are there: its own, and no others. */
export function changeMethods(
  store: AnnotationStore,
  announce: Announce,
  now: () => string,
): ChangeMethods {
  /** Writes what `next` makes of a highlight; null: that has been done already, by a request whose answer was lost. */
  const change = async (
    highlight: OwnHighlight,
    sender: Sender,
    next: (current: StoredAnnotation) => StoredAnnotation | null,
  ): Promise<Result<PaintedTarget, ContractError>> => {
    const current = await ownOf(store, highlight, sender);
    if (!current.ok) return current;
    const changed = next(current.value);
    if (changed === null) return painted(current.value);
    const written = await store.put(changed, null);
    if (!written.ok) return err(contractError(written.error));
    tell(written.value, sender);
    return painted(written.value);
  };
  const setTrashed = async (
    highlight: OwnHighlight,
    sender: Sender,
    at: string | null,
  ): Promise<Result<null, ContractError>> => {
    const current = await ownOf(store, highlight, sender);
    if (!current.ok) return current;
    const done = await store.setTrashed([highlight.id], at, now());
    if (!done.ok) return err(contractError(done.error));
    tell(current.value, sender);
    return ok(null);
  };
  const tell = ({ page }: StoredAnnotation, { tabId }: Sender) => {
    if (page !== undefined) void announce(page.url, tabId);
  };

  return {
    'annotations.recolour': {
      decode: (params) => {
        const { revision, colour } = record(params);
        const own = decodeOwn(params);
        return own !== null && typeof revision === 'number' && isColour(colour)
          ? { ...own, revision, colour }
          : null;
      },
      answer: ({ revision, colour, ...own }, sender) =>
        change(own, sender, (current) => {
          const { annotation } = current;
          const { target } = annotation;
          if (target.styleClass === colour) return null;
          return {
            ...current,
            revision: revision + 1,
            annotation: {
              ...annotation,
              modified: now(),
              target: { ...target, styleClass: colour },
            },
          };
        }),
    },
    'annotations.passage': {
      decode: decodeOwn,
      async answer(own, sender) {
        const current = await ownOf(store, own, sender);
        if (!current.ok) return current;
        const passage = markedPassageOf(current.value);
        return passage === null
          ? err({ code: 'invalid', message: 'This note is not on a passage.' })
          : ok(passage);
      },
    },
    'annotations.move': {
      decode: (params) => {
        const { revision, passage } = record(params);
        const own = decodeOwn(params);
        const decoded = decodeMarkedPassage(passage);
        return own !== null && decoded !== null && typeof revision === 'number'
          ? { ...own, revision, passage: decoded }
          : null;
      },
      answer: ({ revision, passage, ...own }, sender) =>
        change(own, sender, (current) => {
          const { selector } = current.annotation.target;
          if (JSON.stringify(selector) === JSON.stringify(passage.selector)) return null;
          const at = now();
          const moved = withMarkedPassage(
            current,
            { ...passage, seenAt: passage.seenAt ?? at },
            at,
          );
          return { ...moved, revision: revision + 1 };
        }),
    },
    'annotations.trash': {
      decode: decodeOwn,
      answer: (own, sender) => setTrashed(own, sender, now()),
    },
    'annotations.restore': {
      decode: decodeOwn,
      answer: (own, sender) => setTrashed(own, sender, null),
    },
  };
}
