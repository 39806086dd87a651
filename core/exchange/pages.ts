import { noteOf, quoteOf, type StoredAnnotation, tagsOf } from '@/core/annotation/annotation';

/** A page and all that is kept about it: what reference managers and readers think in. */
export interface PageGroup {
  readonly key: string;
  readonly title: string;
  /** Null for entities and rows that name no page. */
  readonly url: string | null;
  readonly siteName: string | null;
  readonly author: string | null;
  /** As the page states it. */
  readonly published: string | null;
  readonly language: string | null;
  /** When it was first read, ISO 8601, UTC. */
  readonly read: string;
  /** Each once, in order. */
  readonly tags: readonly string[];
  readonly records: readonly StoredAnnotation[];
}

/** What is kept about one page; null when all of it is in the trash. */
export function pageGroup(key: string, all: readonly StoredAnnotation[]): PageGroup | null {
  const records = all.filter(({ deletedAt }) => deletedAt === undefined);
  if (records.length === 0) return null;
  const page = records.find((one) => one.page !== undefined)?.page;
  const url = page?.url ?? '';
  return {
    key,
    title: page?.title ?? key.replace(/^urn:downrange:/, ''),
    url: /^(?:https?|file|ftp):/i.test(url) ? url : null,
    siteName: page?.siteName ?? null,
    author: page?.author ?? null,
    published: page?.published ?? null,
    language: page?.language ?? null,
    read: records.map(({ annotation }) => annotation.created).reduce((a, b) => (a < b ? a : b)),
    tags: [...new Set(records.flatMap(({ annotation }) => tagsOf(annotation)))],
    records,
  };
}

/** Quotation and note as plain text: what a reference manager takes as one note. */
export function plainText({ annotation }: StoredAnnotation): string {
  const quote = quoteOf(annotation);
  const note = noteOf(annotation);
  return [quote === null ? '' : `“${quote}”`, note].filter((part) => part !== '').join('\n\n');
}
