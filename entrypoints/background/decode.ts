import {
  HIGHLIGHT_COLOURS,
  type HighlightColour,
  type PageDescription,
  type Selector,
} from '@/core/annotation/annotation';
import type { MarkedPassage } from '@/core/annotation/marked-passage';
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

/** A highlight that is meant, and the canonical link of the page that asks. */
export function decodeOwn(params: unknown): { id: string; canonical: string | null } | null {
  const { id, canonical } = record(params);
  return isId(id) && isCanonical(canonical) ? { id, canonical } : null;
}

export function decodeNew(params: unknown): NewHighlight | null {
  const { id, selector, colour, entities, canonical, page } = record(params);
  if (!isId(id) || !isColour(colour) || !isCanonical(canonical) || !isEntities(entities))
    return null;
  const selectors = decodeSelectors(selector);
  const described = decodePage(page);
  if (selectors === null || described === null) return null;
  return { id, selector: selectors, colour, entities, canonical, page: described };
}

export function decodeMarkedPassage(value: unknown): MarkedPassage | null {
  const { selector, entities, seenAt } = record(value);
  const selectors = decodeSelectors(selector);
  if (selectors === null || selectors.length === 0 || !isEntities(entities)) return null;
  if (seenAt !== null && !(typeof seenAt === 'string' && ISO_TIME.test(seenAt))) return null;
  return { selector: selectors, entities, seenAt };
}

const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z$/;

function decodeSelectors(value: unknown): readonly Selector[] | null {
  if (!Array.isArray(value) || value.length > 4) return null;
  const selectors = value.map(decodeSelector).filter((one) => one !== null);
  return selectors.length === value.length ? selectors : null;
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

function isEntities(value: unknown): value is EntityId[] {
  return Array.isArray(value) && value.length <= 200 && value.every(isEntity);
}

export function isCanonical(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
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
