import { joinNever } from '@/core/own/own-backup';
import { browser } from '@/platform/browser';
import { createCardStore } from '@/platform/card-store';
import { createClient } from '@/platform/messaging/client';
import type { PageRequests } from '@/platform/messaging/contract';
import { sendToBackground } from '@/platform/messaging/runtime-transport';
import { writeOwnIndex } from '@/platform/own-index';
import { changeSettings } from '@/platform/settings-store';
import { resetAnnotatedSites } from '@/platform/storage/annotated-sites';
import { createBackupStore } from '@/platform/storage/backup-store';
import type { OwnStore } from '@/platform/storage/own-store';
import type { LibraryServices } from './services';

/** The library's services in a browser. `addresses` gives every address at which something is kept, the trash included. */
export function createServices(
  addresses: () => Promise<readonly string[]>,
  own: OwnStore,
): LibraryServices {
  const cards = createCardStore();
  const backups = createBackupStore();
  const client = createClient<PageRequests>(sendToBackground);
  return {
    version: browser.runtime.getManifest().version,
    now: () => new Date().toISOString(),
    card: (id) => cards.get(id),
    async ownFacts(id) {
      const all = await own.all();
      return (all.ok && all.value.find((entry) => entry.id === id)?.facts) || [];
    },
    editOwn: (id) => void client.request('own.edit', { id }),
    save,
    copy,
    listBackups: () => backups.list(),
    readBackup: (day) => backups.read(day),
    usedBytes,
    async afterImport(never) {
      // What is in the trash counts: it may come back.
      await resetAnnotatedSites(await addresses());
      const entries = await own.all();
      if (entries.ok) await writeOwnIndex(entries.value);
      if (never.neverMark.length + Object.keys(never.neverMarkOn).length > 0)
        await changeSettings((known) => joinNever(known, never));
    },
    async noteOn(entity) {
      const answer = await client.request('annotations.noteOnEntity', { entity });
      return answer.ok ? answer.value : null;
    },
  };
}

/** How long the browser may take to fetch a file that we hand it; in milliseconds. */
const FETCH_MS = 60_000;

function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), FETCH_MS);
}

async function copy(text: string): Promise<string | null> {
  try {
    await navigator.clipboard.writeText(text);
    return null;
  } catch (fault) {
    // The browser allows it only for a few seconds after a click.
    return fault instanceof Error ? fault.message : String(fault);
  }
}

async function usedBytes(): Promise<number | null> {
  const { usage } = await navigator.storage.estimate();
  return usage ?? null;
}
