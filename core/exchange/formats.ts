import type { StoredAnnotation } from '@/core/annotation/annotation';
import { createBackupWriter, decodeBackup } from './backup';
import { decodeClipper } from './clipper';
import { parseCsv, withHeader } from './csv';
import { createHtmlWriter } from './html';
import { createHypothesisWriter } from './hypothesis';
import { decodeHypothesisCsv } from './hypothesis-csv';
import { decodeHypothesis } from './hypothesis-decode';
import { createMarkdownFiles } from './markdown';
import { decodeMarkdown } from './markdown-decode';
import type { DecodeContext, Decoded } from './problem';
import { createReadwiseWriter, decodeReadwise } from './readwise';
import { createCslWriter, createRisWriter } from './references';
import { createSpreadsheetWriter, decodeSpreadsheet } from './spreadsheet';
import { createWebAnnotationWriter } from './web-annotation';
import { decodeWebAnnotations } from './web-annotation-decode';
import { createJoiner, type FileWriter, type Grouping, writeWhole } from './writer';
import { createZipWriter } from './zip';

/** What an export of a format does not carry. The dialog and `docs/exchange.md` say it in words. */
export type Loss =
  | 'trash'
  | 'entity-notes'
  | 'page-notes'
  | 'notes-and-tags-of-pages'
  | 'context'
  | 'position'
  | 'colours'
  | 'entities'
  | 'tags-of-several-words'
  | 'change-dates'
  | 'page-details'
  | 'history';

export interface EncodeContext {
  /** ISO 8601, UTC. */
  readonly now: string;
  /** Version of the extension. */
  readonly app: string;
  /** Name of an entity for links and headings; by default made from its id. */
  readonly nameOf?: (entityId: string) => string;
  /** Further lines of a backup (see `backupLine`). */
  readonly others?: readonly string[];
}

export type FormatId =
  | 'backup'
  | 'markdown'
  | 'markdown-zip'
  | 'markdown-entities'
  | 'web-annotation'
  | 'hypothesis'
  | 'readwise'
  | 'csv'
  | 'ris'
  | 'csl-json'
  | 'html'
  | 'clipper';

export interface Format {
  readonly id: FormatId;
  /** Other words for it on the command line. */
  readonly also: readonly string[];
  /** Key of the format's name in the messages: `exchangeFormat` and the id in capitals at the words. */
  readonly nameKey: string;
  /** With the dot. */
  readonly extension: string;
  readonly mime: string;
  /** Absent for formats that are only read. */
  readonly write?: {
    /** How the writer wants the annotations put together. */
    readonly by: Grouping;
    /** True when the file holds the trash too. */
    readonly withTrash: boolean;
    readonly create: (context: EncodeContext) => FileWriter;
  };
  /** Absent for formats that are only written. */
  readonly decode?: (text: string, context: DecodeContext) => Decoded;
  readonly lossy: readonly Loss[];
}

/** Every format, in the order in which a menu offers them. Anki's cards are not annotations: see `encodeAnki`. */
export const FORMATS: readonly Format[] = [
  {
    id: 'backup',
    also: ['jsonl', 'json-lines', 'downrange'],
    nameKey: 'exchangeFormatBackup',
    extension: '.jsonl',
    mime: 'application/x-ndjson',
    write: {
      by: 'record',
      withTrash: true,
      create: createBackupWriter,
    },
    decode: decodeBackup,
    lossy: [],
  },
  {
    id: 'markdown',
    also: ['md'],
    nameKey: 'exchangeFormatMarkdown',
    extension: '.md',
    mime: 'text/markdown',
    write: {
      by: 'page',
      withTrash: false,
      create: (context) => {
        const fileOf = createMarkdownFiles(context);
        const join = createJoiner('\n');
        return {
          add: (records, key) => join(fileOf(records, key).text),
          end: () => ({ head: '', tail: '' }),
        };
      },
    },
    decode: decodeMarkdown,
    lossy: ['trash'],
  },
  {
    id: 'markdown-zip',
    also: ['md-zip'],
    nameKey: 'exchangeFormatMarkdownZip',
    extension: '.zip',
    mime: 'application/zip',
    write: {
      by: 'page',
      withTrash: false,
      create: (context) => createZipWriter(createMarkdownFiles(context), context.now),
    },
    lossy: ['trash'],
  },
  {
    id: 'markdown-entities',
    also: ['md-entities'],
    nameKey: 'exchangeFormatMarkdownEntities',
    extension: '.zip',
    mime: 'application/zip',
    write: {
      by: 'entity',
      withTrash: false,
      create: (context) =>
        createZipWriter(createMarkdownFiles({ ...context, by: 'entity' }), context.now),
    },
    lossy: ['trash'],
  },
  {
    id: 'web-annotation',
    also: ['w3c', 'jsonld', 'json-ld'],
    nameKey: 'exchangeFormatWebAnnotation',
    extension: '.jsonld',
    mime: 'application/ld+json',
    write: {
      by: 'record',
      withTrash: false,
      create: () => createWebAnnotationWriter(),
    },
    decode: decodeWebAnnotations,
    lossy: ['trash'],
  },
  {
    id: 'hypothesis',
    also: ['hypothesis-json', 'hypothesis-csv'],
    nameKey: 'exchangeFormatHypothesis',
    extension: '.json',
    mime: 'application/json',
    write: {
      by: 'record',
      withTrash: false,
      create: createHypothesisWriter,
    },
    decode: (text, context) =>
      /^[\s\ufeff]*[[{]/.test(text) || !isTable(text, 'Quote/description')
        ? decodeHypothesis(text, context)
        : decodeHypothesisCsv(text, context),
    lossy: ['trash', 'entity-notes', 'position', 'page-details', 'history'],
  },
  {
    id: 'readwise',
    also: ['readwise-csv'],
    nameKey: 'exchangeFormatReadwise',
    extension: '.csv',
    mime: 'text/csv',
    write: {
      by: 'record',
      withTrash: false,
      create: createReadwiseWriter,
    },
    decode: decodeReadwise,
    lossy: [
      'trash',
      'entity-notes',
      'page-notes',
      'context',
      'colours',
      'entities',
      'tags-of-several-words',
      'change-dates',
      'page-details',
      'history',
    ],
  },
  {
    id: 'csv',
    also: ['spreadsheet'],
    nameKey: 'exchangeFormatCsv',
    extension: '.csv',
    mime: 'text/csv',
    write: {
      by: 'record',
      withTrash: false,
      create: createSpreadsheetWriter,
    },
    decode: (text, context) => {
      if (isTable(text, 'Quote/description')) return decodeHypothesisCsv(text, context);
      return isTable(text, 'Highlight')
        ? decodeReadwise(text, context)
        : decodeSpreadsheet(text, context);
    },
    lossy: ['trash', 'context', 'position', 'history'],
  },
  {
    id: 'ris',
    also: [],
    nameKey: 'exchangeFormatRis',
    extension: '.ris',
    mime: 'application/x-research-info-systems',
    write: {
      by: 'page',
      withTrash: false,
      create: createRisWriter,
    },
    lossy: [
      'trash',
      'entity-notes',
      'context',
      'position',
      'colours',
      'entities',
      'notes-and-tags-of-pages',
      'history',
    ],
  },
  {
    id: 'csl-json',
    also: ['csl', 'csl_json'],
    nameKey: 'exchangeFormatCslJson',
    extension: '.json',
    mime: 'application/vnd.citationstyles.csl+json',
    write: {
      by: 'page',
      withTrash: false,
      create: createCslWriter,
    },
    lossy: [
      'trash',
      'entity-notes',
      'context',
      'position',
      'colours',
      'entities',
      'notes-and-tags-of-pages',
      'history',
    ],
  },
  {
    id: 'html',
    also: [],
    nameKey: 'exchangeFormatHtml',
    extension: '.html',
    mime: 'text/html',
    write: {
      by: 'page',
      withTrash: false,
      create: createHtmlWriter,
    },
    lossy: ['trash', 'context', 'position', 'change-dates', 'history'],
  },
  {
    id: 'clipper',
    also: ['obsidian', 'obsidian-clipper'],
    nameKey: 'exchangeFormatClipper',
    extension: '.json',
    mime: 'application/json',
    decode: decodeClipper,
    lossy: [],
  },
];

/** The file of a format for annotations that are at hand; null for formats that are only read. */
export function encodeAs(
  { write }: Format,
  records: readonly StoredAnnotation[],
  context: EncodeContext,
): string | Uint8Array | null {
  if (write === undefined) return null;
  const wanted = write.withTrash
    ? records
    : records.filter(({ deletedAt }) => deletedAt === undefined);
  return writeWhole(write.create(context), wanted, write.by);
}

/** The format of that id or other word, in any case; null when there is none. */
export function formatNamed(name: string): Format | null {
  const wanted = name.trim().toLowerCase();
  return FORMATS.find(({ id, also }) => id === wanted || also.includes(wanted)) ?? null;
}

function isTable(text: string, column: string): boolean {
  return withHeader(parseCsv(text.slice(0, 10_000))).has(column);
}
