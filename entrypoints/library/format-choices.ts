import type { FormatChoice } from '@/components/library/exchange-view';
import type { Translate } from '@/core/i18n/messages';
import { FORMATS, type FormatId } from './exchange-formats';

/** The formats that the library can write, or read, in words. */
export function formatChoices(t: Translate, direction: 'write' | 'read'): readonly FormatChoice[] {
  return FORMATS.filter((format) => (direction === 'write' ? format.canWrite : format.canRead)).map(
    (format) => ({ id: format.id, isCopyable: format.isText, ...wordsFor(format.id, t) }),
  );
}

function wordsFor(id: FormatId, t: Translate): { readonly label: string; readonly loss: string } {
  switch (id) {
    case 'backup':
      return { label: t('fmtBackup'), loss: t('fmtBackupLoss') };
    case 'web-annotation':
      return { label: t('fmtW3c'), loss: t('fmtW3cLoss') };
    case 'markdown':
      return { label: t('fmtMarkdown'), loss: t('fmtMarkdownLoss') };
  }
}
