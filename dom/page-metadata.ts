import type { PageDescription } from '@/core/annotation/annotation';
import type { Published } from '@/core/knowledge/since';
import { BlockReader } from './page-text';

const META_DATES = [
  'meta[property="article:published_time"]',
  'meta[property="og:article:published_time"]',
  'meta[name="article:published_time"]',
  'meta[itemprop="datePublished"]',
  'meta[name="parsely-pub-date"]',
  'meta[name="sailthru.date"]',
  'meta[name="pubdate"]',
  'meta[name="publishdate"]',
  'meta[name="publish_date"]',
  'meta[name="date"]',
  'meta[name="DC.date.issued"]',
  'meta[name="dcterms.created"]',
] as const;

/**
 * The date on which the story was published, from the most to the least reliable place: JSON-LD, meta
 * elements, `<time>`, then a date standing alone near the headline. Null when none is found: then nothing
 * is claimed. Whether the date makes sense (not in the future) is for the caller to judge.
 */
export function publicationDateOf(document: Document): Published | null {
  const fromJson = dateFromJsonLd(document);
  if (fromJson !== null) return { date: fromJson, basis: 'json-ld' };
  for (const selector of META_DATES) {
    const value = parseDate(document.querySelector(selector)?.getAttribute('content'));
    if (value !== null) return { date: value, basis: 'meta' };
  }
  const time = dateFromTimeElement(document);
  if (time !== null) return { date: time, basis: 'time' };
  const text = dateFromText(document);
  return text === null ? null : { date: text, basis: 'text' };
}

/** What an annotation keeps of its page. `url` is the document's address, uncleaned. */
export function describePage(document: Document, url: string): PageDescription {
  const meta = (selector: string) =>
    document.querySelector(selector)?.getAttribute('content')?.trim() || undefined;
  const published = publicationDateOf(document)?.date;
  const siteName = meta('meta[property="og:site_name"]');
  const author = meta('meta[name="author"]') ?? meta('meta[property="article:author"]');
  const language = document.documentElement.lang || undefined;
  return {
    url,
    title: meta('meta[property="og:title"]') ?? document.title.trim(),
    ...(siteName === undefined ? {} : { siteName }),
    ...(author === undefined || /^https?:/.test(author) ? {} : { author }),
    ...(published === undefined ? {} : { published }),
    ...(language === undefined ? {} : { language }),
  };
}

/** The page's canonical link as written; null when there is none. Whether to believe it is not decided here. */
export function canonicalLinkOf(document: Document): string | null {
  const link = document.querySelector('link[rel~="canonical"][href]');
  return link?.getAttribute('href') ?? null;
}

function dateFromJsonLd(document: Document): string | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const text = script.textContent ?? '';
    if (text.length > 500_000) continue;
    try {
      const date = findDatePublished(JSON.parse(text), 0);
      if (date !== null) return date;
    } catch {
      // A publisher's broken JSON: the next place is asked.
    }
  }
  return null;
}

/** Looks for `datePublished` of an article; nested graphs included, at most six levels deep. */
function findDatePublished(value: unknown, depth: number): string | null {
  if (depth > 6 || typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) {
    for (const entry of value) {
      const found = findDatePublished(entry, depth + 1);
      if (found !== null) return found;
    }
    return null;
  }
  const record = value as Record<string, unknown>;
  if (isArticle(record['@type'])) {
    const date = parseDate(record.datePublished);
    if (date !== null) return date;
  }
  return (
    findDatePublished(record['@graph'], depth + 1) ??
    findDatePublished(record.mainEntity, depth + 1)
  );
}

function isArticle(type: unknown): boolean {
  const types = Array.isArray(type) ? type : [type];
  return types.some(
    (entry) =>
      typeof entry === 'string' && /(Article|Posting|Report|WebPage|VideoObject)$/.test(entry),
  );
}

function dateFromTimeElement(document: Document): string | null {
  const marked = document.querySelector(
    'time[itemprop="datePublished"], time[pubdate], time.published, time.entry-date',
  );
  const article = document.querySelector('article, main') ?? document.body;
  const first = marked ?? article?.querySelector('time[datetime]') ?? null;
  return parseDate(first?.getAttribute('datetime') ?? first?.textContent);
}

// 4000 code units: headline, standfirst, byline and the first paragraphs.
const TEXT_HEAD = 4000;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * Reads a date that stands at the start of a short block within the first lines of the story: `2025-12-17 17:21`,
 * `December 17, 2025`, `17 Dec 2025`, `2025年12月17日`. Only a full date counts, and only when all that are
 * found in these lines agree: a byline and a dateline of another day are no evidence.
 */
function dateFromText(document: Document): string | null {
  const headline = document.querySelector('h1');
  const root = headline?.closest('article, main') ?? document.body;
  if (root === null) return null;
  const found = new Set<string>();
  const reader = new BlockReader(root, () => false);
  while (reader.length < TEXT_HEAD && !reader.step(() => true));
  const lines = reader.blocks.flatMap((block) => block.text.split('\n'));
  for (const line of lines
    .map((text) => text.trim())
    .filter((text) => text.length > 5 && text.length < 90)) {
    const date = dateInLine(line);
    if (date !== null) found.add(date);
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

/** The full calendar date that a byline holds, as ISO; null for none. */
export function dateInLine(line: string): string | null {
  const numeric = /(?<!\d)(20\d\d)[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})日?(?!\d)/.exec(line);
  if (numeric !== null) return isoDate(Number(numeric[1]), Number(numeric[2]), Number(numeric[3]));
  const monthFirst = /\b([A-Z][a-z]{2})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (20\d\d)\b/.exec(line);
  if (monthFirst !== null)
    return isoDate(Number(monthFirst[3]), monthNumber(monthFirst[1]), Number(monthFirst[2]));
  const dayFirst = /\b(\d{1,2}) ([A-Z][a-z]{2})[a-z]*\.?,? (20\d\d)\b/.exec(line);
  if (dayFirst !== null)
    return isoDate(Number(dayFirst[3]), monthNumber(dayFirst[2]), Number(dayFirst[1]));
  return null;
}

function monthNumber(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').toLowerCase()) + 1;
}

function isoDate(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Accepts ISO dates and date-times as they are; anything else through its calendar date. */
function parseDate(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}.*)?$/.test(text)) {
    return dateInLine(text.slice(0, 10)) === null ? null : text.replace(' ', 'T');
  }
  return dateInLine(text);
}
