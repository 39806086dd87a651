import type { Span } from '@/core/text/span';
import { type FragmentText, foldForFragment, spanOfFragment } from './fragment-text';

/** The four terms of a text fragment, decoded: `#:~:text=prefix-,start,end,-suffix`. */
export interface TextDirective {
  readonly prefix?: string;
  readonly start: string;
  readonly end?: string;
  readonly suffix?: string;
}

/** Reads the text directives of a fragment, with or without `#`, in order. Malformed ones are passed over, as browsers do. */
export function parseTextDirectives(fragment: string): readonly TextDirective[] {
  const delimiter = fragment.indexOf(':~:');
  if (delimiter === -1) return [];
  return fragment
    .slice(delimiter + 3)
    .split('&')
    .flatMap((directive) => (directive.startsWith('text=') ? parseTerms(directive.slice(5)) : []));
}

function parseTerms(value: string): readonly TextDirective[] {
  const terms = value.split(',');
  const prefix =
    terms[0]?.endsWith('-') === true && terms.length > 1 ? terms.shift()?.slice(0, -1) : undefined;
  const suffix =
    terms.at(-1)?.startsWith('-') === true && terms.length > 1 ? terms.pop()?.slice(1) : undefined;
  const [start, end, ...surplus] = terms;
  if (start === undefined || start === '' || end === '' || surplus.length > 0) return [];
  if ([start, end].some((term) => term?.startsWith('-') || term?.endsWith('-'))) return [];
  const directive = {
    start: decode(start),
    ...(prefix === undefined ? {} : { prefix: decode(prefix) }),
    ...(end === undefined ? {} : { end: decode(end) }),
    ...(suffix === undefined ? {} : { suffix: decode(suffix) }),
  };
  return [directive];
}

function decode(term: string): string {
  try {
    return decodeURIComponent(term);
  } catch {
    // Not valid percent-encoding: browsers take the characters as they stand.
    return term;
  }
}

/** Writes a directive as the fragment of a link, `#` not included. Null for text that no address can hold (half a surrogate pair). */
export function formatTextDirective({ prefix, start, end, suffix }: TextDirective): string | null {
  const terms = [
    ...(prefix === undefined ? [] : [`${encode(prefix)}-`]),
    encode(start),
    ...(end === undefined ? [] : [encode(end)]),
    ...(suffix === undefined ? [] : [`-${encode(suffix)}`]),
  ];
  return [prefix, start, end, suffix].some((term) => term !== undefined && /\p{Cs}/u.test(term))
    ? null
    : `:~:text=${terms.join(',')}`;
}

/** `-`, `,` and `&` have a meaning in a directive; brackets and quotes end a link in Markdown and in HTML. */
function encode(term: string): string {
  return term
    .replace(/\p{Cs}/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/.+/gs, encodeURIComponent)
    .replace(/[-'()*!]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * The first stretch of text that a directive finds, as a browser would; null when there is none. Every border of a
 * term must be a border between words, except between a prefix and what follows it, and before a suffix.
 */
export function resolveTextDirective(text: FragmentText, directive: TextDirective): Span | null {
  const prefix = directive.prefix === undefined ? null : foldForFragment(directive.prefix).trim();
  const start = foldForFragment(directive.start).trim();
  const end = directive.end === undefined ? null : foldForFragment(directive.end).trim();
  const suffix = directive.suffix === undefined ? null : foldForFragment(directive.suffix).trim();
  const endsAtWord = end !== null || suffix === null;
  let from = 0;
  for (let step = 0; step < MAX_STEPS; step++) {
    let at: number;
    if (prefix === null) {
      const found = find(text, start, from, true, endsAtWord);
      if (found === null) return null;
      at = found;
      from = found + 1;
    } else {
      const before = find(text, prefix, from, true, false);
      if (before === null) return null;
      from = before + 1;
      at = skipSpace(text.folded, before + prefix.length);
      if (!standsAt(text, start, at, false, endsAtWord)) continue;
    }
    const to = endOf(text, at, at + start.length, end, suffix);
    if (to !== null) return spanOfFragment(text, at, to);
    if (end !== null && text.folded.indexOf(end, at) === -1) return null;
  }
  return null;
}

/** Places at which a term is tried. A page on which more are needed repeats itself, and no link can single out a part of it. */
const MAX_STEPS = 2000;

/** Where the whole match ends; null when the end or the suffix is not there. */
function endOf(
  text: FragmentText,
  at: number,
  startEnd: number,
  end: string | null,
  suffix: string | null,
): number | null {
  if (end === null) return hasSuffix(text, startEnd, suffix) ? startEnd : null;
  let from = startEnd;
  for (let step = 0; step < MAX_STEPS; step++) {
    const found = find(text, end, Math.max(from, at), true, suffix === null);
    if (found === null) return null;
    if (hasSuffix(text, found + end.length, suffix)) return found + end.length;
    from = found + 1;
  }
  return null;
}

function hasSuffix(text: FragmentText, at: number, suffix: string | null): boolean {
  return suffix === null || standsAt(text, suffix, skipSpace(text.folded, at), false, true);
}

function find(
  text: FragmentText,
  term: string,
  from: number,
  startsAtWord: boolean,
  endsAtWord: boolean,
): number | null {
  if (term.length === 0) return null;
  for (
    let at = text.folded.indexOf(term, from);
    at !== -1;
    at = text.folded.indexOf(term, at + 1)
  ) {
    if (isBounded(text, at, at + term.length, startsAtWord, endsAtWord)) return at;
  }
  return null;
}

function standsAt(
  text: FragmentText,
  term: string,
  at: number,
  startsAtWord: boolean,
  endsAtWord: boolean,
): boolean {
  return (
    term.length > 0 &&
    text.folded.startsWith(term, at) &&
    isBounded(text, at, at + term.length, startsAtWord, endsAtWord)
  );
}

function isBounded(
  text: FragmentText,
  from: number,
  to: number,
  startsAtWord: boolean,
  endsAtWord: boolean,
): boolean {
  return (!startsAtWord || text.isWordBorder(from)) && (!endsAtWord || text.isWordBorder(to));
}

function skipSpace(folded: string, at: number): number {
  let index = at;
  while (folded.charAt(index) === ' ' || folded.charAt(index) === '\n') index++;
  return index;
}
