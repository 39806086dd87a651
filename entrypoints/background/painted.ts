import { noteOf, type StoredAnnotation } from '@/core/annotation/annotation';
import { err, ok, type Result } from '@/core/result';
import type { ContractError, PaintedTarget } from '@/platform/messaging/contract';

/** What a page may know of an annotation; null for notes without a passage. */
export function toPainted({ annotation, revision }: StoredAnnotation): PaintedTarget | null {
  const { selector, styleClass } = annotation.target;
  if (selector === undefined) return null;
  return {
    id: annotation.id,
    revision,
    selector,
    colour: styleClass ?? 'yellow',
    hasNote: noteOf(annotation) !== '',
  };
}

/** The same as an answer. */
export function painted(stored: StoredAnnotation): Result<PaintedTarget, ContractError> {
  const target = toPainted(stored);
  return target === null
    ? err({ code: 'invalid', message: 'This highlight has no passage to paint.' })
    : ok(target);
}
