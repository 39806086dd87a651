import { z } from 'zod';
import { closed, entityId, localised, localisedOrSame, partialDate, SLUG, text } from './scalars';

/** What an alias is to the name it stands for. */
const ALIAS_KINDS = [
  'name',
  'short',
  'former',
  'acronym',
  'localised',
  'legal',
  'translation',
  'ticker',
] as const;

const alias = closed({
  text,
  kind: z.enum(ALIAS_KINDS, { error: `must be one of ${ALIAS_KINDS.join(', ')}` }),
  lang: text.optional(),
  /** What else the string means; its presence makes the alias ambiguous. */
  ambiguity: text.optional(),
});

const names = closed({
  en: text,
  zh: text.optional(),
  zhHant: text.optional(),
  pinyin: text.optional(),
  ja: text.optional(),
  ko: text.optional(),
  ru: text.optional(),
});

const place = closed({
  lat: z.number({ error: 'must be degrees north' }).min(-90).max(90),
  lon: z.number({ error: 'must be degrees east' }).min(-180).max(180),
});

/** An entity with how many of it: one member of a list of engines. */
const counted = closed({ id: entityId, count: z.number().int().positive() });

const singleValue = z.union([text, z.number(), localised, place, counted], {
  error:
    'must be a number, a text, {en, zh}, {lat, lon} (degrees north and east), {id, count}, or a list of these',
});

/** A claim's value as written. What it must be depends on the property: `compiler/claim-values.ts`. */
const value = z.union([singleValue, z.array(singleValue).min(1)], {
  error:
    'must be a number, a text, {en, zh}, {lat, lon} (degrees north and east), {id, count}, or a list of these',
});

const sourceKeys = z
  .union([text, z.array(text).min(1)], { error: 'must be a key of sources, or a list of keys' })
  .transform((keys) => (typeof keys === 'string' ? [keys] : keys));

// `asOf` and `source` are optional here so that the rules about them can say what is missing.
const claim = closed({
  property: text,
  value,
  unit: text.optional(),
  mode: text.optional(),
  max: z.number({ error: 'must be a number: the upper end of the range' }).optional(),
  count: z.number({ error: 'must be a whole number' }).int().positive().optional(),
  approximate: z.literal(true, { error: 'must be true, or be left out' }).optional(),
  disputed: z.literal(true, { error: 'must be true, or be left out' }).optional(),
  note: localisedOrSame.optional(),
  asOf: partialDate.optional(),
  source: sourceKeys.optional(),
});

const event = closed({
  date: partialDate,
  kind: text,
  text: localised,
  planned: z.literal(true, { error: 'must be true, or be left out' }).optional(),
  source: sourceKeys.optional(),
});

/** A published thing that claims cite. `date` is the day of publication. */
export const sourceSchema = closed({
  title: text,
  publisher: text,
  url: z.url({ protocol: /^https?$/, error: 'must be a full https:// address' }),
  date: partialDate.optional(),
  lang: text.optional(),
  licence: text.optional(),
});

const gcat = closed({
  vehicles: z.array(text).optional(),
  orgs: z.array(text).optional(),
  sites: z.array(text).optional(),
});

/** Absent, or a key with nothing after it, which YAML reads as null: as a new file has them. */
function maybe<Schema extends z.ZodType>(schema: Schema) {
  return schema
    .nullish()
    .transform((value) => value ?? undefined)
    .optional();
}

/** One file of `entities/`, in the order of its keys. */
export const entitySchema = closed({
  id: entityId,
  names,
  aliases: maybe(z.array(alias)),
  summary: localised.optional(),
  gcat: maybe(gcat),
  claims: maybe(z.array(claim)),
  events: maybe(z.array(event)),
  sources: maybe(
    z.record(
      z.string().regex(SLUG, { error: 'must be lower-case words joined by hyphens' }),
      sourceSchema,
    ),
  ),
});

/** An entity as its file says it: dates are strings, `source` is always a list. */
export type EntitySource = z.infer<typeof entitySchema>;
export type AliasSource = NonNullable<EntitySource['aliases']>[number];
export type ClaimSource = NonNullable<EntitySource['claims']>[number];
export type PublishedSource = z.infer<typeof sourceSchema>;
