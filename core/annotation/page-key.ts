import { type PageAddress, readAddress } from './page-address';
import { isIdentifying } from './tracking-parameters';

/** Which rule made the key. Shown to the reader who asks why a page has, or lacks, her highlights. */
export type PageKeyRule =
  /** The page's own address, cleaned. */
  | 'address'
  /** The page's canonical link, on the same site. */
  | 'canonical'
  /** The canonical link of a page on `m.`, `amp.` and the like of the same site. */
  | 'canonical-of-variant'
  /** The canonical link of a copy in an AMP cache, to the site that the copy names. */
  | 'canonical-of-amp-cache'
  /** The canonical link of a page saved to disk. */
  | 'canonical-of-saved-page'
  /** Not an http, https or file address: taken as it is, without its fragment. */
  | 'verbatim';

/** Why a canonical link was not believed. */
export type CanonicalRefusal =
  | 'unreadable'
  | 'another-site'
  /** It names the front page for a page that is not the front page. */
  | 'front-page'
  /** It drops the parameter that tells this page from its siblings (`?id=7`). */
  | 'drops-identity';

export interface PageKey {
  /** Equal for every address of one page. An https or file address, readable as such. */
  readonly key: string;
  readonly rule: PageKeyRule;
  /** Tracking parameters that were taken off the address that made the key. */
  readonly removed: readonly string[];
  /** Set when the page has a canonical link that was not used. */
  readonly refused?: CanonicalRefusal;
}

/**
 * The identity of a page, from its address and the `href` of its canonical link (null or empty for none).
 * Fragments and tracking parameters never count, http and https, `www.` and none, a slash at the end and none are the
 * same, and parameters are put in order; all other parameters stay. A canonical link is believed only within the
 * site: a page that could name any other page as itself could call up what a reader keeps about that one.
 */
export function pageKeyOf(url: string, canonical: string | null): PageKey {
  const address = readAddress(url);
  if (address === null) return { key: url.replace(/#.*$/s, ''), rule: 'verbatim', removed: [] };
  const own: PageKey = { key: address.key, rule: 'address', removed: address.removed };
  if (canonical === null || canonical.trim() === '') return own;
  const target = readAddress(canonical.trim(), url);
  if (target === null || !target.isWeb) return { ...own, refused: 'unreadable' };
  const rule = ruleFor(address, target);
  if (rule === null) return { ...own, refused: 'another-site' };
  const refused = refusalOf(address, target, rule);
  if (refused !== null) return { ...own, refused };
  return { key: target.key, rule, removed: target.removed };
}

/** Subdomains under which sites keep another layout of the same pages. */
const VARIANT = /^(?:m|mobile|amp|wap|touch|3g|lite)\.(?=[^.]+\.)/;

function ruleFor(address: PageAddress, target: PageAddress): PageKeyRule | null {
  if (!address.isWeb) return 'canonical-of-saved-page';
  if (address.port === target.port) {
    if (address.host === target.host) return 'canonical';
    if (withoutVariant(address.host) === withoutVariant(target.host)) return 'canonical-of-variant';
  }
  const cached = siteInCache(address);
  if (cached !== null && withoutVariant(cached) === withoutVariant(target.host))
    return 'canonical-of-amp-cache';
  return null;
}

/** The host without what stands for another layout of its pages, and without `www`. */
export function withoutVariant(host: string): string {
  return host.replace(VARIANT, '').replace(/^www\.(?=[^.]+\.)/, '');
}

/** The site that an AMP cache shows: `/c/s/example.org/…`, on google.com `/amp/s/example.org/…`. */
function siteInCache({ host, path }: PageAddress): string | null {
  const isCache = host.endsWith('.cdn.ampproject.org') || host === 'google.com';
  const site = /^\/(?:[cv]|amp)\/(?:s\/)?([^/]+\.[^/]+)/.exec(path)?.[1];
  return isCache && site !== undefined ? site.toLowerCase() : null;
}

function refusalOf(
  address: PageAddress,
  target: PageAddress,
  rule: PageKeyRule,
): CanonicalRefusal | null {
  const isFrontPage = target.path === '/' && target.parameters.length === 0 && target.route === '';
  const hasIdentity =
    address.parameters.some(([name]) => isIdentifying(name)) || address.route !== '';
  if (rule === 'canonical-of-saved-page') return isFrontPage ? 'front-page' : null;
  if (isFrontPage && (address.path !== '/' || hasIdentity)) return 'front-page';
  const dropped = address.parameters.filter(
    ([name]) => isIdentifying(name) && !target.parameters.some(([other]) => other === name),
  );
  if (address.path === target.path && dropped.length > 0) return 'drops-identity';
  return null;
}
