import { z } from 'zod';
import { closed, text } from './scalars';

const host = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, {
  error: 'must be a host in lower case, without https:// and www.',
});

/** `untrusted.yaml`: what no claim may rest on, each with the reason. */
export const untrustedSchema = closed({
  /** Never a source. */
  hosts: z.record(host, text).optional(),
  /** A source only where `publisher` names the original: "X, via Y". */
  reposts: z.record(host, text).optional(),
  /** Words in the name of a publisher that is none. */
  publishers: z.record(z.string(), text).optional(),
});

export type Untrusted = z.infer<typeof untrustedSchema>;
