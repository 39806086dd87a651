import {
  entitiesOf,
  noteOf,
  quoteOf,
  type StoredAnnotation,
  tagsOf,
} from '@/core/annotation/annotation';
import { field, isFields } from './read';
import { createJoiner, type FileWriter, writeText } from './writer';

/*
 * The file that the Hypothesis client exports and imports: `{export_date, export_userid, client_version, annotations}`.
 * Its importer keeps target, tags, text and document and drops ids, dates and user.
 */

/** A tag that holds a colour, which Hypothesis does not know: `color:yellow`. */
export const COLOUR_TAG = 'color:';

/** A tag that holds an entity: `entity:rocket/zhuque-3`. */
export const ENTITY_TAG = 'entity:';

export interface HypothesisOptions {
  /** ISO 8601, UTC. */
  readonly now: string;
}

/**
 * Passages and notes on pages, as the Hypothesis importer takes them; what is in the trash and notes on entities,
 * which have no page, stay out. Positions are left out: Hypothesis counts another text than we do.
 */
export function encodeHypothesis(
  records: readonly StoredAnnotation[],
  options: HypothesisOptions,
): string {
  const live = records.filter(({ deletedAt }) => deletedAt === undefined);
  return writeText(createHypothesisWriter(options), live, 'record');
}

/** Writes the file some annotations at a time. */
export function createHypothesisWriter({ now }: HypothesisOptions): FileWriter {
  const join = createJoiner(',\n');
  const file = { export_date: now, export_userid: USER, client_version: 'downrange' };
  return {
    add: (records) =>
      records
        .filter(({ page }) => page !== undefined)
        .map((record) => join(JSON.stringify(toRow(record))))
        .join(''),
    end: () => ({
      head: `${JSON.stringify(file).slice(0, -1)},"annotations":[\n`,
      tail: '\n]}\n',
    }),
  };
}

/** Nobody: the importer puts the person in who imports. */
const USER = 'acct:downrange@localhost';

function toRow({ annotation, page, foreign }: StoredAnnotation) {
  const given = foreign?.hypothesis;
  const kept = isFields(given) ? given : {};
  const { source, styleClass } = annotation.target;
  const quote = quoteOf(annotation);
  const selector = selectorFor(annotation, kept, quote);
  return {
    group: '__world__',
    permissions: { read: [USER], update: [USER], delete: [USER] },
    user: USER,
    links: {},
    hidden: false,
    flagged: false,
    ...kept,
    id: annotation.id.slice('urn:uuid:'.length),
    created: annotation.created,
    updated: annotation.modified,
    uri: source,
    text: noteOf(annotation),
    tags: [
      ...tagsOf(annotation),
      ...(styleClass === undefined ? [] : [`${COLOUR_TAG}${styleClass}`]),
      ...entitiesOf(annotation).map((id) => `${ENTITY_TAG}${id}`),
    ],
    document: { title: [page?.title ?? source] },
    target: [{ source, ...(selector === null ? {} : { selector }) }],
  };
}

/** Their own selectors as they gave them, as long as the quotation is the same. */
function selectorFor(
  { target }: StoredAnnotation['annotation'],
  kept: Readonly<Record<string, unknown>>,
  quote: string | null,
): readonly unknown[] | null {
  if (quote === null) return null;
  const [first] = Array.isArray(field(kept, 'target')) ? (field(kept, 'target') as unknown[]) : [];
  const theirs = isFields(first) ? field(first, 'selector') : null;
  const says = (one: unknown) => isFields(one) && field(one, 'exact') === quote;
  if (Array.isArray(theirs) && theirs.some(says)) return theirs;
  return (target.selector ?? []).filter((one) => one.type === 'TextQuoteSelector');
}
