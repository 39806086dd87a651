import {
  entitiesOf,
  noteOf,
  quoteOf,
  type StoredAnnotation,
  tagsOf,
} from '@/core/annotation/annotation';
import { createNamer } from './file-name';
import { commentJson, inline, quoteBlock, yamlText } from './markdown-text';
import { passageLink } from './passage-link';
import { sha256 } from './sha256';
import { entityOfSource, groupRecords } from './writer';

/*
 * Markdown for Obsidian, Logseq and plain editors, one file a page or one file an entity. A block is
 *
 *     <!-- downrange urn:uuid:… <hash of note and tags> <hash of the quotation> -->
 *     > the quotation
 *
 *     the note
 *
 *     - [↗](address of the passage) · yellow · #tag · [[Entity]] ^k-1a2b3c4d
 *
 * The block id is made from the annotation's id, so that links to a block survive another export. A comment at the
 * end of the file holds what Markdown has no place for; `markdown-decode.ts` reads all of it.
 */

export interface MarkdownOptions {
  /** One file for each page, or one for each entity (and one for what is about none). */
  readonly by?: 'page' | 'entity';
  /** The name that links and files of an entity bear; by default made from its id. */
  readonly nameOf?: (entityId: string) => string;
}

export interface TextFile {
  /** With extension; unique in the list, also on disks that do not tell capitals. */
  readonly name: string;
  readonly text: string;
}

/** Markdown files in the order in which their first annotation comes. What is in the trash stays out. */
export function encodeMarkdown(
  records: readonly StoredAnnotation[],
  { by = 'page', ...options }: MarkdownOptions = {},
): readonly TextFile[] {
  const live = records.filter(({ deletedAt }) => deletedAt === undefined);
  const fileOf = createMarkdownFiles({ by, ...options });
  return [...groupRecords(live, by)].map(([key, group]) => fileOf(group, key));
}

/** Gives the file of each page, or of each entity, one after the other. */
export function createMarkdownFiles({
  by = 'page',
  nameOf = nameFromId,
}: MarkdownOptions): (records: readonly StoredAnnotation[], key: string) => TextFile {
  const nameFile = createNamer();
  return (records, key) => {
    const title = by === 'page' ? titleOfPage(records, key, nameOf) : titleOfEntity(key, nameOf);
    return { name: `${nameFile(title)}.md`, text: fileFor(title, records, nameOf) };
  };
}

function titleOfPage(
  [first]: readonly StoredAnnotation[],
  key: string,
  nameOf: (id: string) => string,
): string {
  const about = entityOfSource(first?.annotation.target.source ?? '');
  return about === null ? (first?.page?.title ?? key) : nameOf(about);
}

function titleOfEntity(id: string, nameOf: (id: string) => string): string {
  return id === '' ? 'No entity' : nameOf(id);
}

/** `rocket/zhuque-3` → `Zhuque 3`: readable where no knowledge base is at hand. */
function nameFromId(id: string): string {
  const slug = id.slice(id.indexOf('/') + 1).replaceAll('-', ' ');
  return slug.replace(/(?<![^ ])\p{Ll}/gu, (letter) => letter.toUpperCase());
}

function fileFor(
  title: string,
  records: readonly StoredAnnotation[],
  nameOf: (id: string) => string,
): string {
  const blocks = records.map((record) => blockFor(record, nameOf));
  const rest = records.map((record) => commentJson(withoutWords(record)));
  return [
    frontMatter(title, records),
    `# ${inline(title)}`,
    '',
    blocks.join('\n\n'),
    '',
    '<!-- downrange-records',
    ...rest,
    '-->',
    '',
  ].join('\n');
}

function frontMatter(title: string, records: readonly StoredAnnotation[]): string {
  const pages = records.flatMap(({ page }) => (page === undefined ? [] : [page]));
  const keys = new Set(records.map(({ pageKey }) => pageKey));
  const page = keys.size === 1 ? pages[0] : undefined;
  const created = records.map(({ annotation }) => annotation.created).sort()[0] ?? '';
  const tags = [...new Set(['clippings', ...records.flatMap((one) => tagsOf(one.annotation))])];
  const published = page?.published ?? '';
  const isDay = /^\d{4}-\d\d-\d\d/.test(published);
  return [
    '---',
    `title: ${yamlText(title)}`,
    `source: ${yamlText(page?.url ?? '')}`,
    ...list('author', page?.author === undefined ? [] : [page.author]),
    `published:${published === '' ? '' : ` ${isDay ? published.slice(0, 10) : yamlText(published)}`}`,
    `created: ${created.slice(0, 10)}`,
    `description: ${yamlText(page?.siteName ?? '')}`,
    ...list(
      'tags',
      tags.map((tag) => writtenTag(tag).slice(1)),
    ),
    '---',
    '',
  ].join('\n');
}

function list(key: string, values: readonly string[]): readonly string[] {
  if (values.length === 0) return [`${key}: []`];
  return [`${key}:`, ...values.map((value) => `  - ${yamlText(value)}`)];
}

function blockFor(record: StoredAnnotation, nameOf: (id: string) => string): string {
  const { annotation } = record;
  const quote = quoteOf(annotation);
  const note = plainNote(noteOf(annotation));
  const tags = tagsOf(annotation).map(writtenTag);
  const link = passageLink(record);
  const about = entityOfSource(annotation.target.source);
  const entities = [...new Set([...(about === null ? [] : [about]), ...entitiesOf(annotation)])];
  const parts = [
    ...(link === null ? [] : [`[↗](${destination(link)})`]),
    ...(annotation.target.styleClass === undefined ? [] : [annotation.target.styleClass]),
    ...tags,
    ...entities.map(
      (id) =>
        `[[${nameOf(id)
          .replace(/[[\]|#^\n]+/g, ' ')
          .trim()}]]`,
    ),
  ];
  return [
    `<!-- downrange ${annotation.id} ${noteHash(note, tags)} ${quote === null ? '-' : quoteHash(quote)} -->`,
    ...(quote === null ? [] : [quoteBlock(quote), '']),
    ...(note === '' ? [] : [guardNote(note), '']),
    `- ${parts.join(' · ')} ${blockId(annotation.id)}`,
  ].join('\n');
}

/** Whatever ends a link's address in Markdown, percent-encoded. */
function destination(address: string): string {
  return address.replace(/[\s()<>\\[\]`*_|]/g, (sign) =>
    sign === '_' ? sign : `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** `^k-` and eight digits made from the annotation's id. */
export function blockId(id: string): string {
  return `^k-${sha256(id).slice(0, 8)}`;
}

/** The note as a file can hold it: line feeds, no empty lines or spaces around it. */
export function plainNote(note: string): string {
  return note.replace(/\r\n?/g, '\n').replace(/^\s*\n|\s+$/g, '');
}

/** A tag as Obsidian reads it: spaces become hyphens. */
export function writtenTag(tag: string): string {
  return `#${tag.replace(/\s+/g, '-')}`;
}

/** Tells whether a note or its tags were edited in the file. */
export function noteHash(note: string, writtenTags: readonly string[]): string {
  return sha256(`${note}\n${writtenTags.join(' ')}`).slice(0, 16);
}

/** Tells whether the quotation was edited in the file. Spaces at the ends do not count: editors take them away. */
export function quoteHash(quote: string): string {
  return sha256(quote.trim()).slice(0, 16);
}

/** A line of a note that looks like our comment gets a backslash, which reading takes away again. */
function guardNote(note: string): string {
  return note.replace(/^(\\*<!-- downrange)/gm, '\\$1');
}

/** The opposite of `guardNote`. */
export function unguardNote(note: string): string {
  return note.replace(/^\\(\\*<!-- downrange)/gm, '$1');
}

/** The record without the words that stand in the file already, which make most of it. */
function withoutWords(record: StoredAnnotation): StoredAnnotation {
  const { annotation } = record;
  const { selector } = annotation.target;
  const note = noteOf(annotation);
  // A note that a file would change (CRLF, spaces around it) is kept whole.
  const isKept = plainNote(note) !== note;
  return {
    ...record,
    annotation: {
      ...annotation,
      body: annotation.body.map((body) =>
        !isKept &&
        body.type === 'TextualBody' &&
        body.purpose === 'commenting' &&
        body.value === note
          ? { ...body, value: '' }
          : body,
      ),
      target: {
        ...annotation.target,
        ...(selector === undefined
          ? {}
          : {
              selector: selector.map((one) =>
                one.type === 'TextQuoteSelector' ? { ...one, exact: '' } : one,
              ),
            }),
      },
    },
  };
}
