import { entitiesOf, type StoredAnnotation, tagsOf } from '@/core/annotation/annotation';
import { hostOf } from './library-index';

/** The sides by which a library can be narrowed. */
export type FacetName = 'about' | 'colour' | 'tag' | 'site';

/** How often each value occurs, most frequent first; equal ones by value. */
export type FacetCounts = Readonly<
  Record<FacetName, readonly { readonly value: string; readonly count: number }[]>
>;

/** The values of one annotation on one side. */
function valuesOf(stored: StoredAnnotation, name: FacetName): readonly string[] {
  const { annotation, page } = stored;
  switch (name) {
    case 'about':
      return entitiesOf(annotation);
    case 'colour':
      return annotation.target.styleClass === undefined ? [] : [annotation.target.styleClass];
    case 'tag':
      return tagsOf(annotation);
    case 'site': {
      const host = hostOf(page?.url).replace(/^www\./, '');
      return host === '' ? [] : [host];
    }
  }
}

const NAMES: readonly FacetName[] = ['about', 'colour', 'tag', 'site'];

/** Counts every side of a list. Linear. */
export function countFacets(list: readonly StoredAnnotation[]): FacetCounts {
  return {
    about: countSide(list, 'about'),
    colour: countSide(list, 'colour'),
    tag: countSide(list, 'tag'),
    site: countSide(list, 'site'),
  };
}

function countSide(list: readonly StoredAnnotation[], name: FacetName): FacetCounts[FacetName] {
  const byValue = new Map<string, number>();
  for (const stored of list) {
    for (const value of valuesOf(stored, name)) byValue.set(value, (byValue.get(value) ?? 0) + 1);
  }
  const sorted = [...byValue].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return sorted.map(([value, count]) => ({ value, count }));
}

/** True when the annotation has one of the chosen values on every side where some are chosen. */
export function isChosen(
  stored: StoredAnnotation,
  chosen: Readonly<Record<FacetName, readonly string[]>>,
): boolean {
  return NAMES.every((name) => {
    const wanted = chosen[name];
    return wanted.length === 0 || valuesOf(stored, name).some((value) => wanted.includes(value));
  });
}
