import { formatBytes } from '@/core/knowledge/format-bytes';
import { formatDate } from '@/core/knowledge/format-date';
import type { Formats } from '@/core/knowledge/formats';
import { Button } from '../ui/Button';

export interface BackupDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** UTF-16 code units. */
  readonly size: number;
}

export interface BackupListProps {
  readonly formats: Formats;
  /** Newest first; null while they are being looked for. */
  readonly backups: readonly BackupDay[] | null;
  /** Bytes used by everything that the extension stores; null where the browser does not tell. */
  readonly usedBytes: number | null;
  readonly onRestore: (day: string) => void;
  readonly onExport: () => void;
  readonly onImport: () => void;
}

/** The copies that are kept by themselves, how much room everything takes, and the ways in and out. */
export function BackupList(props: BackupListProps) {
  const { formats, backups, usedBytes } = props;
  const { t } = formats;
  return (
    <section class="options-part backups" aria-label={t('bakTitle')}>
      <h2>{t('bakTitle')}</h2>
      <p class="field-hint">{t('bakHint')}</p>
      {backups !== null && backups.length === 0 ? <p>{t('bakNone')}</p> : null}
      {backups === null || backups.length === 0 ? null : (
        <ul class="backup-list">
          {backups.map(({ day, size }) => (
            <li key={day}>
              <span>{formatDate(day, formats)}</span>
              <span class="list-count">{formatBytes(size, formats)}</span>
              <Button
                label={t('bakRestore')}
                icon="history"
                size="small"
                onClick={() => props.onRestore(day)}
              />
            </li>
          ))}
        </ul>
      )}
      <div class="backup-ways">
        <Button label={t('libExport')} icon="download" tone="outline" onClick={props.onExport} />
        <Button label={t('libImport')} icon="upload" tone="outline" onClick={props.onImport} />
      </div>
      {usedBytes === null ? null : (
        <p class="field-hint">{t('bakUsed', { size: formatBytes(usedBytes, formats) })}</p>
      )}
    </section>
  );
}
