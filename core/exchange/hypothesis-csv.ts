import type { StoredAnnotation } from '@/core/annotation/annotation';
import { buildAnnotation, colourOf, idFrom, type Parts } from './build';
import { type CsvRow, type NamedTable, parseCsv, withHeader } from './csv';
import { COLOUR_TAG } from './hypothesis';
import { atLine, type DecodeContext, type Decoded, type Problem, refuse } from './problem';
import { instantOf } from './read';
import { unclosedProblem } from './spreadsheet';

/**
 * Reads the CSV (commas or tabs) that the Hypothesis client exports. Its dates are in the time of whoever exported,
 * without a zone, so no instant can be told from them: they are kept as they are, and the record counts as undated.
 */
export function decodeHypothesisCsv(text: string, { now }: DecodeContext): Decoded {
  const parsed = parseCsv(text);
  const table = withHeader(parsed);
  if (!table.has('Quote/description') || !table.has('URL'))
    return refuse(
      atLine(
        1,
        'the first line does not name the columns URL and Quote/description. Choose the format that the file has.',
      ),
    );
  const records: StoredAnnotation[] = [];
  const problems: Problem[] = unclosedProblem(parsed.unclosed);
  for (const row of table.rows) {
    if (row.line === parsed.unclosed) continue;
    const built = buildAnnotation(partsOf(table, row), now);
    if (typeof built === 'string') problems.push(atLine(row.line, built));
    else records.push(built);
  }
  return { records, problems };
}

function partsOf(table: NamedTable, row: CsvRow): Parts {
  const cell = (column: string) => table.cell(row, column) ?? '';
  const [quote, comment, author] = [cell('Quote/description'), cell('Comment'), cell('Author')];
  const tags = cell('Tags')
    .split(',')
    .filter((tag) => tag.trim() !== '');
  const colour = tags
    .map((tag) => (tag.startsWith(COLOUR_TAG) ? colourOf(tag.slice(COLOUR_TAG.length)) : undefined))
    .find((one) => one !== undefined);
  const isReply = cell('Type') === 'Reply';
  const at = instantOf(cell('Created at'));
  const extras = ['Created at', 'Author', 'Page', 'Group', 'Type'].flatMap((column) =>
    cell(column) === '' ? [] : [[column, cell(column)] as const],
  );
  return {
    id: idFrom('hypothesis-csv', row.cells.join('\u0000')),
    source: cell('URL'),
    ...(quote.trim() === '' ? {} : { quote: { exact: quote } }),
    note: isReply && author !== '' ? `${author}: ${comment}` : comment,
    tags: tags.filter((tag) => !(tag.startsWith(COLOUR_TAG) && colour !== undefined)),
    ...(colour === undefined ? {} : { colour }),
    created: at,
    modified: at,
    foreign: { hypothesisCsv: Object.fromEntries(extras) },
  };
}
