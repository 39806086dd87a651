/*
 * What the dialogs for export and import show. Everything is counted and cut before it comes here, so that a file
 * of a hundred thousand records opens as fast as one of ten.
 */

/** A format as the dialogs offer it. */
export interface FormatChoice {
  readonly id: string;
  readonly label: string;
  /** Of its files, with the dot. */
  readonly extension: string;
  /** What it is for. */
  readonly use: string;
  /** What it cannot carry. */
  readonly loss: string;
  /** True when it is plain text in one piece, which can be copied. */
  readonly isCopyable: boolean;
}

/** What an export takes. */
export type ExportScope = 'all' | 'shown' | 'chosen';

/** What long work is busy with. */
export type Stage = 'reading' | 'comparing' | 'encoding' | 'writing' | 'indexing';

/** What becomes of a conflict: what is here stays, what comes takes its place, or both stay side by side. */
export type ConflictAnswer = 'mine' | 'theirs' | 'both';

/** An annotation in two lines. */
export interface PreviewItem {
  readonly id: string;
  /** The quote, or the note, or the page's title; cut. */
  readonly title: string;
  /** The note under a quote, the tags, the site; cut. */
  readonly detail: string;
}

export interface PreviewConflict {
  readonly id: string;
  readonly mine: PreviewItem;
  readonly theirs: PreviewItem;
}

/** How many there are, and the first of them. */
export interface PreviewGroup<Item = PreviewItem> {
  readonly count: number;
  readonly first: readonly Item[];
}

/** Something in the file that is not taken. */
export interface PreviewProblem {
  /** The line from 1, or the place in the file's structure. */
  readonly where: { readonly line: number } | { readonly path: string };
  readonly message: string;
}

/** What an import would do. Nothing has been written. */
export interface ImportPreview {
  readonly added: PreviewGroup;
  readonly updated: PreviewGroup;
  readonly unchanged: PreviewGroup;
  readonly conflicts: PreviewGroup<PreviewConflict>;
  readonly refused: PreviewGroup<PreviewProblem>;
  /** Names and facts of the reader's own that are new or say more. */
  readonly own: PreviewGroup;
}

/** The reader's decisions about conflicts: one for all, and those that differ from it by id. */
export interface ConflictAnswers {
  readonly all: ConflictAnswer;
  readonly byId: Readonly<Record<string, ConflictAnswer>>;
}

/** What an import did. */
export interface ImportOutcome {
  readonly added: number;
  readonly updated: number;
}
