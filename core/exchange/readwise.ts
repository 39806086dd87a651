import { noteOf, quoteOf, type StoredAnnotation, tagsOf } from '@/core/annotation/annotation';
import { buildAnnotation, colourOf, idFrom } from './build';
import { type CsvRow, type NamedTable, parseCsv, toCsv, withHeader } from './csv';
import { atLine, type DecodeContext, type Decoded, type Problem, refuse } from './problem';
import { instantOf } from './read';
import { unclosedProblem } from './spreadsheet';
import { type FileWriter, writeText } from './writer';

/*
 * Readwise reads one CSV and writes another. What it reads (docs.readwise.io/readwise/docs/importing-highlights):
 * `Highlight,Title,Author,URL,Note,Location,Date`. What it writes has eleven columns and no addresses.
 */

const COLUMNS = ['Highlight', 'Title', 'Author', 'URL', 'Note', 'Location', 'Date'] as const;

/**
 * What Readwise imports: passages only, because it refuses rows without a highlight. Not guarded against formulas:
 * the guard would be read as part of the words. Do not open it in a spreadsheet.
 */
export function encodeReadwise(records: readonly StoredAnnotation[]): string {
  return writeText(createReadwiseWriter(), records, 'record');
}

/** Writes the table some annotations at a time. */
export function createReadwiseWriter(): FileWriter {
  return {
    add: (records) => toCsv(rowsOf(records)),
    end: () => ({ head: toCsv([COLUMNS]), tail: '' }),
  };
}

function rowsOf(records: readonly StoredAnnotation[]): readonly (readonly string[])[] {
  return records.flatMap(({ annotation, page, deletedAt }) => {
    const quote = quoteOf(annotation);
    if (deletedAt !== undefined || quote === null) return [];
    const position = annotation.target.selector?.find((one) => one.type === 'TextPositionSelector');
    return [
      [
        quote,
        page?.title ?? annotation.target.source,
        page?.author ?? '',
        annotation.target.source,
        noteWithTags(noteOf(annotation), tagsOf(annotation)),
        position === undefined ? '' : String(position.start),
        annotation.created.slice(0, 19).replace('T', ' '),
      ],
    ];
  });
}

/**
 * Words that begin with a full stop are commands to Readwise: a first line `.one .two` gives tags, `.c1` joins
 * highlights, `.h1` makes headings. Tags of one plain word are written so, unless they would be such a command; a
 * note that begins with a full stop of its own gets a space in front.
 */
function noteWithTags(note: string, tags: readonly string[]): string {
  const written = tags.filter((tag) => /^[\p{L}\p{N}_-]+$/u.test(tag) && !/^[ch]\d+$/i.test(tag));
  const line = written.map((tag) => `.${tag}`).join(' ');
  const plain = /^\s*\./.test(note) ? ` ${note.trimStart()}` : note;
  return [line, plain].filter((part) => part !== '').join('\n');
}

/** Reads either of the two files, told apart by their first line. */
export function decodeReadwise(text: string, { now }: DecodeContext): Decoded {
  const parsed = parseCsv(text);
  const table = withHeader(parsed);
  if (!table.has('Highlight'))
    return refuse(
      atLine(
        1,
        'the first line does not name a column Highlight. Choose the format that the file has.',
      ),
    );
  const isExport = table.has('Book Title');
  const problems: Problem[] = unclosedProblem(parsed.unclosed);
  const records: StoredAnnotation[] = [];
  for (const row of table.rows) {
    if (row.line === parsed.unclosed) continue;
    const parts = isExport ? exportedParts(table, row) : importParts(table, row);
    const built = buildAnnotation(parts, now);
    if (typeof built === 'string') problems.push(atLine(row.line, built));
    else records.push(built);
  }
  return { records, problems };
}

type Parts = Parameters<typeof buildAnnotation>[0];

/** A row of Readwise's own export. It names no page: the record belongs to its title alone. */
function exportedParts(table: NamedTable, row: CsvRow): Parts {
  const cell = (column: string) => table.cell(row, column) ?? '';
  const [highlight, title, author] = [cell('Highlight'), cell('Book Title'), cell('Book Author')];
  const colour = colourOf(cell('Color'));
  const at = instantOf(cell('Highlighted at'));
  const extras = ['Amazon Book ID', 'Location Type', 'Location', 'Document tags'].flatMap(
    (column) => (cell(column) === '' ? [] : [[column, cell(column)] as const]),
  );
  return {
    id: idFrom(
      'readwise',
      [highlight, title, author, cell('Location'), cell('Highlighted at')].join('\u0000'),
    ),
    source: addressForTitle(title, author),
    quote: { exact: highlight },
    note: cell('Note'),
    tags: cell('Tags').split(','),
    ...(colour === undefined ? {} : { colour }),
    created: at,
    modified: at,
    page: { title, ...(author === '' ? {} : { author }) },
    foreign: {
      noPage: true,
      ...(extras.length === 0 ? {} : { readwise: Object.fromEntries(extras) }),
    },
  };
}

/** A row of the file that Readwise imports, ours or another tool's. Dates are UTC there. */
function importParts(table: NamedTable, row: CsvRow): Parts {
  const cell = (column: string) => table.cell(row, column) ?? '';
  const [highlight, title, author, url] = [
    cell('Highlight'),
    cell('Title'),
    cell('Author'),
    cell('URL'),
  ];
  const at = instantOf(`${cell('Date')}Z`) ?? instantOf(cell('Date'));
  const [first = '', ...rest] = cell('Note').split('\n');
  const hasTags = /^\.[\p{L}\p{N}_-]+(?: \.[\p{L}\p{N}_-]+)*$/u.test(first);
  const note = hasTags ? rest.join('\n') : cell('Note');
  const location = /^\d{1,12}$/.test(cell('Location')) ? Number(cell('Location')) : null;
  return {
    id: idFrom('readwise', [highlight, title, url, cell('Date')].join('\u0000')),
    source: url === '' ? addressForTitle(title, author) : url,
    quote: { exact: highlight },
    ...(location === null
      ? {}
      : { position: { start: location, end: location + highlight.length } }),
    note: /^ \./.test(note) ? note.slice(1) : note,
    tags: hasTags ? first.split(' ').map((tag) => tag.slice(1)) : [],
    created: at,
    modified: at,
    page: { title, ...(author === '' ? {} : { author }) },
    ...(url === '' ? { foreign: { noPage: true } } : {}),
  };
}

/** Stands for a page whose address nobody wrote down: equal for equal titles, and no address that a page could have. */
function addressForTitle(title: string, author: string): string {
  return `urn:downrange-import:${idFrom('title', `${title}\u0000${author}`).slice('urn:uuid:'.length)}`;
}
