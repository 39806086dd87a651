import { encodeBackup } from '@/core/exchange/backup';
import { toBackupLines } from '@/core/own/own-backup';
import { browser } from '@/platform/browser';
import { readSettings } from '@/platform/settings-store';
import { resetAnnotatedSites } from '@/platform/storage/annotated-sites';
import type { AnnotationStore } from '@/platform/storage/annotation-store';
import { createBackupStore } from '@/platform/storage/backup-store';
import type { DraftStore } from '@/platform/storage/draft-store';
import type { OwnStore } from '@/platform/storage/own-store';

const ALARM = 'daily';
const DAY_MINUTES = 24 * 60;

/** Once a day: empties the trash of what is older than thirty days, and keeps a backup outside the database. */
export function keepHouse(
  store: AnnotationStore,
  drafts: DraftStore,
  own: OwnStore,
  now: () => Date,
): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name !== ALARM) return;
    void tidy(store, own, now());
    void drafts.tidy(now().toISOString());
  });
  void browser.alarms.get(ALARM).then((alarm) => {
    if (alarm === undefined)
      browser.alarms.create(ALARM, { delayInMinutes: 5, periodInMinutes: DAY_MINUTES });
  });
}

async function tidy(store: AnnotationStore, own: OwnStore, date: Date): Promise<void> {
  const now = date.toISOString();
  const [all, entries] = await Promise.all([store.all(), own.all()]);
  // An unreadable or empty database must not push the last good backups out.
  if (all.ok && entries.ok && all.value.length + entries.value.length > 0) {
    const app = browser.runtime.getManifest().version;
    const others = toBackupLines(entries.value, await readSettings());
    await createBackupStore().keep(now.slice(0, 10), encodeBackup(all.value, { now, app, others }));
  }
  const purged = await store.purge(now, false);
  if (!purged.ok || purged.value === 0) return;
  const left = await store.all();
  // What is in the trash counts: it may come back.
  if (left.ok) await resetAnnotatedSites(left.value.flatMap(({ page }) => page?.url ?? []));
}
