import { z } from 'zod';
import { ENTITY_KINDS, type EntityId } from '@/core/knowledge/entity';
import { parsePartialDate } from '@/core/knowledge/partial-date';
import { nearest } from './nearest';

/** True for `2025`, `2025-12` or `2025-12-03`, a day that exists. */
export function isPartialDate(text: string): boolean {
  return parsePartialDate(text) !== null;
}

/** One path segment of an id, and every key of a vocabulary. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** True for `kind/slug` with a kind that exists. Says nothing about whether the entity exists. */
export function isEntityId(text: string): text is EntityId {
  const [kind, slug, ...rest] = text.split('/');
  return (
    rest.length === 0 &&
    slug !== undefined &&
    SLUG.test(slug) &&
    ENTITY_KINDS.some((known) => known === kind)
  );
}

/**
 * A date as written in YAML. The core schema reads a bare year as a number, which is accepted
 * and becomes the same string, so that nobody has to remember the quotes.
 */
export const partialDate = z
  .union([z.string(), z.number().int()], { error: 'must be a date' })
  .transform(String)
  .refine((text) => isPartialDate(text), {
    error: 'is no date; write 2025, 2025-12 or 2025-12-03',
  });

/** A text that must not be blank or padded. */
export const text = z
  .string({
    error: (issue) =>
      issue.input === undefined
        ? 'is missing; write a text'
        : 'must be a text; put it in quotes if it looks like a number',
  })
  .refine((value) => value.trim() === value && value !== '', {
    error: 'is blank or has spaces at its ends; trim it or remove the key',
  });

/** The text in both interface languages. */
export const localised = closed({ en: text, zh: text });

/** A text in both languages, or one string where both are the same. */
export const localisedOrSame = z.union([text, localised], {
  error: 'must be {en, zh}, or one string where both languages are the same',
});

/** An entity id, `kind/slug`. */
export const entityId = z.custom<EntityId>(
  (value) => typeof value === 'string' && isEntityId(value),
  { error: `is no entity id; write kind/slug with a kind of ${ENTITY_KINDS.join(', ')}` },
);

/** An object whose unknown keys are errors that name the nearest known key. */
export function closed<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return `must have the keys ${known.join(', ')}`;
      const keys = issue.keys.map((key) => {
        const close = nearest(key, known);
        return close === null ? `"${key}"` : `"${key}" (did you mean "${close}"?)`;
      });
      return `unknown key ${keys.join(', ')}; known here: ${known.join(', ')}`;
    },
  });
}
