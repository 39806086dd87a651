import type { StoredAnnotation } from '@/core/annotation/annotation';
import { type PageKey, pageKeyOf } from '@/core/annotation/page-key';
import { err, ok, type Result } from '@/core/result';
import type { ContractError, OwnHighlight } from '@/platform/messaging/contract';
import type { Sender } from '@/platform/messaging/transport';
import type { AnnotationStore } from '@/platform/storage/annotation-store';
import type { StoreError } from '@/platform/storage/store-error';

/* The page that asks is always the one whose address the browser reports; what belongs to others does not exist for it. */

/** The identity of the asking page; null for one without an address that lasts. */
export function keyOf({ url }: Pick<Sender, 'url'>, canonical: string | null): PageKey | null {
  return url === null || !/^(https?|file):/.test(url) ? null : pageKeyOf(url, canonical);
}

/**
 * Whether an annotation belongs to the asking page's site; for a local file, to that very file, or to the page that
 * the file says it is a copy of.
 */
export function isOwn(
  { page, pageKey }: StoredAnnotation,
  { url }: Pick<Sender, 'url'>,
  canonical: string | null,
): boolean {
  if (keyOf({ url }, canonical)?.key === pageKey) return true;
  if (page === undefined || url === null || !URL.canParse(page.url) || !URL.canParse(url))
    return false;
  const [first, second] = [new URL(page.url), new URL(url)];
  return first.protocol === 'file:' ? first.href === second.href : first.host === second.host;
}

/** The annotation with this id, if it is the asking page's own. */
export async function ownOf(
  store: AnnotationStore,
  { id, canonical }: OwnHighlight,
  sender: Pick<Sender, 'url'>,
): Promise<Result<StoredAnnotation, ContractError>> {
  const found = await store.get(id);
  if (!found.ok) return err(contractError(found.error));
  return isOwn(found.value, sender, canonical) ? ok(found.value) : err(notHere());
}

/** The answer for what belongs to another page. */
export function notHere(): ContractError {
  return { code: 'not-found', message: 'This highlight belongs to another page.' };
}

/** A store's error as the asker may see it. */
export function contractError({ code, message }: StoreError): ContractError {
  return { code, message };
}
