import type { EntityId } from '@/core/knowledge/entity';
import type { Ground } from '@/dom/ground';
import { browser } from '@/platform/browser';

/**
 * The address of a document of ours in the page: what it is about, and how it looks. All that it is told, the
 * page may read.
 */
export function frameAddress(
  path: 'note.html' | 'own.html',
  about: EntityId | string,
  look: { readonly locale: 'en' | 'zh'; readonly ground: Ground },
): string {
  const url = new URL(browser.runtime.getURL(path));
  url.searchParams.set('lang', look.locale);
  if (look.ground === 'dark') url.searchParams.set('theme', 'dark');
  url.hash = encodeURIComponent(about);
  return url.href;
}
