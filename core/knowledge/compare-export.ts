import type { Card } from './card';
import type { ComparedValue, Comparison } from './compare';
import { citeSource } from './format-citation';
import { formatDate } from './format-date';
import type { Formats } from './formats';

/** A comparison as a Markdown table (GitHub's syntax), every value with a footnote to its sources. */
export function comparisonToMarkdown(
  comparison: Comparison,
  cards: readonly Card[],
  formats: Formats,
): string {
  const notes: string[] = [];
  const note = (card: Card, value: ComparedValue): string => {
    const cited = value.sources.flatMap((index) => {
      const source = card.sources[index];
      return source === undefined ? [] : [citeSource(source, formats)];
    });
    const text = `${formats.t('asOf', { date: formatDate(value.asOf, formats) })}: ${cited.join('; ')}`;
    if (!notes.includes(text)) notes.push(text);
    return `[^${notes.indexOf(text) + 1}]`;
  };
  const rows = comparison.rows.map((row) =>
    tableRow([
      row.label,
      ...row.cells.map((cell, index) => {
        const card = cards[index];
        if (card === undefined || cell.length === 0) return formats.t('noSource');
        return cell.map((value) => `${valueText(value)}${note(card, value)}`).join('<br>');
      }),
    ]),
  );
  const head = tableRow(['', ...comparison.columns.map(({ name }) => name)]);
  const rule = `|${' --- |'.repeat(comparison.columns.length + 1)}`;
  const footnotes = notes.map((text, index) => `[^${index + 1}]: ${text}`);
  return [head, rule, ...rows, '', ...footnotes, ''].join('\n');
}

/** A comparison as CSV (RFC 4180, CRLF): for each card its values, their dates and their sources. */
export function comparisonToCsv(
  comparison: Comparison,
  cards: readonly Card[],
  formats: Formats,
): string {
  const { t } = formats;
  const head = [
    '',
    ...comparison.columns.flatMap(({ name }) => [
      name,
      t('csvAsOf', { name }),
      t('csvSource', { name }),
    ]),
  ];
  const rows = comparison.rows.map((row) => [
    row.label,
    ...row.cells.flatMap((cell, index) => [
      cell.map(valueText).join('; '),
      cell.map(({ asOf }) => asOf).join('; '),
      cell.map((value) => addresses(cards[index], value)).join('; '),
    ]),
  ]);
  return [head, ...rows].map((cells) => `${cells.map(csvField).join(',')}\r\n`).join('');
}

function valueText({ text, qualifiers }: ComparedValue): string {
  const plain = text.replaceAll('\u00a0', ' ');
  return qualifiers.length === 0 ? plain : `${plain} (${qualifiers.join(', ')})`;
}

function addresses(card: Card | undefined, value: ComparedValue): string {
  return value.sources.flatMap((index) => card?.sources[index]?.url ?? []).join(' ');
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}

/** A spreadsheet runs what begins with one of these (OWASP, CSV injection); an apostrophe keeps it text. */
const FORMULA = /^[=+\-@\t\r]/;

function csvField(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
