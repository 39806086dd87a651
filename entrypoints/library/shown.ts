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
import { siteOf } from '@/core/search/columns';

/** An annotation as lists show it. `state` is known only where a page is open; elsewhere it is `placed`. */
export function toShown(
  stored: StoredAnnotation,
  catalogue: ReadonlyMap<EntityId, CatalogueEntry>,
  formats: Formats,
  state: AnchorState = 'placed',
): ShownAnnotation {
  const { annotation, page } = stored;
  const siteName = page?.siteName ?? (siteOf(stored) || undefined);
  const pageTitle = page?.title === siteName ? undefined : page?.title;
  return {
    id: annotation.id,
    colour: annotation.target.styleClass ?? 'yellow',
    quote: quoteOf(annotation),
    note: noteOf(annotation),
    tags: tagsOf(annotation),
    ...(pageTitle === undefined ? {} : { pageTitle }),
    ...(siteName === undefined ? {} : { siteName }),
    date: formatDate(annotation.created.slice(0, 10), formats),
    entities: entitiesOf(annotation).map((id) => ({
      id,
      names: catalogue.get(id)?.names ?? { en: id },
    })),
    state,
  };
}
