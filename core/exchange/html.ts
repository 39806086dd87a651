import {
  entitiesOf,
  HIGHLIGHT_COLOURS,
  noteOf,
  quoteOf,
  type StoredAnnotation,
  tagsOf,
} from '@/core/annotation/annotation';
import { type PageGroup, pageGroup } from './pages';
import { passageLink } from './passage-link';
import { entityOfSource, type FileWriter, writeText } from './writer';

export interface HtmlOptions {
  /** ISO 8601, UTC; printed as the day of the export. */
  readonly now: string;
  /** Heading of the page. */
  readonly title?: string;
  /** Language of the page's own words, BCP 47. */
  readonly language?: string;
  readonly nameOf?: (entityId: string) => string;
}

/**
 * One page that needs nothing else, for reading, printing and keeping. It has no script and loads nothing, and its
 * own policy forbids both; every text is escaped.
 */
export function encodeHtml(records: readonly StoredAnnotation[], options: HtmlOptions): string {
  return writeText(createHtmlWriter(options), records, 'page');
}

/** Writes the page section by section. */
export function createHtmlWriter({
  now,
  title = 'Downrange',
  language = 'en',
  nameOf = (id) => id.slice(id.indexOf('/') + 1),
}: HtmlOptions): FileWriter {
  let count = 0;
  return {
    add(records, key) {
      const page = pageGroup(key, records);
      if (page === null) return '';
      count += page.records.length;
      return sectionFor(page, nameOf);
    },
    end: () => ({
      head: [
        '<!doctype html>',
        `<html lang="${escapeHtml(language)}">`,
        '<head>',
        '<meta charset="utf-8">',
        `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        `<title>${escapeHtml(title)}</title>`,
        `<style>${STYLE}</style>`,
        '</head>',
        '<body>',
        `<h1>${escapeHtml(title)}</h1>`,
        `<p class="facts">${escapeHtml(now.slice(0, 10))} · ${count}</p>`,
        '',
      ].join('\n'),
      tail: '</body>\n</html>\n',
    }),
  };
}

function sectionFor(page: PageGroup, nameOf: (entityId: string) => string): string {
  const facts = [page.siteName, page.author, page.published?.slice(0, 10)].filter((one) => one);
  const lang = page.language === null ? '' : ` lang="${escapeHtml(page.language)}"`;
  const about = entityOfSource(page.key);
  const title = about === null ? page.title : nameOf(about);
  const heading = page.url === null ? escapeHtml(title) : anchor(page.url, title);
  return [
    `<section${lang}>`,
    `<h2>${heading}</h2>`,
    ...(facts.length === 0 ? [] : [`<p class="facts">${escapeHtml(facts.join(' · '))}</p>`]),
    ...page.records.map((record) => articleFor(record, nameOf)),
    '</section>\n',
  ].join('\n');
}

function articleFor(record: StoredAnnotation, nameOf: (id: string) => string): string {
  const { annotation } = record;
  const colour = annotation.target.styleClass;
  const quote = quoteOf(annotation);
  const note = noteOf(annotation);
  const link = passageLink(record);
  const foot = [
    ...tagsOf(annotation).map((tag) => `#${tag}`),
    ...entitiesOf(annotation).map((id) => nameOf(id)),
  ].map(escapeHtml);
  const day = annotation.created.slice(0, 10);
  const shown = link === null || quote === null ? day : anchor(link, day);
  return [
    `<article${colour === undefined ? '' : ` class="${colour}"`}>`,
    ...(quote === null ? [] : [`<blockquote>${escapeHtml(quote)}</blockquote>`]),
    ...(note === '' ? [] : [`<div class="note">${escapeHtml(note)}</div>`]),
    `<footer>${[shown, ...foot].join(' · ')}</footer>`,
    '</article>',
  ].join('\n');
}

function anchor(address: string, words: string): string {
  return `<a href="${escapeHtml(address)}" rel="noreferrer">${escapeHtml(words)}</a>`;
}

/** Text for HTML, also within attributes in double quotes. Signs that turn the direction of what follows are taken out. */
function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (sign) => (/\s/.test(sign) ? sign : ''));
}

const COLOURS = Object.entries(HIGHLIGHT_COLOURS)
  .map(([name, hex]) => `.${name} blockquote{border-color:${hex}}`)
  .join('');

/** System fonts and colours; dark where the reader's system is; pages break between notes, not within. */
const STYLE = [
  ':root{color-scheme:light dark}',
  'body{font:16px/1.55 Georgia,"Noto Serif CJK SC",serif;max-width:42rem;margin:2rem auto;padding:0 1rem}',
  'h1,h2,.facts,footer{font-family:system-ui,sans-serif}',
  'h1{font-size:1.5rem}h2{font-size:1.15rem;margin:2.5rem 0 .25rem;line-height:1.3}',
  'a{color:inherit;text-underline-offset:.2em;overflow-wrap:anywhere}',
  '.facts,footer{font-size:.8rem;opacity:.75;margin:.25rem 0}',
  'article{margin:1.25rem 0;break-inside:avoid}',
  'blockquote{margin:0;padding-left:1rem;border-left:4px solid #aaaaaa;white-space:pre-wrap;overflow-wrap:anywhere}',
  '.note{margin:.5rem 0 0 1.25rem;white-space:pre-wrap;overflow-wrap:anywhere;font-family:system-ui,sans-serif;font-size:.95rem}',
  COLOURS,
  '@media print{body{margin:0;max-width:none;font-size:11pt}h2{break-after:avoid}}',
].join('');
