import type { FormatChoice } from '@/components/library/exchange-view';
import { FORMATS, type Format, type FormatId, type Loss } from '@/core/exchange/formats';
import { createTranslate, type Locale, type Translate } from '@/core/i18n/messages';
import { ANKI } from './anki-file';

/** The formats that can be written, or read, in words. Cards for Anki are the last that can be written. */
export function formatChoices(
  locale: Locale,
  direction: 'write' | 'read',
): readonly FormatChoice[] {
  const t = createTranslate(locale);
  const choices = FORMATS.filter((format) =>
    direction === 'write' ? format.write !== undefined : format.decode !== undefined,
  ).map((format) => ({
    id: format.id,
    label: nameOf(format.id, t),
    extension: format.extension,
    use: useOf(format.id, t),
    loss: lossOf(format, locale, t),
    isCopyable: format.mime !== 'application/zip',
  }));
  if (direction === 'read') return choices;
  const anki = {
    id: ANKI,
    label: t('exchangeFormatAnki'),
    extension: '.csv',
    use: t('useAnki'),
    loss: t('lossAnki'),
    isCopyable: true,
  };
  return [...choices, anki];
}

function lossOf({ lossy }: Format, locale: Locale, t: Translate): string {
  if (lossy.length === 0) return t('lossNone');
  const tag = locale === 'zh' ? 'zh-CN' : 'en-GB';
  const list = new Intl.ListFormat(tag, { type: 'disjunction' });
  return t('lossSome', { list: list.format(lossy.map((loss) => wordsOf(loss, t))) });
}

function nameOf(id: FormatId, t: Translate): string {
  const names: Readonly<Record<FormatId, string>> = {
    backup: t('exchangeFormatBackup'),
    markdown: t('exchangeFormatMarkdown'),
    'markdown-zip': t('exchangeFormatMarkdownZip'),
    'markdown-entities': t('exchangeFormatMarkdownEntities'),
    'web-annotation': t('exchangeFormatWebAnnotation'),
    hypothesis: t('exchangeFormatHypothesis'),
    readwise: t('exchangeFormatReadwise'),
    csv: t('exchangeFormatCsv'),
    ris: t('exchangeFormatRis'),
    'csl-json': t('exchangeFormatCslJson'),
    html: t('exchangeFormatHtml'),
    clipper: t('exchangeFormatClipper'),
  };
  return names[id];
}

function useOf(id: FormatId, t: Translate): string {
  const uses: Readonly<Record<FormatId, string>> = {
    backup: t('useBackup'),
    markdown: t('useMarkdown'),
    'markdown-zip': t('useMarkdownZip'),
    'markdown-entities': t('useMarkdownEntities'),
    'web-annotation': t('useWebAnnotation'),
    hypothesis: t('useHypothesis'),
    readwise: t('useReadwise'),
    csv: t('useCsv'),
    ris: t('useReferences'),
    'csl-json': t('useReferences'),
    html: t('useHtml'),
    clipper: t('useClipper'),
  };
  return uses[id];
}

function wordsOf(loss: Loss, t: Translate): string {
  const words: Readonly<Record<Loss, string>> = {
    trash: t('lossTrash'),
    'entity-notes': t('lossEntityNotes'),
    'page-notes': t('lossPageNotes'),
    'notes-and-tags-of-pages': t('lossNotesAndTags'),
    context: t('lossContext'),
    position: t('lossPosition'),
    colours: t('lossColours'),
    entities: t('lossEntities'),
    'tags-of-several-words': t('lossLongTags'),
    'change-dates': t('lossChangeDates'),
    'page-details': t('lossPageDetails'),
    history: t('lossHistory'),
  };
  return words[loss];
}
