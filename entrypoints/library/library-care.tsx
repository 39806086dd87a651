import { useEffect, useMemo, useState } from 'preact/hooks';
import { BackupList } from '@/components/library/BackupList';
import { createFormats } from '@/core/knowledge/formats';
import type { BackupEntry } from '@/platform/storage/backup-store';
import type { LibraryPartProps } from './library-app';

/** Backups, room on the device, and the ways in and out: below the settings. */
export function LibraryCare(props: LibraryPartProps) {
  const { services, locale, region, settings, version, onExchange } = props;
  const formats = useMemo(
    () => createFormats(locale, settings.units, region),
    [locale, settings.units, region],
  );
  const [backups, setBackups] = useState<readonly BackupEntry[] | null>(null);
  const [usedBytes, setUsedBytes] = useState<number | null>(null);
  useEffect(() => {
    void services.listBackups().then(setBackups);
    void services.usedBytes().then(setUsedBytes);
  }, [version]);
  return (
    <div class="options library-care">
      <BackupList
        formats={formats}
        backups={backups}
        usedBytes={usedBytes}
        onRestore={(day) => onExchange({ do: 'import', backup: day })}
        onExport={() => onExchange({ do: 'export', shown: null, chosen: [] })}
        onImport={() => onExchange({ do: 'import', backup: null })}
      />
    </div>
  );
}
