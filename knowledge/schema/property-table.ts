import { z } from 'zod';
import { ENTITY_KINDS } from '@/core/knowledge/entity';
import { closed, localised, text } from './scalars';

/** What a claim's value may be. */
const PROPERTY_TYPES = [
  'number',
  'count',
  'date',
  'text',
  'term',
  'entity',
  'url',
  'place',
] as const;

const property = closed({
  type: z.enum(PROPERTY_TYPES, { error: `must be one of ${PROPERTY_TYPES.join(', ')}` }),
  /** The family of units; only for numbers. */
  units: text.optional(),
  /** The vocabulary in `terms.yaml`; only for terms. */
  terms: text.optional(),
  many: z.literal(true).optional(),
  counted: z.literal(true).optional(),
  volatile: z.literal(true).optional(),
  kinds: z.array(z.enum(ENTITY_KINDS)).min(1),
  inverse: localised.optional(),
  label: localised,
}).superRefine((value, context) => {
  if ((value.type === 'number') !== (value.units !== undefined))
    context.addIssue('a number names its family in `units`, and nothing else does');
  if ((value.type === 'term') !== (value.terms !== undefined))
    context.addIssue('a term names its vocabulary in `terms`, and nothing else does');
});

/** `properties.yaml`: what a claim may say, in the order of cards. */
export const propertyTableSchema = z.record(z.string(), property);

export type Property = z.infer<typeof property>;
