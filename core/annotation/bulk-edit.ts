import { type HighlightColour, quoteOf, type StoredAnnotation, tagsOf } from './annotation';
import { cleanTags } from './edit-note';

/** One change to many annotations at once. */
export type BulkEdit =
  | { readonly do: 'tag'; readonly tags: readonly string[] }
  | { readonly do: 'untag'; readonly tags: readonly string[] }
  | { readonly do: 'colour'; readonly colour: HighlightColour };

/** What a bulk edit changes, as it was: enough to take the edit back. */
export interface Look {
  readonly id: string;
  readonly tags: readonly string[];
  /** Null for notes, which have none. */
  readonly colour: HighlightColour | null;
}

/** Tags and colour of an annotation. */
export function lookOf({ annotation }: StoredAnnotation): Look {
  return {
    id: annotation.id,
    tags: tagsOf(annotation),
    colour: annotation.target.styleClass ?? null,
  };
}

/**
 * The annotation after an edit, its revision left to the store; null when the edit changes nothing in it. Only
 * passages have a colour. Tags are told apart by their letters, not by capitals. `now` is ISO 8601, UTC.
 */
export function applyEdit(
  stored: StoredAnnotation,
  edit: BulkEdit,
  now: string,
): StoredAnnotation | null {
  const look = lookOf(stored);
  if (edit.do === 'colour') {
    const isPassage = quoteOf(stored.annotation) !== null;
    return isPassage && look.colour !== edit.colour
      ? withLook(stored, { ...look, colour: edit.colour }, now)
      : null;
  }
  const named = cleanTags(edit.tags);
  const lower = (tags: readonly string[]) => new Set(tags.map((tag) => tag.toLowerCase()));
  const [here, wanted] = [lower(look.tags), lower(named)];
  const tags =
    edit.do === 'tag'
      ? [...look.tags, ...named.filter((tag) => !here.has(tag.toLowerCase()))]
      : look.tags.filter((tag) => !wanted.has(tag.toLowerCase()));
  return tags.length === look.tags.length ? null : withLook(stored, { ...look, tags }, now);
}

/** The annotation with other tags and another colour; everything else stays. */
export function withLook(stored: StoredAnnotation, look: Look, now: string): StoredAnnotation {
  const { annotation } = stored;
  const { styleClass: _, ...target } = annotation.target;
  const isTag = (body: (typeof annotation.body)[number]) =>
    body.type === 'TextualBody' && body.purpose === 'tagging';
  const tags = look.tags.map(
    (value) => ({ type: 'TextualBody', value, format: 'text/plain', purpose: 'tagging' }) as const,
  );
  return {
    ...stored,
    annotation: {
      ...annotation,
      modified: now,
      body: [
        ...annotation.body.filter((body) => body.type === 'TextualBody' && !isTag(body)),
        ...tags,
        ...annotation.body.filter((body) => body.type !== 'TextualBody'),
      ],
      target: look.colour === null ? target : { ...target, styleClass: look.colour },
    },
  };
}
