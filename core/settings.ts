import { pageKeyOf } from './annotation/page-key';

/** Everything that a reader can set, as stored. Unknown fields of newer versions are kept by the store. */
export interface Settings {
  /** Master switch. */
  readonly enabled: boolean;
  /** On which sites Downrange works: everywhere but on `blocked`, or only on `allowed`. */
  readonly siteMode: 'everywhere' | 'allow-list';
  /** Host names; a name also covers its subdomains. */
  readonly blocked: readonly string[];
  readonly allowed: readonly string[];
  /** Single pages on which Downrange is off, by page key; a site that is off needs none. */
  readonly blockedPages: readonly string[];
  readonly cards: boolean;
  readonly highlights: boolean;
  readonly marking: 'first-in-section' | 'all';
  readonly openOn: 'rest' | 'alt' | 'click' | 'off';
  /** How long the pointer rests on a name before its card opens, in milliseconds. */
  readonly restMs: number;
  readonly units: 'metric' | 'us';
  readonly language: 'auto' | 'en' | 'zh';
  readonly badge: boolean;
  /** Colour labels that the reader renamed, by colour name. */
  readonly colourLabels: Readonly<Record<string, string>>;
  /** Names never to be marked, anywhere. */
  readonly neverMark: readonly string[];
  /** Host → names never to be marked there. */
  readonly neverMarkOn: Readonly<Record<string, readonly string[]>>;
}

export const DEFAULT_SETTINGS: Settings = {
  enabled: true,
  siteMode: 'everywhere',
  blocked: [],
  allowed: [],
  blockedPages: [],
  cards: true,
  highlights: true,
  marking: 'first-in-section',
  openOn: 'rest',
  restMs: 300,
  units: 'metric',
  language: 'auto',
  badge: true,
  colourLabels: {},
  neverMark: [],
  neverMarkOn: {},
};

/** Settings from whatever was stored: fields that are missing or of the wrong type take their defaults. */
export function settingsFrom(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) return DEFAULT_SETTINGS;
  const record = stored as Record<string, unknown>;
  const kept = Object.entries(DEFAULT_SETTINGS).map(([key, fallback]) => {
    const value = record[key];
    return [key, isLike(value, fallback) ? value : fallback];
  });
  return Object.fromEntries(kept) as Settings;
}

/** True when Downrange may work on a host at all. */
export function isSiteOn(settings: Settings, host: string): boolean {
  if (!settings.enabled) return false;
  return settings.siteMode === 'allow-list'
    ? settings.allowed.some((site) => covers(site, host))
    : !settings.blocked.some((site) => covers(site, host));
}

/** True when the reader has switched off this very page. Tracking parameters and fragments make no difference. */
export function isPageBlocked({ blockedPages }: Settings, url: string): boolean {
  return blockedPages.includes(pageKeyOf(url, null).key);
}

/** The change that switches one page on or off. */
export function pageSwitch(
  { blockedPages }: Settings,
  url: string,
  on: boolean,
): Pick<Settings, 'blockedPages'> {
  const { key } = pageKeyOf(url, null);
  const others = blockedPages.filter((page) => page !== key);
  return { blockedPages: on ? others : [...others, key] };
}

/** The change that switches a site on or off. Switching on lifts a block of a domain above it, too. */
export function siteSwitch(settings: Settings, host: string, on: boolean): Partial<Settings> {
  const without = (list: readonly string[]) => list.filter((site) => !covers(site, host));
  if (settings.siteMode === 'allow-list') {
    return {
      enabled: true,
      allowed: on ? [...without(settings.allowed), host] : without(settings.allowed),
    };
  }
  return {
    ...(on ? { enabled: true } : {}),
    blocked: on ? without(settings.blocked) : [...without(settings.blocked), host],
  };
}

/**
 * The change that begins or ends the allow-list. Beginning it takes the site at hand along: a reader who
 * narrows Downrange down while reading means "here, and not everywhere".
 */
export function siteModeSwitch(
  settings: Settings,
  host: string,
  siteMode: Settings['siteMode'],
): Partial<Settings> {
  const takesAlong =
    siteMode === 'allow-list' &&
    host !== '' &&
    !settings.allowed.some((site) => covers(site, host));
  return { siteMode, ...(takesAlong ? { allowed: [...settings.allowed, host] } : {}) };
}

/** True when `site` is `host` or a domain above it. `www.` makes no difference. */
export function covers(site: string, host: string): boolean {
  const wanted = site.replace(/^www\./, '');
  const actual = host.replace(/^www\./, '');
  return actual === wanted || actual.endsWith(`.${wanted}`);
}

function isLike(value: unknown, example: unknown): boolean {
  if (Array.isArray(example))
    return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
  if (typeof example === 'object')
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === typeof example;
}
