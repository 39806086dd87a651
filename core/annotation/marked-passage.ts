import type { EntityId } from '../knowledge/entity';
import { type Body, entitiesOf, type Selector, type StoredAnnotation } from './annotation';

/** The words that a highlight is on, as far as a highlight knows of them. */
export interface MarkedPassage {
  readonly selector: readonly Selector[];
  /** Entities mentioned in the passage, each once. */
  readonly entities: readonly EntityId[];
  /** When the page had these words, ISO 8601, UTC; null where nobody knows. */
  readonly seenAt: string | null;
}

/** The passage of an annotation; null for a note on a page or an entity. */
export function markedPassageOf({ annotation }: StoredAnnotation): MarkedPassage | null {
  const { selector, state } = annotation.target;
  if (selector === undefined) return null;
  return { selector, entities: entitiesOf(annotation), seenAt: state?.sourceDate ?? null };
}

/**
 * The next revision of an annotation, on other words of the same page: chosen by hand, because those that it was
 * on are gone or were mistaken. Its note, tags and colour go along. `now` is ISO 8601, UTC.
 */
export function withMarkedPassage(
  stored: StoredAnnotation,
  passage: MarkedPassage,
  now: string,
): StoredAnnotation {
  const { annotation } = stored;
  const { state: _, ...target } = annotation.target;
  const body: Body[] = [
    ...annotation.body.filter((one) => one.type !== 'SpecificResource'),
    ...toIdentifying(passage.entities),
  ];
  return {
    ...stored,
    revision: stored.revision + 1,
    annotation: {
      ...annotation,
      modified: now,
      body,
      target: {
        ...target,
        selector: passage.selector,
        ...(passage.seenAt === null
          ? {}
          : { state: { type: 'TimeState', sourceDate: passage.seenAt } }),
      },
    },
  };
}

/** Entities as an annotation names them. */
export function toIdentifying(entities: readonly EntityId[]): readonly Body[] {
  return entities.map((id) => ({
    type: 'SpecificResource',
    source: `urn:downrange:${id}`,
    purpose: 'identifying',
  }));
}
