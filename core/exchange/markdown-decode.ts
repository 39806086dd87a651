import { noteOf, quoteOf, type StoredAnnotation, tagsOf } from '@/core/annotation/annotation';
import { withNote } from '@/core/annotation/edit-note';
import { buildAnnotation, colourOf } from './build';
import { blockId, noteHash, plainNote, quoteHash, unguardNote, writtenTag } from './markdown';
import { fromQuoteBlock } from './markdown-text';
import { atLine, type DecodeContext, type Decoded, type Problem, refuse } from './problem';
import { cleanText, field, isFields, LONGEST_TEXT, parseJson } from './read';
import { storedFrom } from './stored';

/**
 * Reads Markdown that we wrote and a reader may have edited: a changed note or tag is an edit of the note, a block
 * that was taken out says nothing, words around the blocks are the reader's own and are passed over. Quotations are
 * the page's words: a changed one is reported and not taken. Several files in one text are read as one.
 */
export function decodeMarkdown(text: string, context: DecodeContext): Decoded {
  const lines = cleanText(text).split('\n');
  const blocks = blocksIn(lines);
  const exported = recordsIn(lines);
  if (blocks.length === 0)
    return refuse(
      atLine(
        1,
        'no block of ours is in this Markdown. Only files that Downrange wrote can be read.',
      ),
    );
  const local = new Map((context.local ?? []).map((one) => [one.annotation.id, one]));
  const records: StoredAnnotation[] = [];
  const problems: Problem[] = [];
  for (const block of blocks) {
    const read = readBlock(block);
    if (typeof read === 'string') {
      problems.push(atLine(block.line, read));
      continue;
    }
    const fromFile = exported.get(block.id);
    const base = baseFor(block, read, fromFile, local.get(block.id), context.now);
    if (typeof base === 'string') {
      problems.push(atLine(block.line, base));
      continue;
    }
    if (read.isQuoteChanged)
      problems.push(
        atLine(
          block.line,
          'the quotation was changed. It holds the words of the page: only note and tags were read.',
        ),
      );
    records.push(versionOf(base, read, local.get(block.id), context.now));
  }
  return { records, problems };
}

interface Block {
  /** Line of the comment, from 1. */
  readonly line: number;
  readonly id: string;
  readonly noteHash: string;
  /** `-` for a note without a quotation. */
  readonly quoteHash: string;
  /** The lines after the comment, up to the next comment of ours. */
  readonly lines: readonly string[];
}

interface ReadBlock {
  readonly quote: string | null;
  readonly isQuoteChanged: boolean;
  readonly note: string;
  /** As written, with `#`. */
  readonly tags: readonly string[];
  readonly isNoteChanged: boolean;
  readonly address: string | null;
  readonly colour: string | null;
}

const OPENING =
  /^<!-- downrange (urn:uuid:[\x21-\x7e]{1,200}) ([0-9a-f]{16}) ([0-9a-f]{16}|-) -->\s*$/;

function blocksIn(lines: readonly string[]): readonly Block[] {
  const borders = lines.flatMap((line, index) =>
    line.startsWith('<!-- downrange') ? [index] : [],
  );
  return borders.flatMap((start, index) => {
    const match = OPENING.exec(lines[start] ?? '');
    if (match === null) return [];
    const [, id = '', note = '', quote = ''] = match;
    const inside = lines.slice(start + 1, borders[index + 1] ?? lines.length);
    return [{ line: start + 1, id, noteHash: note, quoteHash: quote, lines: inside }];
  });
}

/** What the comments at the end of our files say, by id. */
function recordsIn(lines: readonly string[]): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  let isInside = false;
  for (const line of lines) {
    if (line.startsWith('<!-- downrange-records')) isInside = true;
    else if (line.startsWith('-->')) isInside = false;
    else if (isInside) {
      const value = parseJson(line)?.value;
      const annotation = isFields(value) ? field(value, 'annotation') : null;
      const id = isFields(annotation) ? field(annotation, 'id') : null;
      if (typeof id === 'string') found.set(id, value);
    }
  }
  return found;
}

function readBlock(block: Block): ReadBlock | string {
  const mark = blockId(block.id);
  const last = block.lines.findLastIndex(
    (line) => line.startsWith('- ') && line.trimEnd().endsWith(mark),
  );
  if (last === -1)
    return `the line that ends with ${mark} is missing. Put it back below the note, or take the comment out.`;
  const body = block.lines.slice(0, last);
  const quoteEnd = block.quoteHash === '-' ? 0 : body.findIndex((line) => !line.startsWith('>'));
  const quoteLines = body.slice(0, quoteEnd === -1 ? body.length : quoteEnd);
  const quote = block.quoteHash === '-' ? null : fromQuoteBlock(quoteLines);
  const note = unguardNote(plainNote(body.slice(quoteLines.length).join('\n')));
  if (note.length > LONGEST_TEXT)
    return 'the note is longer than 1,000,000 characters. Shorten it.';
  const line = (block.lines[last] ?? '').trimEnd().slice(2, -mark.length).trim();
  const parts = line.split(' · ');
  const tags = parts.filter((part) => /^#\S/.test(part));
  return {
    quote,
    isQuoteChanged: quote !== null && quoteHash(quote) !== block.quoteHash,
    note,
    tags,
    isNoteChanged: noteHash(note, tags) !== block.noteHash,
    address: /^\[↗\]\((\S+)\)$/.exec(parts[0] ?? '')?.[1] ?? null,
    colour: parts.find((part) => colourOf(part) !== undefined) ?? null,
  };
}

/** The version that the file was written from: from the comment at its end, the store, or the block alone. */
function baseFor(
  block: Block,
  read: ReadBlock,
  fromFile: unknown,
  local: StoredAnnotation | undefined,
  now: string,
): StoredAnnotation | string {
  const isWhole = !read.isQuoteChanged;
  if (fromFile !== undefined && isWhole) {
    const stored = storedFrom(withWords(fromFile, read, local));
    if (typeof stored !== 'string') return stored;
  }
  if (local !== undefined) return local;
  if (!isWhole)
    return 'the quotation was changed and the highlight is not in the library. Export the page again.';
  const colour = colourOf(read.colour);
  return buildAnnotation(
    {
      id: block.id,
      source: (read.address ?? '').replace(/:~:.*$/s, '').replace(/#$/, ''),
      ...(read.quote === null ? {} : { quote: { exact: read.quote } }),
      note: read.note,
      tags: read.tags,
      ...(colour === undefined ? {} : { colour }),
      created: null,
      modified: null,
    },
    now,
  );
}

/** The record of the comment with its words put back. An edited note has its old words only in the store. */
function withWords(value: unknown, read: ReadBlock, local: StoredAnnotation | undefined): unknown {
  const note = read.isNoteChanged
    ? local === undefined
      ? ''
      : noteOf(local.annotation)
    : read.note;
  const annotation = isFields(value) ? field(value, 'annotation') : null;
  if (!isFields(value) || !isFields(annotation)) return value;
  const body = field(annotation, 'body');
  const target = field(annotation, 'target');
  const selector = isFields(target) ? field(target, 'selector') : null;
  const fill = (one: unknown, key: string, type: string, words: string) =>
    isFields(one) &&
    field(one, 'type') === type &&
    field(one, key) === '' &&
    field(one, 'purpose') !== 'tagging'
      ? { ...one, [key]: words }
      : one;
  return {
    ...value,
    annotation: {
      ...annotation,
      body: Array.isArray(body) ? body.map((one) => fill(one, 'value', 'TextualBody', note)) : body,
      target:
        isFields(target) && Array.isArray(selector)
          ? {
              ...target,
              selector: selector.map((one) =>
                fill(one, 'exact', 'TextQuoteSelector', read.quote ?? ''),
              ),
            }
          : target,
    },
  };
}

/** The base itself when nothing was edited, the store's version when it says the same, else a revision after the base. */
function versionOf(
  base: StoredAnnotation,
  read: ReadBlock,
  local: StoredAnnotation | undefined,
  now: string,
): StoredAnnotation {
  if (!read.isNoteChanged) return base;
  const known = [
    ...tagsOf(base.annotation),
    ...(local === undefined ? [] : tagsOf(local.annotation)),
  ];
  const tags = read.tags.map((tag) => known.find((one) => writtenTag(one) === tag) ?? tag.slice(1));
  if (
    local !== undefined &&
    plainNote(noteOf(local.annotation)) === read.note &&
    tagsOf(local.annotation).join('\n') === tags.join('\n') &&
    quoteOf(local.annotation) === quoteOf(base.annotation)
  )
    return local;
  return withNote(base, read.note, tags, now);
}
