import {
  entitiesOf,
  noteOf,
  quoteOf,
  type StoredAnnotation,
  tagsOf,
} from '@/core/annotation/annotation';
import { buildAnnotation, colourOf, idFrom, idOf, isEntityId } from './build';
import { guard, parseCsv, toCsv, unguard, withHeader } from './csv';
import { atLine, type DecodeContext, type Decoded, type Problem, refuse } from './problem';
import { dayOf, instantOf } from './read';
import { type FileWriter, writeText } from './writer';

const COLUMNS = [
  'Quote',
  'Note',
  'Tags',
  'Colour',
  'Entities',
  'Page title',
  'Address',
  'Site',
  'Author',
  'Published',
  'Created',
  'Modified',
  'Id',
] as const;

/** A table for spreadsheets, one row an annotation, with a byte order mark for Excel. Fields are guarded (see `guard`). */
export function encodeSpreadsheet(records: readonly StoredAnnotation[]): string {
  return writeText(createSpreadsheetWriter(), records, 'record');
}

/** Writes the table some annotations at a time. */
export function createSpreadsheetWriter(): FileWriter {
  return {
    add: (records) => toCsv(rowsOf(records)),
    end: () => ({ head: `\ufeff${toCsv([COLUMNS])}`, tail: '' }),
  };
}

function rowsOf(records: readonly StoredAnnotation[]): readonly (readonly string[])[] {
  return records
    .filter(({ deletedAt }) => deletedAt === undefined)
    .map(({ annotation, page }) =>
      [
        quoteOf(annotation) ?? '',
        noteOf(annotation),
        tagsOf(annotation).map(listField).join(';'),
        annotation.target.styleClass ?? '',
        entitiesOf(annotation).join(';'),
        page?.title ?? '',
        annotation.target.source,
        page?.siteName ?? '',
        page?.author ?? '',
        page?.published ?? '',
        annotation.created,
        annotation.modified,
        annotation.id,
      ].map(guard),
    );
}

/** A tag may hold the separator: then it is quoted as in CSV. */
function listField(value: string): string {
  return /[;"]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function listFrom(text: string): readonly string[] {
  const [row] = parseCsv(`;\n${text.replace(/[\r\n]+/g, ' ')}`).rows.slice(1);
  return row?.cells ?? (text.trim() === '' ? [] : [text]);
}

/** Reads our table again. What it does not hold is lost: position, context, other columns. */
export function decodeSpreadsheet(text: string, { now }: DecodeContext): Decoded {
  const parsed = parseCsv(text);
  const table = withHeader(parsed);
  if (!table.has('Quote') || !table.has('Address'))
    return refuse(
      atLine(
        1,
        'the first line does not name the columns Quote and Address. Choose the format that the file has.',
      ),
    );
  const problems: Problem[] = unclosedProblem(parsed.unclosed);
  const records: StoredAnnotation[] = [];
  for (const row of table.rows) {
    if (row.line === parsed.unclosed) continue;
    const cell = (column: (typeof COLUMNS)[number]) => unguard(table.cell(row, column) ?? '');
    const [quote, id, colour] = [cell('Quote'), cell('Id'), colourOf(cell('Colour'))];
    const [siteName, author, published] = [cell('Site'), cell('Author'), dayOf(cell('Published'))];
    const built = buildAnnotation(
      {
        id: id === '' ? idFrom('csv', row.cells.join('\u0000')) : idOf('csv', id),
        source: cell('Address'),
        ...(quote.trim() === '' ? {} : { quote: { exact: quote } }),
        note: cell('Note'),
        tags: listFrom(cell('Tags')),
        entities: listFrom(cell('Entities')).filter(isEntityId),
        ...(colour === undefined ? {} : { colour }),
        created: instantOf(cell('Created')),
        modified: instantOf(cell('Modified')),
        page: {
          title: cell('Page title'),
          ...(siteName === '' ? {} : { siteName }),
          ...(author === '' ? {} : { author }),
          ...(published === null ? {} : { published }),
        },
      },
      now,
    );
    if (typeof built === 'string') problems.push(atLine(row.line, built));
    else records.push(built);
  }
  return { records, problems };
}

/** The problem with a quoted field that never ends: where it begins, the rows after it cannot be told. */
export function unclosedProblem(line: number | null): Problem[] {
  return line === null
    ? []
    : [
        atLine(
          line,
          'a quotation mark that opens a field here is never closed. Close it; this row and what follows was not read.',
        ),
      ];
}
