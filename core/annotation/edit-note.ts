import type { Body, StoredAnnotation } from './annotation';

/**
 * The next revision of an annotation, with another note and other tags. An empty note takes the body away;
 * a passage without a note is a highlight again. `now` is ISO 8601, UTC.
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
  const body: Body[] = [
    ...(hasNote ? [note] : []),
    ...cleanTags(tags).map(
      (tag): Body => ({
        type: 'TextualBody',
        value: tag,
        format: 'text/plain',
        purpose: 'tagging',
      }),
    ),
    ...annotation.body.filter((one) => one.type === 'SpecificResource'),
  ];
  const isPassage =
    annotation.motivation === 'highlighting' || annotation.motivation === 'commenting';
  const ofPassage = hasNote ? 'commenting' : 'highlighting';
  return {
    ...stored,
    revision: stored.revision + 1,
    annotation: {
      ...annotation,
      body,
      motivation: isPassage ? ofPassage : annotation.motivation,
      modified: now,
    },
  };
}

/** Tags without `#` and blanks around them, each once, in order. */
export function cleanTags(tags: readonly string[]): readonly string[] {
  return [...new Set(tags.map((tag) => tag.trim().replace(/^#+/, '')).filter((tag) => tag !== ''))];
}
