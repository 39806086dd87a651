import {
  HIGHLIGHT_COLOURS,
  type Selector,
  type StoredAnnotation,
  type Target,
} from '@/core/annotation/annotation';
import { idFrom, UNDATED } from './build';
import { toCodePoints } from './code-points';
import { createDigest } from './sha256';
import { createJoiner, type FileWriter, writeText } from './writer';

/*
 * W3C Web Annotation (https://www.w3.org/TR/annotation-model/): one AnnotationCollection with one embedded page.
 * An empty library is a collection without a page, because a page must have an item. Every item carries its context
 * and is a valid annotation by itself.
 */

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** The one key that is not the W3C's, an absolute IRI: what a lossless return needs and the model has no word for. */
export const ENVELOPE = 'urn:downrange:envelope';

export interface WebAnnotationOptions {
  /** Name of the collection, for people. */
  readonly label?: string;
  /** The text of the page that an annotation stands on, where it is at hand: makes positions exact. */
  readonly textOf?: (record: StoredAnnotation) => string | null;
}

/** Keys of an annotation that a record holds itself; everything else is foreign. */
export const OURS: ReadonlySet<string> = new Set(
  '@context @type type motivation created modified body bodyValue target stylesheet'.split(' '),
);

/** The collection as JSON, an annotation a line, in the order given. What is in the trash stays out. */
export function encodeWebAnnotations(
  records: readonly StoredAnnotation[],
  options: WebAnnotationOptions = {},
): string {
  const live = records.filter(({ deletedAt }) => deletedAt === undefined);
  return writeText(createWebAnnotationWriter(options), live, 'record');
}

/** Writes the collection some annotations at a time. */
export function createWebAnnotationWriter(options: WebAnnotationOptions = {}): FileWriter {
  const names = createDigest();
  const join = createJoiner(',\n');
  let total = 0;
  return {
    add(records) {
      const items = records.map((record) => {
        names.add(`${record.annotation.id}\n`);
        total++;
        return join(JSON.stringify(toWebAnnotation(record, options.textOf?.(record) ?? null)));
      });
      return items.join('');
    },
    end() {
      const id = idFrom('web-annotation-collection', names.end());
      const collection = {
        '@context': CONTEXT,
        id,
        type: 'AnnotationCollection',
        label: options.label ?? 'Downrange',
        total,
      };
      const head = JSON.stringify(collection);
      if (total === 0) return { head, tail: '\n' };
      const page = JSON.stringify({
        id: idFrom('page', id),
        type: 'AnnotationPage',
        startIndex: 0,
      });
      const open = `${head.slice(0, -1)},"first":${page.slice(0, -1)},"items":[\n`;
      return { head: open, tail: '\n]}}\n' };
    },
  };
}

/** One annotation as others read it. `pageText` makes its position exact. */
export function toWebAnnotation(
  { annotation, pageKey, page, revision, foreign }: StoredAnnotation,
  pageText: string | null,
): Readonly<Record<string, unknown>> {
  const { body, target, ...rest } = annotation;
  const undated = foreign?.[UNDATED];
  const extras = Object.entries(foreign ?? {}).filter(([key]) => key !== UNDATED && !OURS.has(key));
  const colour = target.styleClass;
  return {
    ...Object.fromEntries(extras),
    ...rest,
    ...(body.length === 0 ? {} : { body }),
    ...(colour === undefined ? {} : { stylesheet: stylesheetFor(colour) }),
    target: targetFor(target, pageText),
    [ENVELOPE]: {
      pageKey,
      revision,
      ...(page === undefined ? {} : { page }),
      ...(undated === undefined ? {} : { undated }),
    },
  };
}

function stylesheetFor(colour: keyof typeof HIGHLIGHT_COLOURS) {
  const value = `.${colour} { background-color: ${HIGHLIGHT_COLOURS[colour]}; }`;
  return { type: 'CssStylesheet', value };
}

/** A target alone is only its address: the model knows a SpecificResource by what it adds to the source. */
function targetFor(target: Target, pageText: string | null): unknown {
  const { selector, state, styleClass, source } = target;
  if (selector === undefined && state === undefined && styleClass === undefined) return source;
  if (selector === undefined) return target;
  const quote = selector.find((one) => one.type === 'TextQuoteSelector');
  const [prefix, exact] = [quote?.prefix ?? '', quote?.exact ?? ''];
  const convert = (one: Selector): Selector => {
    if (one.type !== 'TextPositionSelector') return one;
    const before = pageText === null ? prefix : pageText.slice(0, one.start);
    const passage = pageText === null ? exact : pageText.slice(one.start, one.end);
    return { type: one.type, ...toCodePoints(one, before, passage) };
  };
  return { ...target, selector: selector.map(convert) };
}
