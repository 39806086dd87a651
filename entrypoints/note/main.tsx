import '@/components/ui/document.css';
import '@/components/annotation/annotation.css';
import '@/components/annotation/note.css';
import '@/components/annotation/chooser.css';
import { render } from 'preact';
import { browser } from '@/platform/browser';
import { createAnnotationStore } from '@/platform/storage/annotation-store';
import { createConnection } from '@/platform/storage/database';
import { createDraftStore } from '@/platform/storage/draft-store';
import { NoteSession } from './note-session';

/*
 * A frame of ours in the publisher's page, or a page of its own: the only place where notes are read and
 * typed. It is given nothing but an id, and shows the note only where the note belongs.
 */

const locale = new URLSearchParams(location.search).get('lang') === 'zh' ? 'zh' : 'en';
const id = decodeURIComponent(location.hash.slice(1));
const connection = createConnection();

const session = new NoteSession({
  id,
  locale,
  store: createAnnotationStore(connection),
  drafts: createDraftStore(connection),
  now: () => new Date().toISOString(),
  tabUrl: async () => (await browser.tabs.getCurrent())?.url ?? null,
  isOwnPage: window.top === window,
  announce: announceChange,
  close: () => window.parent.postMessage('downrange:close-note', '*'),
  draw: (view) => render(view, document.body),
});
document.documentElement.lang = locale === 'zh' ? 'zh-Hans' : 'en';
void session.start();
window.addEventListener('pagehide', () => void session.keepDraft());

async function announceChange(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id === undefined) return;
  await browser.tabs
    .sendMessage(tab.id, { downrange: 'annotations-changed' })
    .catch(() => undefined);
}
