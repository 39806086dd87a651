import { isTracking } from './tracking-parameters';

/** An address taken apart, with everything gone that does not say which page it is. */
export interface PageAddress {
  readonly isWeb: boolean;
  /** In lower case, without `www.` and the final dot of a full name. */
  readonly host: string;
  /** Empty for the scheme's own port. */
  readonly port: string;
  readonly path: string;
  /** What is left of the query, by name and then in the order given. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
  /** Names of the parameters that were taken off. */
  readonly removed: readonly string[];
  /** `#!…` or `#/…`, by which some sites name their pages; otherwise empty. */
  readonly route: string;
  /** The address written again. */
  readonly key: string;
}

/** Reads and cleans an http, https or file address, relative to `base` if one is given; null for every other string. */
export function readAddress(address: string, base?: string): PageAddress | null {
  if (!URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  if (!isWeb && url.protocol !== 'file:') return null;
  const all = parametersOf(url.search);
  const parameters = all
    .filter(([name, value]) => !isTracking(name, value))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const removed = all.filter(([name, value]) => isTracking(name, value)).map(([name]) => name);
  const host = url.hostname.replace(/\.$/, '').replace(/^www\.(?=[^.]+\.)/, '');
  const path = pathOf(url.pathname);
  const route = /^#[!/]/.test(url.hash) ? url.hash : '';
  const parts = { isWeb, host, port: url.port, path, parameters, removed, route };
  return { ...parts, key: keyOf(parts) };
}

/** Path with one spelling: no slash at the end, hexadecimal in capitals, letters and digits never encoded. */
function pathOf(path: string): string {
  const spelled = path.replace(/%[0-9a-f]{2}/gi, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[A-Za-z0-9\-._~]/.test(character) ? character : code.toUpperCase();
  });
  return spelled.length > 1 ? spelled.replace(/\/+$/, '') || '/' : spelled;
}

function parametersOf(search: string): readonly (readonly [string, string])[] {
  return search
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const equals = pair.indexOf('=');
      return equals === -1 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
    });
}

function keyOf({
  isWeb,
  host,
  port,
  path,
  parameters,
  route,
}: Omit<PageAddress, 'key' | 'removed'>): string {
  const query = parameters
    .map(([name, value]) => (value === '' ? name : `${name}=${value}`))
    .join('&');
  // One scheme for both: no publisher has two pages that differ by the letter s.
  const origin = isWeb ? `https://${host}${port === '' ? '' : `:${port}`}` : `file://${host}`;
  return `${origin}${path}${query === '' ? '' : `?${query}`}${route}`;
}
