import type { ShownAnnotation } from '@/components/annotation/AnnotationRow';
import {
  type AnchorState,
  entitiesOf,
  noteOf,
  quoteOf,
  type StoredAnnotation,
  tagsOf,
} from '@/core/annotation/annotation';
import type { CatalogueEntry } from '@/core/knowledge/catalogue';
import type { EntityId } from '@/core/knowledge/entity';
import { formatDate } from '@/core/knowledge/format-date';
import type { Formats } from '@/core/knowledge/formats';
import { hostOf } from '@/core/search/library-index';

/** An annotation as lists show it. `state` is known only where a page is open; elsewhere it is `placed`. */
export function toShown(
  { annotation, page }: StoredAnnotation,
  catalogue: ReadonlyMap<EntityId, CatalogueEntry>,
  formats: Formats,
  state: AnchorState = 'placed',
): ShownAnnotation {
  const siteName = page?.siteName ?? (hostOf(page?.url).replace(/^www\./, '') || undefined);
  return {
    id: annotation.id,
    colour: annotation.target.styleClass ?? 'yellow',
    quote: quoteOf(annotation),
    note: noteOf(annotation),
    tags: tagsOf(annotation),
    ...(siteName === undefined ? {} : { siteName }),
    date: formatDate(annotation.created.slice(0, 10), formats),
    entities: entitiesOf(annotation).map((id) => ({
      id,
      names: catalogue.get(id)?.names ?? { en: id },
    })),
    state,
  };
}
