import {
  HIGHLIGHT_COLOURS,
  type HighlightColour,
  type PageDescription,
  type Selector,
} from '@/core/annotation/annotation';
import type { EntityId } from '@/core/knowledge/entity';
import type { NewHighlight } from '@/platform/messaging/contract';

/* Readers of untrusted parameters: null, or false, for anything that is not what a method takes. */

/** Longest text of a field that a page describes itself with. */
const MAX_FIELD = 2000;
const UUID = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function decodeId(params: unknown): { id: string } | null {
  const { id } = record(params);
  return isId(id) ? { id } : null;
}

export function decodeNew(params: unknown): NewHighlight | null {
  const { id, selector, colour, entities, canonical, page } = record(params);
  if (!isId(id) || !isColour(colour)) return null;
  if (canonical !== null && typeof canonical !== 'string') return null;
  if (!Array.isArray(entities) || entities.length > 200) return null;
  if (!entities.every(isEntity)) return null;
  if (!Array.isArray(selector) || selector.length > 4) return null;
  const selectors = selector.map(decodeSelector);
  if (selectors.some((one) => one === null)) return null;
  const described = decodePage(page);
  if (described === null) return null;
  return {
    id,
    selector: selectors.filter((one): one is Selector => one !== null),
    colour,
    entities,
    canonical,
    page: described,
  };
}

export function decodeSelector(value: unknown): Selector | null {
  const { type, exact, prefix, suffix, start, end, value: css } = record(value);
  if (type === 'TextQuoteSelector' && typeof exact === 'string' && exact.length > 0) {
    return {
      type,
      exact,
      ...(typeof prefix === 'string' ? { prefix } : {}),
      ...(typeof suffix === 'string' ? { suffix } : {}),
    };
  }
  if (type === 'TextPositionSelector' && isOffset(start) && isOffset(end) && start < end)
    return { type, start, end };
  if (type === 'CssSelector' && typeof css === 'string' && css.length <= MAX_FIELD)
    return { type, value: css };
  return null;
}

export function decodePage(value: unknown): PageDescription | null {
  const { url, title, siteName, author, published, language } = record(value);
  if (typeof url !== 'string' || typeof title !== 'string') return null;
  const optional = { siteName, author, published, language };
  const kept = Object.entries(optional).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  return {
    url,
    title: title.slice(0, MAX_FIELD),
    ...Object.fromEntries(kept.map(([key, text]) => [key, text.slice(0, MAX_FIELD)])),
  };
}

export function isEntity(value: unknown): value is EntityId {
  return typeof value === 'string' && /^[a-z]+\/[a-z0-9-]+$/.test(value);
}

export function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

export function isColour(value: unknown): value is HighlightColour {
  return typeof value === 'string' && Object.hasOwn(HIGHLIGHT_COLOURS, value);
}

export function record(params: unknown): Record<string, unknown> {
  return typeof params === 'object' && params !== null ? (params as Record<string, unknown>) : {};
}
