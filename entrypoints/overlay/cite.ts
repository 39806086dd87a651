import { describePage } from '@/dom/page-metadata';

/** A passage of this page with where it is from: title, site, date and address. */
export function cite(text: string): string {
  const { title, siteName, published } = describePage(document, location.href);
  const from = [title, siteName, published?.slice(0, 10)].filter(
    (part) => part !== undefined && part !== '',
  );
  return `“${text.replaceAll(/\s+/g, ' ').trim()}”\n${from.join(', ')}\n${location.href}`;
}
