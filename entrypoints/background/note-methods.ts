import { noteOf, type StoredAnnotation, tagsOf } from '@/core/annotation/annotation';
import { cleanTags, withNote } from '@/core/annotation/edit-note';
import { err, ok, type Result } from '@/core/result';
import type { ContractError, DocumentRequests, NoteText } from '@/platform/messaging/contract';
import type { Methods } from '@/platform/messaging/server';
import type { Sender } from '@/platform/messaging/transport';
import type { AnnotationStore } from '@/platform/storage/annotation-store';
import type { DraftStore } from '@/platform/storage/draft-store';
import type { Draft } from '@/platform/storage/schema';
import { contractError } from './asked-page';
import { record } from './decode';
import type { OwnMethods } from './own-methods';

/** What the methods do to pages: the rest of them knows no browser. */
export interface NotePages {
  /** Opens the note on the page over it. False where no extension is let in. */
  openNote(tabId: number): Promise<boolean>;
  /** Tells pages of these addresses that something stored for them has changed. */
  announce(urls: readonly string[]): Promise<void>;
}

/**
 * Notes, for documents of our own. The frame in a publisher's page asks through here and opens no database:
 * in Firefox such a frame has neither the tabs API nor, for certain, the extension's own storage.
 */
export function noteMethods(
  store: AnnotationStore,
  drafts: DraftStore,
  pages: NotePages,
  now: () => string,
): Omit<Methods<DocumentRequests>, keyof OwnMethods> {
  return {
    'page.writeNote': {
      decode: (params) => {
        const { tabId } = record(params);
        return typeof tabId === 'number' ? { tabId } : null;
      },
      answer: async ({ tabId }) => ok(await pages.openNote(tabId)),
    },
    'note.get': {
      decode: (params) => {
        const { id } = record(params);
        return typeof id === 'string' ? { id } : null;
      },
      async answer({ id }, sender) {
        const found = await findNote(store, drafts, id, sender);
        if (!found.ok) return found;
        const { stored, draft } = found.value;
        return ok({
          ...textOf(stored),
          colour: stored.annotation.target.styleClass ?? null,
          draft: draft === null || isEmpty(draft) ? null : { text: draft.text, tags: draft.tags },
        });
      },
    },
    'note.draft': {
      decode: decodeText,
      async answer({ id, text, tags, revision }, sender) {
        const found = await findNote(store, drafts, id, sender);
        if (!found.ok) return found;
        const kept = await drafts.put({
          ...found.value.draft,
          key: id,
          text,
          tags,
          revision,
          at: now(),
        });
        return ok(kept);
      },
    },
    'note.save': {
      decode: decodeText,
      async answer(change, sender) {
        const found = await findNote(store, drafts, change.id, sender);
        if (!found.ok) return found;
        const { stored, draft } = found.value;
        // Also the answer to a save that is asked for again because its first answer was lost on its way.
        if (isSameNote(stored, change)) return saved(stored);
        if (stored.revision !== change.revision) return conflict(stored);
        const next = withNote(stored, change.text, change.tags, now());
        const written = await store.put(next, draft?.unsaved?.page ?? null);
        if (written.ok) return saved(written.value);
        const { error } = written;
        return error.code === 'stale-revision'
          ? conflict(error.current)
          : err(contractError(error));

        async function saved(note: StoredAnnotation) {
          if (note.revision > 0) await drafts.remove(change.id, change.text);
          else if (draft !== null) await drafts.put({ ...draft, text: '', tags: [] });
          // A page saved to disk has another address than the note.
          const urls = [note.page?.url, sender.tabUrl].filter((url) => url != null);
          if (note.page !== undefined) void pages.announce(urls);
          return ok({ state: 'saved' as const, ...textOf(note) });
        }
      },
    },
  };
}

function conflict(stored: StoredAnnotation) {
  return ok({ state: 'conflict' as const, ...textOf(stored) });
}

function textOf({ annotation, revision }: StoredAnnotation): NoteText {
  return { text: noteOf(annotation), tags: tagsOf(annotation), revision };
}

function isSameNote(stored: StoredAnnotation, { text, tags }: NoteText): boolean {
  const same = textOf(stored);
  const isSameText = same.text === text || (same.text === '' && text.trim() === '');
  return isSameText && same.tags.join('\n') === cleanTags(tags).join('\n');
}

function isEmpty({ text, tags, unsaved }: Draft): boolean {
  return unsaved !== undefined && text === '' && tags.length === 0;
}

/** The note and its draft, if the asker may see them; a note that was never saved is in its draft alone. */
async function findNote(
  store: AnnotationStore,
  drafts: DraftStore,
  id: string,
  sender: Sender,
): Promise<
  Result<{ readonly stored: StoredAnnotation; readonly draft: Draft | null }, ContractError>
> {
  const [found, draft] = await Promise.all([store.get(id), drafts.get(id)]);
  const stored = found.ok ? found.value : draft?.unsaved?.annotation;
  if (!found.ok && (found.error.code !== 'not-found' || stored === undefined))
    return err(contractError(found.error));
  if (stored === undefined || !mayShow(stored, sender)) {
    return err({
      code: 'forbidden',
      message: 'This note belongs to another page, so it is not shown here.',
    });
  }
  return ok({ stored, draft });
}

/** In a page's frame only the notes of that page's site: another site cannot call one up by its id. */
function mayShow({ page, annotation }: StoredAnnotation, sender: Sender): boolean {
  // A note on an entity belongs to no page: it may be written wherever the entity's card was opened.
  if (annotation.motivation === 'describing' && page === undefined) return true;
  if (sender.frameId === 0 || sender.tabUrl === null) return true;
  // A page saved to disk: no other site stands behind it, and ids are known only to our own script there.
  if (sender.tabUrl.startsWith('file:')) return true;
  return page !== undefined && hostOf(page.url) === hostOf(sender.tabUrl);
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null;
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
