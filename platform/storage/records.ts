import { entitiesOf, type StoredAnnotation, tagsOf } from '@/core/annotation/annotation';
import type { PageRecord } from './schema';

/** An annotation as it lies in the database: with copies for the indexes. */
export type Indexed = StoredAnnotation & {
  readonly index: {
    readonly entities: readonly string[];
    readonly tags: readonly string[];
    readonly modified: string;
  };
};

/** Adds the copies for the indexes. */
export function withIndex(stored: StoredAnnotation): Indexed {
  const { annotation } = stored;
  // What is in the trash is found by nobody but the trash itself.
  const isLive = stored.deletedAt === undefined;
  return {
    ...stored,
    index: {
      entities: isLive ? entitiesOf(annotation) : [],
      tags: isLive ? tagsOf(annotation) : [],
      modified: annotation.modified,
    },
  };
}

/** Takes them off again. */
export function withoutIndex({ index: _, ...stored }: Indexed): StoredAnnotation {
  return stored;
}

/** Addresses of a page that are kept; the oldest go first. */
const MOST_ADDRESSES = 20;

/** A page as it was seen now, with every address under which it was seen before. */
export function withAddresses(page: PageRecord, known: PageRecord | undefined): PageRecord {
  const before = (known?.urls ?? []).filter((url) => !page.urls.includes(url));
  return { ...page, urls: [...before, ...page.urls].slice(-MOST_ADDRESSES) };
}

/**
 * Whether a record is what we once wrote, as far as anything here or above looks into it. A damaged one stays where
 * it is: it is not ours to throw away, and one of them must not hide the others.
 */
export function isSound(stored: Indexed): boolean {
  // `unknown`: what a damaged disk or a stranger's tool has left may be anything.
  const { annotation, revision, pageKey } = stored as unknown as Record<string, unknown>;
  if (!isFields(annotation) || typeof revision !== 'number' || typeof pageKey !== 'string')
    return false;
  const { created, modified, body, target } = annotation;
  return (
    typeof created === 'string' &&
    typeof modified === 'string' &&
    Array.isArray(body) &&
    body.every(isFields) &&
    isFields(target) &&
    (target.selector === undefined || Array.isArray(target.selector))
  );
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
