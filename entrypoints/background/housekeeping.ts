import { keepBackup } from '@/platform/backup-store';
import { browser } from '@/platform/browser';
import type { AnnotationStore } from '@/platform/storage/annotation-store';

const ALARM = 'daily';
const DAY_MINUTES = 24 * 60;

/** Once a day: empties the trash of what is older than thirty days, and keeps a backup outside the database. */
export function keepHouse(store: AnnotationStore, now: () => Date): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM) void tidy(store, now());
  });
  void browser.alarms.get(ALARM).then((alarm) => {
    if (alarm === undefined)
      browser.alarms.create(ALARM, { delayInMinutes: 5, periodInMinutes: DAY_MINUTES });
  });
}

async function tidy(store: AnnotationStore, now: Date): Promise<void> {
  const all = await store.all();
  // An unreadable or empty database must not push the last good backups out.
  if (all.ok && all.value.length > 0) {
    await keepBackup(now.toISOString().slice(0, 10), JSON.stringify(all.value));
  }
  await store.purge(now.toISOString(), false);
}
