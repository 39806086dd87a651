import '@/components/ui/document.css';
import '@/components/own/own-facts.css';
import { render } from 'preact';
import { OwnFacts } from '@/components/own/OwnFacts';
import { createTranslate } from '@/core/i18n/messages';
import { applyFrameLook } from '@/entrypoints/note/frame-look';
import { createClient } from '@/platform/messaging/client';
import type { DocumentRequests, PageRequests } from '@/platform/messaging/contract';
import { sendToBackground } from '@/platform/messaging/runtime-transport';

/* A frame of ours on a card in the publisher's page: what the reader knows of an entity is read here only. */

const locale = applyFrameLook();
const id = decodeURIComponent(location.hash.slice(1));

void createClient<DocumentRequests>(sendToBackground)
  .request('own.get', { id })
  .then((answer) => {
    // Removed meanwhile, or a worker that is gone: an empty frame says nothing wrong.
    if (!answer.ok || answer.value === null) return;
    render(
      <main>
        <h1 class="visually-hidden">{createTranslate(locale)('ownFacts')}</h1>
        <OwnFacts
          locale={locale}
          region={navigator.language}
          facts={answer.value.facts}
          onEdit={() =>
            void createClient<PageRequests>(sendToBackground).request('own.edit', { id })
          }
        />
      </main>,
      document.body,
    );
  });
