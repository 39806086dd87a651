import { encodeBackup } from '@/core/exchange/backup';
import { keepBackup } from '@/platform/backup-store';
import { browser } from '@/platform/browser';
import { resetAnnotatedSites } from '@/platform/storage/annotated-sites';
import type { AnnotationStore } from '@/platform/storage/annotation-store';
import type { DraftStore } from '@/platform/storage/draft-store';

const ALARM = 'daily';
const DAY_MINUTES = 24 * 60;

/** Once a day: empties the trash of what is older than thirty days, and keeps a backup outside the database. */
export function keepHouse(store: AnnotationStore, drafts: DraftStore, now: () => Date): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name !== ALARM) return;
    void tidy(store, now());
    void drafts.tidy(now().toISOString());
  });
  void browser.alarms.get(ALARM).then((alarm) => {
    if (alarm === undefined)
      browser.alarms.create(ALARM, { delayInMinutes: 5, periodInMinutes: DAY_MINUTES });
  });
}

async function tidy(store: AnnotationStore, date: Date): Promise<void> {
  const now = date.toISOString();
  const all = await store.all();
  // An unreadable or empty database must not push the last good backups out.
  if (all.ok && all.value.length > 0) {
    const app = browser.runtime.getManifest().version;
    await keepBackup(now.slice(0, 10), encodeBackup(all.value, { now, app }));
  }
  const purged = await store.purge(now, false);
  if (!purged.ok || purged.value === 0) return;
  const left = await store.all();
  // What is in the trash counts: it may come back.
  if (left.ok) await resetAnnotatedSites(left.value.flatMap(({ page }) => page?.url ?? []));
}
