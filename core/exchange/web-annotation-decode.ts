import type { StoredAnnotation } from '@/core/annotation/annotation';
import { buildAnnotation, colourOf, idFrom, idOf, isEntityId, type Parts, UNDATED } from './build';
import { fromCodePoints } from './code-points';
import { atPath, type DecodeContext, type Decoded, type Problem, refuse } from './problem';
import {
  cleanText,
  dayOf,
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
import { ENVELOPE, OURS } from './web-annotation';

/**
 * Reads any W3C Web Annotation JSON-LD that states its annotations plainly: a collection, a page, a list, or one
 * annotation; not expanded or flattened JSON-LD. Of several targets each becomes a record. What the model here has no
 * place for is kept and given back on export.
 */
export function decodeWebAnnotations(text: string, context: DecodeContext): Decoded {
  const parsed = parseJson(cleanText(text));
  if (parsed === null) return refuse(atPath('', 'this is not JSON. Export the file again.'));
  const found = annotationsIn(parsed.value);
  if (found === null)
    return refuse(
      atPath(
        '',
        'there is no AnnotationCollection, AnnotationPage, list of annotations or Annotation in it. Choose the format that the file has.',
      ),
    );
  const records: StoredAnnotation[] = [];
  const problems: Problem[] = [...found.problems];
  for (const [path, value] of found.annotations)
    for (const one of decodeOne(value, path, context))
      if ('annotation' in one) records.push(one);
      else problems.push(one);
  return { records, problems };
}

interface Found {
  readonly annotations: readonly (readonly [path: string, value: unknown])[];
  readonly problems: readonly Problem[];
}

function annotationsIn(value: unknown): Found | null {
  const inList = (items: readonly unknown[], path: string): Found => ({
    annotations: items.map((item, index) => [`${path}[${index}]`, item] as const),
    problems: [],
  });
  if (Array.isArray(value)) return inList(value, '');
  if (!isFields(value)) return null;
  const types = textsOf(field(value, 'type') ?? field(value, '@type'));
  if (types.includes('AnnotationCollection')) {
    const first = field(value, 'first');
    if (isFields(first)) {
      const found = inList(listOf(field(first, 'items')), 'first.items');
      const next = field(first, 'next');
      if (next === undefined) return found;
      const elsewhere = 'further pages of the collection are elsewhere. Import them one by one.';
      return { ...found, problems: [atPath('first.next', elsewhere)] };
    }
    if (typeof first === 'string') {
      const message = `its annotations are elsewhere, at ${first.slice(0, 200)}. Import that page.`;
      return { annotations: [], problems: [atPath('first', message)] };
    }
    return inList(listOf(field(value, 'items')), 'items');
  }
  if (types.includes('AnnotationPage')) return inList(listOf(field(value, 'items')), 'items');
  if (types.includes('Annotation') || field(value, 'target') !== undefined)
    return { annotations: [['annotation', value]], problems: [] };
  return null;
}

function* decodeOne(
  value: unknown,
  path: string,
  { now }: DecodeContext,
): Generator<StoredAnnotation | Problem> {
  if (!isFields(value))
    return yield atPath(path, 'expected an annotation (an object). Take it out.');
  const targets = listOf(field(value, 'target'));
  if (targets.length === 0)
    return yield atPath(path, 'it has no target. Name the page that it is about, or take it out.');
  const extras = Object.fromEntries(
    Object.entries(value).filter(
      ([key]) => !OURS.has(key) && key !== ENVELOPE && key !== 'id' && key !== '@id',
    ),
  );
  const kept = harmless(extras);
  const common = { ...bodiesOf(value), ...envelopeOf(value) };
  const given = textField(value, 'id') ?? textField(value, '@id');
  const name = given ?? JSON.stringify(harmless(value));
  const created = instantOf(field(value, 'created'));
  const modified = instantOf(field(value, 'modified'));
  const foreignId = given === null || idOf('web-annotation', given) === given ? {} : { id: given };
  for (const [index, target] of targets.entries()) {
    const at = targets.length === 1 ? `${path}.target` : `${path}.target[${index}]`;
    const place = placeOf(target);
    if (typeof place === 'string') {
      yield atPath(at, place);
      continue;
    }
    const id =
      index === 0 ? idOf('web-annotation', name) : idFrom('web-annotation', `${name} ${index}`);
    const { undated, ...rest } = common;
    const parts: Parts = {
      ...rest,
      ...place,
      id,
      created: undated ? null : created,
      modified: undated ? null : modified,
      foreign: { ...(isFields(kept) ? kept : {}), ...(index === 0 ? foreignId : {}) },
    };
    const built = buildAnnotation(parts, undated ? (modified ?? now) : now);
    yield typeof built === 'string' ? atPath(at, built) : built;
  }
}

/** Source, quotation, position, colour and time of a target, or words for people. */
function placeOf(
  target: unknown,
): Pick<Parts, 'source' | 'quote' | 'position' | 'css' | 'colour' | 'read'> | string {
  if (typeof target === 'string') return { source: withoutFragment(target) };
  if (!isFields(target)) return 'the target is neither an address nor an object. Take it out.';
  const sourceValue = field(target, 'source');
  const source =
    typeof sourceValue === 'string'
      ? sourceValue
      : isFields(sourceValue)
        ? textField(sourceValue, 'id')
        : textField(target, 'id');
  if (source === null) return 'the target names no source. Give the address of the page.';
  const selectors = listOf(field(target, 'selector')).filter(isFields);
  // Some tools put the quotation below a selector for the element.
  const all = [
    ...selectors,
    ...selectors.flatMap((one) => listOf(field(one, 'refinedBy')).filter(isFields)),
  ];
  const ofType = (type: string) => all.find((one) => field(one, 'type') === type);
  const quote = ofType('TextQuoteSelector');
  const exact = quote === undefined ? null : textField(quote, 'exact');
  if (all.length > 0 && exact === null)
    return 'no selector quotes the words. Without a quotation the passage cannot be found; add a TextQuoteSelector.';
  const prefix = quote === undefined ? null : textField(quote, 'prefix');
  const suffix = quote === undefined ? null : textField(quote, 'suffix');
  const position = ofType('TextPositionSelector');
  const css = ofType('CssSelector');
  const cssValue = css === undefined ? null : textField(css, 'value');
  const colour = textsOf(field(target, 'styleClass'))
    .map(colourOf)
    .find((one) => one !== undefined);
  const state = listOf(field(target, 'state')).find(isFields);
  const read = state === undefined ? null : instantOf(field(state, 'sourceDate'));
  return {
    source: all.length === 0 ? withoutFragment(source) : source,
    ...(exact === null
      ? {}
      : {
          quote: {
            exact,
            ...(prefix === null ? {} : { prefix }),
            ...(suffix === null ? {} : { suffix }),
          },
        }),
    ...(exact === null ? {} : positionOf(position, prefix ?? '', exact)),
    ...(cssValue === null ? {} : { css: cssValue }),
    ...(colour === undefined ? {} : { colour }),
    ...(read === null ? {} : { read }),
  };
}

/** A text fragment in an address is how to scroll, not which page. */
function withoutFragment(address: string): string {
  return address.replace(/:~:.*$/s, '').replace(/#$/, '');
}

function positionOf(
  selector: Fields | undefined,
  prefix: string,
  exact: string,
): Pick<Parts, 'position'> {
  if (selector === undefined) return {};
  const [start, end] = [field(selector, 'start'), field(selector, 'end')];
  if (typeof start !== 'number' || typeof end !== 'number') return {};
  return { position: fromCodePoints({ start, end }, prefix, exact) };
}

/** Note, tags and entities: from strings, textual bodies and resources; what else there is becomes a link in the note. */
function bodiesOf(annotation: Fields): Pick<Parts, 'note' | 'noteFormat' | 'tags' | 'entities'> {
  const notes: string[] = [];
  const tags: string[] = [];
  const entities: string[] = [];
  let isPlain = false;
  const bodyValue = textField(annotation, 'bodyValue');
  if (bodyValue !== null) notes.push(bodyValue);
  for (const body of listOf(field(annotation, 'body'))) {
    if (typeof body === 'string') {
      notes.push(body);
      continue;
    }
    if (!isFields(body)) continue;
    const purposes = textsOf(field(body, 'purpose') ?? field(annotation, 'motivation'));
    const value = textField(body, 'value');
    if (value !== null) {
      if (purposes.includes('tagging')) tags.push(value);
      else {
        notes.push(value);
        isPlain = textField(body, 'format') === 'text/plain';
      }
      continue;
    }
    const source = textField(body, 'source') ?? textField(body, 'id');
    if (source === null) continue;
    const entity = source.startsWith('urn:downrange:') ? source.slice('urn:downrange:'.length) : '';
    if (isEntityId(entity)) entities.push(entity);
    else notes.push(source);
  }
  return {
    ...(notes.length === 0 ? {} : { note: notes.join('\n\n') }),
    ...(isPlain && notes.length === 1 ? { noteFormat: 'text/plain' } : {}),
    tags,
    entities,
  };
}

function envelopeOf(
  annotation: Fields,
): Pick<Parts, 'pageKey' | 'revision' | 'page'> & { readonly undated: boolean } {
  const envelope = field(annotation, ENVELOPE);
  if (!isFields(envelope)) return { undated: false };
  const pageKey = textField(envelope, 'pageKey');
  const revision = field(envelope, 'revision');
  const page = field(envelope, 'page');
  return {
    undated: field(envelope, UNDATED) === true,
    ...(pageKey === null ? {} : { pageKey }),
    ...(typeof revision === 'number' && Number.isSafeInteger(revision) && revision > 0
      ? { revision }
      : {}),
    ...(isFields(page) ? { page: pageFrom(page) } : {}),
  };
}

/** The description of a page, as far as it is one. */
function pageFrom(page: Fields): NonNullable<Parts['page']> {
  const texts = ['url', 'title', 'siteName', 'author', 'language'].flatMap((key) => {
    const value = textField(page, key);
    return value === null || value.length > 10_000 ? [] : [[key, value] as const];
  });
  const published = dayOf(field(page, 'published'));
  return { ...Object.fromEntries(texts), ...(published === null ? {} : { published }) };
}
