import { noteOf, type StoredAnnotation, tagsOf } from '@/core/annotation/annotation';
import { withNote } from '@/core/annotation/edit-note';
import { err, ok, type Result } from '@/core/result';
import { browser } from '@/platform/browser';
import type { ContractError, DocumentRequests, NoteText } from '@/platform/messaging/contract';
import type { Methods } from '@/platform/messaging/server';
import type { Sender } from '@/platform/messaging/transport';
import type { AnnotationStore } from '@/platform/storage/annotation-store';
import type { DraftStore } from '@/platform/storage/draft-store';

type NoteMethods = Pick<Methods<DocumentRequests>, 'note.get' | 'note.draft' | 'note.save'>;

/**
 * Notes, for documents of our own. The frame in a publisher's page asks through here and opens no database:
 * in Firefox such a frame has neither the tabs API nor, for certain, the extension's own storage.
 */
export function noteMethods(
  store: AnnotationStore,
  drafts: DraftStore,
  now: () => string,
): NoteMethods {
  return {
    'note.get': {
      decode: (params) => {
        const { id } = record(params);
        return typeof id === 'string' ? { id } : null;
      },
      async answer({ id }, sender) {
        const found = await mayShow(store, id, sender);
        if (!found.ok) return found;
        const draft = await drafts.get(id);
        return ok({
          ...textOf(found.value),
          colour: found.value.annotation.target.styleClass ?? null,
          draft: draft === null ? null : { text: draft.text, tags: draft.tags },
        });
      },
    },
    'note.draft': {
      decode: decodeText,
      async answer({ id, text, tags, revision }, sender) {
        const found = await mayShow(store, id, sender);
        if (!found.ok) return found;
        const kept = await drafts.put({ key: id, text, tags, revision, at: now() });
        return ok(kept);
      },
    },
    'note.save': {
      decode: decodeText,
      async answer({ id, text, tags, revision }, sender) {
        const found = await mayShow(store, id, sender);
        if (!found.ok) return found;
        if (found.value.revision !== revision)
          return ok({ state: 'conflict', ...textOf(found.value) });
        const written = await store.put(withNote(found.value, text, tags, now()), null);
        if (written.ok) {
          await drafts.remove(id);
          await announce(sender);
          return ok({ state: 'saved', ...textOf(written.value) });
        }
        const { error } = written;
        if (error.code === 'stale-revision')
          return ok({ state: 'conflict', ...textOf(error.current) });
        return err({ code: error.code, message: error.message });
      },
    },
  };
}

function textOf({ annotation, revision }: StoredAnnotation): NoteText {
  return { text: noteOf(annotation), tags: tagsOf(annotation), revision };
}

/** In a page's frame only the notes of that page's site: another site cannot call one up by its id. */
async function mayShow(
  store: AnnotationStore,
  id: string,
  sender: Sender,
): Promise<Result<StoredAnnotation, ContractError>> {
  const found = await store.get(id);
  if (!found.ok) return err({ code: found.error.code, message: found.error.message });
  const { page, annotation } = found.value;
  const source = page?.url;
  // A note on an entity belongs to no page: it may be written wherever the entity's card was opened.
  if (annotation.motivation === 'describing' && page === undefined) return found;
  if (sender.frameId === 0 || sender.tabUrl === null) return found;
  if (source !== undefined && hostOf(source) === hostOf(sender.tabUrl)) return found;
  return err({
    code: 'forbidden',
    message: 'This note belongs to another page, so it is not shown here.',
  });
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null;
}

/** Tells the page around the frame that something stored for it has changed. */
async function announce(sender: Sender): Promise<void> {
  if (sender.tabId === null) return;
  await browser.tabs
    .sendMessage(sender.tabId, { downrange: 'annotations-changed' })
    .catch(() => undefined);
}

function decodeText(
  params: unknown,
): { id: string; text: string; tags: readonly string[]; revision: number } | null {
  const { id, text, tags, revision } = record(params);
  if (typeof id !== 'string' || typeof text !== 'string' || typeof revision !== 'number')
    return null;
  if (!Array.isArray(tags) || !tags.every((tag): tag is string => typeof tag === 'string'))
    return null;
  return { id, text, tags, revision };
}

function record(params: unknown): Record<string, unknown> {
  return typeof params === 'object' && params !== null ? (params as Record<string, unknown>) : {};
}
