import type { Annotation, Body, StoredAnnotation } from './annotation';

/**
 * The next revision of an annotation, with another note and other tags. An empty note takes the body away: a
 * passage without a note is a highlight again, and a note on a page or an entity that says nothing any more goes
 * to the trash, from which writing it again takes it. `now` is ISO 8601, UTC.
 */
export function withNote(
  stored: StoredAnnotation,
  text: string,
  tags: readonly string[],
  now: string,
): StoredAnnotation {
  const { annotation } = stored;
  const hasNote = text.trim() !== '';
  const note: Body = {
    type: 'TextualBody',
    value: text,
    format: 'text/markdown',
    purpose: 'commenting',
  };
  const tagBodies = cleanTags(tags).map(
    (tag): Body => ({
      type: 'TextualBody',
      value: tag,
      format: 'text/plain',
      purpose: 'tagging',
    }),
  );
  const body: Body[] = [
    ...(hasNote ? [note] : []),
    ...tagBodies,
    ...annotation.body.filter((one) => one.type === 'SpecificResource'),
  ];
  const next: Annotation = { ...annotation, body, modified: now };
  const revision = stored.revision + 1;
  if (isPassage(annotation)) {
    const motivation = hasNote ? 'commenting' : 'highlighting';
    return { ...stored, revision, annotation: { ...next, motivation } };
  }
  const { deletedAt: _, ...live } = stored;
  const saysNothing = !hasNote && tagBodies.length === 0;
  return { ...live, revision, annotation: next, ...(saysNothing ? { deletedAt: now } : {}) };
}

/** True for an annotation of a passage, false for a note on a page or an entity. */
export function isPassage({ motivation }: Annotation): boolean {
  return motivation === 'highlighting' || motivation === 'commenting';
}

/** Tags without `#` and blanks around them, each once, in order. */
export function cleanTags(tags: readonly string[]): readonly string[] {
  return [...new Set(tags.map((tag) => tag.trim().replace(/^#+/, '')).filter((tag) => tag !== ''))];
}
