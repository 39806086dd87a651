import type { StoredAnnotation } from '@/core/annotation/annotation';
import { type PageGroup, pageGroup, plainText } from './pages';
import { sha256 } from './sha256';
import { createJoiner, type FileWriter, writeText } from './writer';

/*
 * For reference managers: RIS, which all of them read, and CSL-JSON. One entry a page; notes on entities, which are
 * no source that one could cite, stay out.
 */

/** RIS, an entry a page, one `N1` for each highlight or note (Zotero makes child notes of them). CRLF. */
export function encodeRis(records: readonly StoredAnnotation[]): string {
  return writeText(createRisWriter(), records, 'page');
}

/** Writes RIS page by page. */
export function createRisWriter(): FileWriter {
  const join = createJoiner('\r\n');
  return {
    add(records, key) {
      const page = citable(key, records);
      return page === null ? '' : join(risEntry(page));
    },
    end: () => ({ head: '', tail: '' }),
  };
}

function risEntry(page: PageGroup): string {
  const lines: (readonly [tag: string, value: string | null])[] = [
    ['TY', page.siteName === null ? 'ELEC' : 'NEWS'],
    ['TI', page.title],
    ...authorsOf(page.author).map((author) => ['AU', risAuthor(author)] as const),
    ['T2', page.siteName],
    // Some readers take the year of a newspaper's article from here alone.
    ['PY', page.published?.match(/^\d{4}/)?.[0] ?? null],
    ['DA', risDate(page.published)],
    ['Y2', risDate(page.read)],
    ['UR', page.url],
    ['LA', page.language],
    ...page.tags.map((tag) => ['KW', tag] as const),
    ...page.records.map((record) => ['N1', noteFor(page, record)] as const),
  ];
  const written = lines.flatMap(([tag, value]) =>
    value === null || value === '' ? [] : [`${tag}  - ${oneLine(value)}`],
  );
  return `${[...written, 'ER  - '].join('\r\n')}\r\n`;
}

/** A CSL-JSON list, an entry a page; highlights and notes stand in `note`. */
export function encodeCslJson(records: readonly StoredAnnotation[]): string {
  return writeText(createCslWriter(), records, 'page');
}

/** Writes CSL-JSON page by page, one a line. */
export function createCslWriter(): FileWriter {
  const join = createJoiner(',');
  let isEmpty = true;
  return {
    add(records, key) {
      const page = citable(key, records);
      if (page === null) return '';
      isEmpty = false;
      return join(`\n${JSON.stringify(cslEntry(page))}`);
    },
    end: () => ({ head: '[', tail: isEmpty ? ']\n' : '\n]\n' }),
  };
}

function cslEntry(page: PageGroup) {
  return {
    id: `downrange-${sha256(page.key).slice(0, 12)}`,
    type: page.siteName === null ? 'webpage' : 'article-newspaper',
    title: page.title,
    ...(page.siteName === null ? {} : { 'container-title': page.siteName }),
    ...(page.author === null ? {} : { author: authorsOf(page.author).map(cslName) }),
    ...dateParts('issued', page.published),
    ...dateParts('accessed', page.read),
    URL: page.url,
    ...(page.language === null ? {} : { language: page.language }),
    ...(page.tags.length === 0 ? {} : { keyword: page.tags.join(', ') }),
    note: page.records.map(plainText).join('\n\n'),
  };
}

/** A page that can be cited: no note on an entity, not the trash. */
function citable(key: string, records: readonly StoredAnnotation[]): PageGroup | null {
  return key.startsWith('urn:downrange:') ? null : pageGroup(key, records);
}

/** Zotero drops a note that equals the title. */
function noteFor(page: PageGroup, record: StoredAnnotation): string {
  const text = plainText(record);
  return text === page.title ? `Note: ${text}` : text;
}

/** A line end in a value would begin an unknown tag, which becomes a note of its own. */
function oneLine(value: string): string {
  return value
    .replace(/[\r\n\u2028\u2029\u0085]+/g, ' ')
    .replace(/\p{Cc}/gu, ' ')
    .trim();
}

function authorsOf(author: string | null): readonly string[] {
  if (author === null) return [];
  return author
    .split(/\s*(?:;| and | & |、|，)\s*/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** `Jane Q. Doe` → `Doe, Jane Q.`; names with a comma, of one word, or in Han stay as they are. */
function risAuthor(name: string): string {
  const parts = nameParts(name);
  return parts === null ? name : `${parts.family}, ${parts.given}`;
}

function cslName(name: string) {
  return nameParts(name) ?? { literal: name };
}

function nameParts(name: string): { readonly family: string; readonly given: string } | null {
  const comma = /^([^,]+),\s*([^,]+)$/.exec(name);
  if (comma?.[1] !== undefined && comma[2] !== undefined)
    return { family: comma[1].trim(), given: comma[2].trim() };
  const words = name.split(/\s+/);
  const family = words.at(-1);
  // A newsroom ("Xinhua News Agency") has no family name.
  const isPerson =
    words.length >= 2 &&
    words.length <= 3 &&
    !/\b(?:agency|news|staff|team|desk|editors?)\b/i.test(name);
  if (!isPerson || family === undefined || /\p{Script=Han}/u.test(name)) return null;
  return { family, given: words.slice(0, -1).join(' ') };
}

/** `YYYY/MM/DD/`, as far as known. */
function risDate(date: string | null): string | null {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date ?? '');
  return match === null ? null : `${match[1]}/${match[2] ?? ''}/${match[3] ?? ''}/`;
}

function dateParts(key: 'issued' | 'accessed', date: string | null) {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date ?? '');
  if (match === null) return {};
  const parts = match
    .slice(1)
    .filter((part) => part !== undefined)
    .map(Number);
  return { [key]: { 'date-parts': [parts] } };
}
