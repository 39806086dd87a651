import type { EntityId, EntityKind } from '@/core/knowledge/entity';
import type { Span } from '@/core/text/span';

/** A reason that spoke for or against a reading, in the words of `knowledge/weights.json`. */
export interface Evidence {
  /** Name of the feature, for example `type-noun-adjacent`. */
  readonly feature: string;
  /** Contribution to the log-odds: positive speaks for, negative against. */
  readonly weight: number;
  /** What was seen, for example the cue word or the supporting entity's id. */
  readonly detail?: string;
}

/** A candidate resolved to one entity. */
export interface Mention extends Span {
  readonly text: string;
  readonly id: EntityId;
  readonly kind: EntityKind;
  readonly name: string;
  /** `possibly`: too little to be sure; the card says so and lists `alternatives`. */
  readonly certainty: 'sure' | 'possibly';
  /** Other entities of ours that the string may mean, best first. */
  readonly alternatives: readonly EntityId[];
  readonly evidence: readonly Evidence[];
}

/** A candidate that we decline to resolve (NIL), with the reason. */
export interface Declined extends Span {
  readonly text: string;
  readonly entities: readonly EntityId[];
  readonly reason: string;
  readonly evidence: readonly Evidence[];
}

/** What recognition makes of one text. Both lists are sorted by start and never overlap. */
export interface Detection {
  readonly mentions: readonly Mention[];
  readonly declined: readonly Declined[];
  /** False when the text holds more names than are looked at (`NAME_LIMIT`). */
  readonly isComplete: boolean;
}
