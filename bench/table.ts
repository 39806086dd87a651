/** One line of the table. `held` is null where there is no goal, or nothing was measured. */
export interface Row {
  readonly what: string;
  readonly goal: string;
  readonly ours: string;
  /** The peer on the same work in the same run; a dash where there is none. */
  readonly peer: string;
  readonly held: boolean | null;
}

/** A row for something that could not be measured, with the reason. */
export function notMeasured(what: string, goal: string, reason: string): Row {
  return { what, goal, ours: `not measured: ${reason}`, peer: '–', held: null };
}

const HEAD = ['What', 'Goal', 'Measured', 'Peer, same run', 'Result'] as const;

function cells({ what, goal, ours, peer, held }: Row): readonly string[] {
  return [what, goal, ours, peer, held === null ? '–' : held ? 'held' : '**missed**'];
}

/** The table in Markdown. */
export function toMarkdown(rows: readonly Row[]): string {
  const line = (row: readonly string[]) =>
    `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(HEAD), line(HEAD.map(() => '---')), ...rows.map((row) => line(cells(row)))].join(
    '\n',
  );
}

/** The table for a terminal, in columns. */
export function toText(rows: readonly Row[]): string {
  const all = [HEAD, ...rows.map(cells)].map((row) => row.map((cell) => cell.replaceAll('**', '')));
  const widths = HEAD.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
