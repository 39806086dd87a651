import type {
  ImportPreview,
  PreviewGroup,
  PreviewItem,
  PreviewProblem,
} from '@/components/library/exchange-view';
import { noteOf, quoteOf, type StoredAnnotation, tagsOf } from '@/core/annotation/annotation';
import type { MergeResult } from '@/core/exchange/merge';
import type { Problem } from '@/core/exchange/problem';
import { hostOf } from '@/core/search/library-index';

/** Rows that the dialog shows of each kind; the rest is a number. */
const SHOWN = 100;
/** UTF-16 code units of a text in a row. */
const LONGEST = 240;

/** What the dialog shows of a merge and of what was wrong with the file. */
export function previewOf(
  result: MergeResult,
  problems: readonly Problem[],
  own: ImportPreview['own'],
): ImportPreview {
  const refused: readonly PreviewProblem[] = [
    ...[...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)).map(toProblem),
    ...result.refused.map(({ record, reason }) => ({
      where: { path: record.annotation.id },
      message: reason,
    })),
  ];
  return {
    added: group(result.added, itemOf),
    updated: group(result.updated, ({ incoming }) => itemOf(incoming)),
    unchanged: group(result.unchanged, itemOf),
    conflicts: group(result.conflicts, ({ id, local, incoming }) => ({
      id,
      mine: itemOf(local),
      theirs: itemOf(incoming),
    })),
    own,
    refused: group(refused, (problem) => problem),
  };
}

function group<From, To>(list: readonly From[], show: (one: From) => To): PreviewGroup<To> {
  return { count: list.length, first: list.slice(0, SHOWN).map(show) };
}

function toProblem({ line, path, message }: Problem): PreviewProblem {
  return { where: line === null ? { path: path ?? 'file' } : { line }, message };
}

/** An annotation in two lines. */
export function itemOf({ annotation, page }: StoredAnnotation): PreviewItem {
  const quote = quoteOf(annotation);
  const note = noteOf(annotation);
  const tags = tagsOf(annotation).map((tag) => `#${tag}`);
  const title = quote ?? (note === '' ? (page?.title ?? annotation.target.source) : note);
  const site = hostOf(page?.url).replace(/^www\./, '');
  const detail = [quote === null ? '' : note, tags.join(' '), site].filter((one) => one !== '');
  return { id: annotation.id, title: cut(title), detail: cut(detail.join(' · ')) };
}

function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
