import type {
  ImportPreview,
  PreviewConflict,
  PreviewGroup,
  PreviewItem,
  PreviewProblem,
} from '@/components/library/exchange-view';
import { noteOf, quoteOf, type StoredAnnotation, tagsOf } from '@/core/annotation/annotation';
import type { MergeResult } from '@/core/exchange/merge';
import type { Problem } from '@/core/exchange/problem';
import { siteOf } from '@/core/search/columns';

/** Rows that the dialog shows of each kind; the rest is a number. */
const SHOWN = 100;
/** UTF-16 code units of a text in a row. */
const LONGEST = 240;

/** Counts what a merge would do, part by part, and keeps what the dialog shows of it. */
export interface PreviewTally {
  add(result: MergeResult, problems: readonly Problem[]): void;
  preview(): ImportPreview;
}

/** The preview with what a backup brings of the reader's own names and facts. */
export function withOwn(
  preview: ImportPreview,
  { own, problems }: { readonly own: ImportPreview['own']; readonly problems: readonly Problem[] },
): ImportPreview {
  const { count, first } = preview.refused;
  const all = [...first, ...problems.map(toProblem)];
  const refused = { count: count + problems.length, first: all.slice(0, SHOWN) };
  return { ...preview, own, refused };
}

/** A tally of nothing yet. */
export function createPreviewTally(): PreviewTally {
  const added = createGroup<PreviewItem>();
  const updated = createGroup<PreviewItem>();
  const unchanged = createGroup<PreviewItem>();
  const conflicts = createGroup<PreviewConflict>();
  const refused = createGroup<PreviewProblem>();
  return {
    add(result, problems) {
      added.add(result.added, itemOf);
      updated.add(result.updated, ({ incoming }) => itemOf(incoming));
      unchanged.add(result.unchanged, itemOf);
      conflicts.add(result.conflicts, ({ id, local, incoming }) => ({
        id,
        mine: itemOf(local),
        theirs: itemOf(incoming),
      }));
      refused.add(
        [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
        toProblem,
      );
      refused.add(result.refused, ({ record, reason }) => ({
        where: { path: record.annotation.id },
        message: reason,
      }));
    },
    preview: () => ({
      added: added.shown(),
      updated: updated.shown(),
      unchanged: unchanged.shown(),
      conflicts: conflicts.shown(),
      refused: refused.shown(),
      own: { count: 0, first: [] },
    }),
  };
}

function createGroup<To>() {
  const first: To[] = [];
  let count = 0;
  return {
    add<From>(list: readonly From[], show: (one: From) => To) {
      count += list.length;
      for (const one of list.slice(0, SHOWN - first.length)) first.push(show(one));
    },
    shown: (): PreviewGroup<To> => ({ count, first }),
  };
}

function toProblem({ line, path, message }: Problem): PreviewProblem {
  return { where: line === null ? { path: path ?? 'file' } : { line }, message };
}

/** An annotation in two lines. */
function itemOf(stored: StoredAnnotation): PreviewItem {
  const { annotation, page } = stored;
  const quote = quoteOf(annotation);
  const note = noteOf(annotation);
  const tags = tagsOf(annotation).map((tag) => `#${tag}`);
  const title = quote ?? (note === '' ? (page?.title ?? annotation.target.source) : note);
  const site = siteOf(stored);
  const detail = [quote === null ? '' : note, tags.join(' '), site].filter((one) => one !== '');
  return { id: annotation.id, title: cut(title), detail: cut(detail.join(' · ')) };
}

function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
