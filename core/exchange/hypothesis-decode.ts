import type { StoredAnnotation } from '@/core/annotation/annotation';
import { buildAnnotation, colourOf, idOf, isEntityId, type Parts } from './build';
import { COLOUR_TAG, ENTITY_TAG } from './hypothesis';
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
 * Reads an export of the Hypothesis client (`annotations`) or an answer of its search API (`rows`). A reply becomes
 * a note on the same passage, with the name of who wrote it. Positions are not taken: they count another text.
 */
export function decodeHypothesis(text: string, { now }: DecodeContext): Decoded {
  const parsed = parseJson(cleanText(text));
  if (parsed === null) return refuse(atPath('', 'this is not JSON. Export the file again.'));
  const key =
    isFields(parsed.value) && field(parsed.value, 'rows') !== undefined ? 'rows' : 'annotations';
  const rows = isFields(parsed.value) ? field(parsed.value, key) : null;
  if (!Array.isArray(rows))
    return refuse(
      atPath(
        '',
        'there is no list "annotations" in it. Export from Hypothesis as JSON, or choose the format that the file has.',
      ),
    );
  const records: StoredAnnotation[] = [];
  const problems: Problem[] = [];
  const byId = new Map<string, Fields>();
  for (const row of rows) if (isFields(row)) byId.set(textField(row, 'id') ?? '', row);
  for (const [index, row] of rows.entries()) {
    const path = `${key}[${index}]`;
    if (!isFields(row)) {
      problems.push(atPath(path, 'expected an annotation (an object). Take it out.'));
      continue;
    }
    const built = buildAnnotation(partsOf(row, byId), now);
    if (typeof built === 'string') problems.push(atPath(path, built));
    else records.push(built);
  }
  return { records, problems };
}

/** Keys whose content is in the record itself. */
const OURS = new Set(['id', 'created', 'updated', 'uri', 'text', 'tags', 'document']);

function partsOf(row: Fields, byId: ReadonlyMap<string, Fields>): Parts {
  const tags = textsOf(field(row, 'tags'));
  const special = (tag: string) =>
    (tag.startsWith(COLOUR_TAG) && colourOf(tag.slice(COLOUR_TAG.length)) !== undefined) ||
    (tag.startsWith(ENTITY_TAG) && isEntityId(tag.slice(ENTITY_TAG.length)));
  const colour = tags
    .filter((tag) => tag.startsWith(COLOUR_TAG))
    .map((tag) => colourOf(tag.slice(COLOUR_TAG.length)))
    .find((one) => one !== undefined);
  const target = targetOf(row);
  const note = textField(row, 'text') ?? '';
  const quote = quoteIn(target) ?? quoteOfParent(row, byId);
  const kept = harmless(
    Object.fromEntries(
      Object.entries(row).filter(([key]) => !OURS.has(key) && !key.startsWith('$')),
    ),
  );
  const document = field(row, 'document');
  const [title] = isFields(document) ? textsOf(field(document, 'title')) : [];
  return {
    id: idOf(
      'hypothesis',
      textField(row, 'id') ?? JSON.stringify([field(row, 'uri'), note, quote, tags]),
    ),
    source: textField(row, 'uri') ?? (target === null ? '' : (textField(target, 'source') ?? '')),
    ...(quote === null ? {} : { quote }),
    note: isReply(row) ? `${authorOf(row)}: ${note}` : note,
    tags: tags.filter((tag) => !special(tag)),
    entities: tags
      .filter(special)
      .filter((tag) => tag.startsWith(ENTITY_TAG))
      .map((tag) => tag.slice(ENTITY_TAG.length)),
    ...(colour === undefined ? {} : { colour }),
    created: instantOf(field(row, 'created')),
    modified: instantOf(field(row, 'updated')) ?? instantOf(field(row, 'created')),
    page: { ...(title === undefined ? {} : { title }) },
    ...(isFields(kept) && textField(row, 'user') !== 'acct:downrange@localhost'
      ? { foreign: { hypothesis: kept } }
      : {}),
  };
}

function targetOf(row: Fields): Fields | null {
  return listOf(field(row, 'target')).find(isFields) ?? null;
}

function quoteIn(target: Fields | null): Parts['quote'] | null {
  const selectors = target === null ? [] : listOf(field(target, 'selector')).filter(isFields);
  const quote = selectors.find((one) => field(one, 'type') === 'TextQuoteSelector');
  const exact = quote === undefined ? null : textField(quote, 'exact');
  if (quote === undefined || exact === null || exact.trim() === '') return null;
  const [prefix, suffix] = [textField(quote, 'prefix'), textField(quote, 'suffix')];
  return {
    exact,
    ...(prefix === null ? {} : { prefix }),
    ...(suffix === null ? {} : { suffix }),
  };
}

/** A reply has no selectors: its passage is that of what it answers, nearest first. */
function quoteOfParent(row: Fields, byId: ReadonlyMap<string, Fields>): Parts['quote'] | null {
  for (const id of textsOf(field(row, 'references')).slice(-20).toReversed()) {
    const parent = byId.get(id);
    const quote = parent === undefined ? null : quoteIn(targetOf(parent));
    if (quote !== null) return quote;
  }
  return null;
}

function isReply(row: Fields): boolean {
  return textsOf(field(row, 'references')).length > 0;
}

/** `jane` of `acct:jane@hypothes.is`, or the name that she shows. */
function authorOf(row: Fields): string {
  const info = field(row, 'user_info');
  const shown = isFields(info) ? textField(info, 'display_name') : null;
  return shown ?? /^acct:([^@]+)@/.exec(textField(row, 'user') ?? '')?.[1] ?? 'Reply';
}
