/** What a reader typed into the search field, taken apart. Everything must hold at once; values of one field are alternatives. */
export interface Query {
  /** Words to look for, as typed. */
  readonly words: string;
  /** Quoted: must stand in the quote, the note or the title just so (case apart). */
  readonly phrases: readonly string[];
  readonly entity: readonly string[];
  readonly tag: readonly string[];
  readonly site: readonly string[];
  readonly colour: readonly string[];
  /** ISO date or date-time; null for any time. */
  readonly since: string | null;
}

const FIELD = /(?:^|\s)(entity|tag|site|colour|color|since):(?:"([^"]*)"|(\S+))/giu;
const PHRASE = /"([^"]+)"/gu;

/**
 * Reads `entity:zhuque-3 tag:reuse colour:yellow since:7day "first stage" upright`. Total: what is no field
 * is a word, and an unfinished field or quote is looked for as typed. `now` is ISO 8601, for `since:7day`.
 */
export function parseQuery(text: string, now: string): Query {
  const fields: Record<'entity' | 'tag' | 'site' | 'colour', string[]> = {
    entity: [],
    tag: [],
    site: [],
    colour: [],
  };
  let since: string | null = null;
  let rest = text.replace(
    FIELD,
    (whole, name: string, quoted: string | undefined, bare: string | undefined) => {
      const value = (quoted ?? bare ?? '').toLowerCase();
      const key = name.toLowerCase() === 'color' ? 'colour' : name.toLowerCase();
      if (key === 'since') {
        const date = sinceDate(value, now);
        if (date === null) return whole;
        since = date;
      } else if (key === 'entity' || key === 'tag' || key === 'site' || key === 'colour') {
        fields[key].push(key === 'tag' ? value.replace(/^#/, '') : value);
      }
      return ' ';
    },
  );
  const phrases: string[] = [];
  rest = rest.replace(PHRASE, (_, phrase: string) => {
    phrases.push(phrase);
    return ' ';
  });
  return { words: rest.replaceAll(/\s+/g, ' ').trim(), phrases, ...fields, since };
}

/** `2026-03-01`, `2026-03`, `7day`, `2week`, `3month`, `1year`; null for anything else. */
function sinceDate(value: string, now: string): string | null {
  if (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value)) return value;
  const match = /^(\d{1,4})\s?(day|week|month|year|d|w|m|y)s?$/.exec(value);
  if (match === null) return null;
  const days = { d: 1, w: 7, m: 30, y: 365 }[match[2]?.[0] ?? 'd'] ?? 1;
  return new Date(Date.parse(now) - Number(match[1]) * days * 86_400_000).toISOString();
}
