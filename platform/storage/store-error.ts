import type { StoredAnnotation } from '@/core/annotation/annotation';

/** Why a request to the store failed. `message` is for people: what happened, and what to do. */
export type StoreError =
  | { readonly code: 'not-found'; readonly message: string }
  | {
      readonly code: 'stale-revision';
      readonly message: string;
      readonly current: StoredAnnotation;
    }
  | { readonly code: 'storage-full'; readonly message: string }
  | { readonly code: 'unavailable'; readonly message: string };

/** A record that is not what we once wrote. */
export function damaged(): StoreError {
  return {
    code: 'unavailable',
    message:
      'This note is damaged in the browser’s database and cannot be shown. It was left as it is; a daily backup in the library may still have it whole.',
  };
}

/** A record that is not there. */
export function notFound(): StoreError {
  return {
    code: 'not-found',
    message: 'This note is no longer here: it was deleted in another window.',
  };
}

/** What a fault of the database means to the reader. */
export function storeError(fault: unknown): StoreError {
  const reason = fault instanceof Error ? fault : new Error(String(fault));
  if (reason.name === 'QuotaExceededError') {
    return {
      code: 'storage-full',
      message:
        'There is no room left on this device for notes. Free some space, or export and delete old notes; nothing was lost.',
    };
  }
  return {
    code: 'unavailable',
    message: `The note could not be stored (${reason.name}: ${reason.message}). Try again.`,
  };
}
