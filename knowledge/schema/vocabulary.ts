import { z } from 'zod';
import { sourceSchema } from './entity';
import { closed, entityId, localised, SLUG, text } from './scalars';

/** `units.yaml`. `base` is the factor to the family's base unit; money has none. */
export const unitsSchema = z.record(
  z.string(),
  closed({ family: text, base: z.number().positive().optional(), label: localised }),
);

/** `terms.yaml`: vocabulary → key → the word in both languages. */
export const termsSchema = z.record(z.string(), z.record(z.string(), localised));

/** `sources/shared.yaml`. */
export const sharedSourcesSchema = z.record(z.string().regex(SLUG), sourceSchema);

/** `redirects.yaml`: old id → new id. */
export const redirectsSchema = z.record(entityId, entityId);

export type Units = z.infer<typeof unitsSchema>;
export type Terms = z.infer<typeof termsSchema>;
export type SharedSources = z.infer<typeof sharedSourcesSchema>;
