import type { StoredAnnotation } from '@/core/annotation/annotation';
import { buildAnnotation, idFrom, type Parts } from './build';
import { atPath, type DecodeContext, type Decoded, type Problem, refuse } from './problem';
import {
  cleanText,
  type Fields,
  field,
  harmless,
  instantOf,
  isFields,
  listOf,
  parseJson,
  textField,
  textsOf,
} from './read';

/**
 * Reads the highlights that Obsidian Web Clipper exports: `[{url, title?, highlights: [{text, timestamp, notes?}],
 * data?: [records]}]`. Where `data` is present it is read, because it tells the parts of a selection over several
 * blocks; they become one passage, as a reader selected it. Older files have only the texts. A page whose records
 * are of an unknown form is refused whole, as its own program refuses it.
 */
export function decodeClipper(text: string, { now }: DecodeContext): Decoded {
  const parsed = parseJson(cleanText(text));
  if (parsed === null) return refuse(atPath('', 'this is not JSON. Export the highlights again.'));
  if (!Array.isArray(parsed.value))
    return refuse(
      atPath(
        '',
        'expected a list of pages. Export the highlights from Obsidian Web Clipper, or choose the format that the file has.',
      ),
    );
  const records: StoredAnnotation[] = [];
  const problems: Problem[] = [];
  for (const [index, page] of parsed.value.entries()) {
    const path = `[${index}]`;
    const found = isFields(page) ? partsOf(page) : 'expected a page (an object). Take it out.';
    if (typeof found === 'string') {
      problems.push(atPath(path, found));
      continue;
    }
    for (const parts of found) {
      const built = buildAnnotation(parts, now);
      if (typeof built === 'string') problems.push(atPath(path, built));
      else records.push(built);
    }
  }
  return { records, problems };
}

function partsOf(page: Fields): readonly Parts[] | string {
  const url = textField(page, 'url');
  if (url === null) return 'the page has no "url". Add it or take the page out.';
  const title = textField(page, 'title');
  const common = { source: url, page: { ...(title === null ? {} : { title }) } };
  const data = listOf(field(page, 'data'));
  const readable = listOf(field(page, 'highlights'));
  if (data.length > 0) {
    const records = data.filter(isRecord);
    if (records.length < data.length)
      return 'a record in "data" is neither a text nor an element with words. Export the highlights again.';
    return groupsOf(records).map((group) => ({ ...common, ...fromGroup(url, group, readable) }));
  }
  const texts = readable.filter(isFields);
  if (texts.length === 0 || texts.some((one) => (textField(one, 'text') ?? '').trim() === ''))
    return 'a highlight has no "text". Add it or take the highlight out.';
  return texts.map((one) => {
    const exact = textField(one, 'text') ?? '';
    const at = instantOf(field(one, 'timestamp'));
    return {
      ...common,
      id: idFrom('clipper', `${url}\u0000${exact}`),
      quote: { exact },
      note: textsOf(field(one, 'notes')).join('\n\n'),
      created: at,
      modified: at,
    };
  });
}

/** A record that has words, or an element such as a picture. */
function isRecord(record: unknown): record is Fields {
  if (!isFields(record)) return false;
  const type = textField(record, 'type');
  return (
    (type === 'text' || type === 'element') &&
    textField(record, 'content') !== null &&
    textField(record, 'id') !== null
  );
}

function groupsOf(records: readonly Fields[]): readonly (readonly Fields[])[] {
  const groups = new Map<string, Fields[]>();
  for (const record of records) {
    const key = textField(record, 'groupId') ?? `id ${textField(record, 'id') ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return [...groups.values()];
}

function fromGroup(
  url: string,
  group: readonly Fields[],
  readable: readonly unknown[],
): Omit<Parts, 'source'> {
  const exact = group.map((record) => wordsOf(textField(record, 'content') ?? '')).join('\n\n');
  const [first = {}] = group;
  const around = (record: Fields | undefined, side: 'prefix' | 'suffix') => {
    const quote = record === undefined ? undefined : field(record, 'textQuote');
    return isFields(quote) ? textField(quote, side) : null;
  };
  const [prefix, suffix] = [around(first, 'prefix'), around(group.at(-1), 'suffix')];
  const entry = readable.filter(isFields).find((one) => textField(one, 'text') === exact);
  const notes = group.flatMap((record) => textsOf(field(record, 'notes')));
  const at =
    instantOf(entry === undefined ? null : field(entry, 'timestamp')) ??
    instantOfMs(textField(first, 'id'));
  const kept = harmless(group.map(({ content: _, ...rest }) => rest));
  return {
    // As in older files, so that both exports of a highlight are one record here.
    id: idFrom('clipper', `${url}\u0000${exact}`),
    ...(exact.trim() === ''
      ? {}
      : {
          quote: {
            exact,
            ...(prefix === null ? {} : { prefix }),
            ...(suffix === null ? {} : { suffix }),
          },
        }),
    note:
      (notes.length > 0 ? notes : textsOf(entry === undefined ? null : field(entry, 'notes'))).join(
        '\n\n',
      ) ||
      (exact.trim() === '' ? 'An element of the page (a picture, a table) that has no words.' : ''),
    created: at,
    modified: at,
    foreign: { clipper: kept },
  };
}

/** Their ids are milliseconds since 1970, when the highlight was made. */
function instantOfMs(id: string | null): string | null {
  if (id === null || !/^\d{1,14}$/.test(id)) return null;
  const date = new Date(Number(id));
  return instantOf(date.toISOString());
}

/** The words of a small piece of HTML: tags taken away, the common character references read. Never put into a page. */
function wordsOf(html: string): string {
  const named: Readonly<Record<string, string>> = {
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
  };
  return html
    .replace(/<(?:br|\/p|\/div|\/li)\b[^<>]*>/gi, '\n')
    .replace(/<\/?[a-z!][^<>]*>/gi, '')
    .replace(
      /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi,
      (whole, decimal?: string, hex?: string, name?: string) => {
        if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole;
        const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      },
    )
    .replace(/\n+$/, '');
}
