import { HIGHLIGHT_COLOURS, type StoredAnnotation } from '@/core/annotation/annotation';
import {
  addressOf,
  type Fields,
  field,
  instantOf,
  isFields,
  isShallow,
  LONGEST_TEXT,
} from './read';

/**
 * The value as one of our stored annotations, itself and with everything in it, or words for people that say what
 * is wrong. Keys that we do not know stay: a later version wrote them.
 */
export function storedFrom(value: unknown): StoredAnnotation | string {
  const fault = faultOf(value);
  // `as`: every field of the type has just been checked.
  return fault ?? (value as StoredAnnotation);
}

function faultOf(value: unknown): string | null {
  if (!isFields(value)) return 'expected an object';
  if (!isShallow(value)) return 'it nests too deep or has a key "__proto__"';
  const annotation = field(value, 'annotation');
  if (!isFields(annotation)) return 'expected "annotation" to be an object';
  if (!isText(field(value, 'pageKey'))) return 'expected "pageKey" to be a text';
  const revision = field(value, 'revision');
  if (!Number.isSafeInteger(revision) || Number(revision) < 1)
    return 'expected "revision" to be a whole number from 1';
  if (field(value, 'deletedAt') !== undefined && !isInstant(field(value, 'deletedAt')))
    return 'expected "deletedAt" to be a UTC time such as 2026-03-01T10:00:00.000Z';
  if (field(value, 'foreign') !== undefined && !isFields(field(value, 'foreign')))
    return 'expected "foreign" to be an object';
  return pageFault(field(value, 'page')) ?? annotationFault(annotation);
}

function pageFault(page: unknown): string | null {
  if (page === undefined) return null;
  if (!isFields(page)) return 'expected "page" to be an object';
  if (addressOf(field(page, 'url')) === null) return 'expected "page.url" to be a full address';
  if (!isText(field(page, 'title'))) return 'expected "page.title" to be a text';
  const extras = ['siteName', 'author', 'published', 'language'];
  const wrong = extras.find((key) => field(page, key) !== undefined && !isText(field(page, key)));
  return wrong === undefined ? null : `expected "page.${wrong}" to be a text`;
}

function annotationFault(annotation: Fields): string | null {
  if (field(annotation, '@context') !== 'http://www.w3.org/ns/anno.jsonld')
    return 'expected "@context" to be http://www.w3.org/ns/anno.jsonld';
  const id = field(annotation, 'id');
  if (typeof id !== 'string' || !/^urn:uuid:[\x21-\x7e]{1,200}$/.test(id))
    return 'expected "id" to be a urn:uuid: address';
  if (field(annotation, 'type') !== 'Annotation') return 'expected "type" to be Annotation';
  const motivation = field(annotation, 'motivation');
  if (
    !['highlighting', 'commenting', 'bookmarking', 'describing'].some((one) => one === motivation)
  )
    return 'expected "motivation" to be highlighting, commenting, bookmarking or describing';
  for (const key of ['created', 'modified'])
    if (!isInstant(field(annotation, key)))
      return `expected "${key}" to be a UTC time such as 2026-03-01T10:00:00.000Z`;
  const body = field(annotation, 'body');
  if (!Array.isArray(body)) return 'expected "body" to be a list';
  if (!body.every(isBody)) return 'expected every body to be a text or an entity';
  return targetFault(field(annotation, 'target'));
}

function isBody(body: unknown): boolean {
  if (!isFields(body)) return false;
  if (field(body, 'type') === 'SpecificResource') {
    const source = field(body, 'source');
    return (
      typeof source === 'string' &&
      source.startsWith('urn:downrange:') &&
      field(body, 'purpose') === 'identifying'
    );
  }
  const purpose = field(body, 'purpose');
  const format = field(body, 'format');
  return (
    field(body, 'type') === 'TextualBody' &&
    isText(field(body, 'value')) &&
    (purpose === 'commenting' || purpose === 'tagging') &&
    (format === 'text/markdown' || format === 'text/plain')
  );
}

function targetFault(target: unknown): string | null {
  if (!isFields(target) || field(target, 'type') !== 'SpecificResource')
    return 'expected "target" to be a SpecificResource';
  if (addressOf(field(target, 'source')) === null)
    return 'expected "target.source" to be the address of a page or an entity';
  const state = field(target, 'state');
  if (
    state !== undefined &&
    !(
      isFields(state) &&
      field(state, 'type') === 'TimeState' &&
      typeof field(state, 'sourceDate') === 'string' &&
      instantOf(field(state, 'sourceDate')) !== null
    )
  )
    return 'expected "target.state" to be a TimeState with a UTC "sourceDate"';
  const colour = field(target, 'styleClass');
  if (
    colour !== undefined &&
    !(typeof colour === 'string' && Object.hasOwn(HIGHLIGHT_COLOURS, colour))
  )
    return 'expected "target.styleClass" to be the name of a colour';
  const selector = field(target, 'selector');
  if (selector === undefined) return null;
  if (!Array.isArray(selector) || selector.length === 0)
    return 'expected "target.selector" to be a list that is not empty';
  return selector.every(isSelector)
    ? null
    : 'expected every selector to be a quotation, a position or CSS';
}

function isSelector(selector: unknown): boolean {
  if (!isFields(selector)) return false;
  const optionalText = (key: string) =>
    field(selector, key) === undefined || isText(field(selector, key));
  switch (field(selector, 'type')) {
    case 'TextQuoteSelector':
      return isText(field(selector, 'exact')) && optionalText('prefix') && optionalText('suffix');
    case 'TextPositionSelector': {
      const start = field(selector, 'start');
      const end = field(selector, 'end');
      return isCount(start) && isCount(end) && start <= end;
    }
    case 'CssSelector':
      return isText(field(selector, 'value'));
    default:
      return false;
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_TEXT;
}

function isInstant(value: unknown): boolean {
  return typeof value === 'string' && instantOf(value) === value;
}
