import '@/components/ui/document.css';
import '@/components/annotation/colours.css';
import '@/components/annotation/note.css';
import '@/components/annotation/chooser.css';
import { render } from 'preact';
import { createTranslate } from '@/core/i18n/messages';
import { createClient } from '@/platform/messaging/client';
import type { DocumentRequests } from '@/platform/messaging/contract';
import { sendToBackground } from '@/platform/messaging/runtime-transport';
import { applyFrameLook } from './frame-look';
import { NoteSession } from './note-session';

/*
 * A frame of ours in the publisher's page: the only place there in which notes are read and typed. It is
 * given nothing but an id; whether it may show the note is the background's decision.
 */

const locale = applyFrameLook();

const session = new NoteSession({
  id: decodeURIComponent(location.hash.slice(1)),
  locale,
  client: createClient<DocumentRequests>(sendToBackground),
  close: () => window.parent.postMessage('downrange:close-note', '*'),
  draw: (view) => {
    const isFirst = document.body.childElementCount === 0;
    render(
      <main class="note-main">
        <h1 class="visually-hidden">{createTranslate(locale)('note')}</h1>
        {view}
      </main>,
      document.body,
    );
    if (isFirst) document.querySelector('textarea')?.focus();
  },
});
void session.start();
// Hidden comes first, and a tab that is closed may not live to see the second.
document.addEventListener('visibilitychange', () => void session.keepDraft());
window.addEventListener('pagehide', () => void session.keepDraft());
