import { type EntityId, kindOf } from '@/core/knowledge/entity';
import type { Span } from '@/core/text/span';
import { type Add, collectFeatures, type Feature, type Sighting } from './features';
import type { Lexicon } from './lexicon';
import { type Page, pageSpace } from './page';
import { gapBetween, isListGap } from './surroundings';

/** A name that an earlier round has resolved. */
export interface Resolved extends Span {
  readonly id: EntityId;
}

/** What earlier rounds have made of the page. */
export interface Settled {
  /** Resolved names, sorted by start. */
  readonly names: readonly Resolved[];
  /** Entities that the names above stand for. */
  readonly ids: ReadonlySet<EntityId>;
  /** Entities resolved by a name that is enough alone, with that name. */
  readonly certain: ReadonlyMap<EntityId, string>;
  /** Entities that any name on the page may mean, with those names in lower case. */
  readonly possible: ReadonlyMap<EntityId, ReadonlySet<string>>;
  /** Names that the words around them have resolved, by their string in lower case. */
  readonly evident: ReadonlyMap<string, readonly Resolved[]>;
}

/** What resolved names say for the reading of `sighting` as `id`: the entity itself, its maker, its rockets, others of its world. */
export function relationFeatures(
  page: Page,
  lexicon: Lexicon,
  sighting: Sighting,
  id: EntityId,
  settled: Settled,
): Feature[] {
  return collectFeatures((add) => {
    const related = [...lexicon.relatedTo(id)].filter((other) => settled.ids.has(other));
    add('related-on-page', Math.log1p(related.length), related.slice(0, 3).join(' '));
    const others = [...settled.ids].filter((other) => other !== id && !lexicon.isGeneral(other));
    add('names-on-page', Math.log1p(others.length), others.slice(0, 3).join(' '));
    // A name of ours speaks for spaceflight like two words about it.
    const space = pageSpace(page, lexicon) + 2 * others.length;
    add('page-space', Math.log1p(space / page.extent));
    add('page-bare', space < 1 ? 1 : 0);
    const partner = possiblePartner(lexicon, sighting.text.toLowerCase(), id, settled);
    if (partner !== null && related.length === 0 && !lexicon.isGeneral(id))
      add('related-possible', 1, partner);
    addNeighbouringNames(add, page, sighting, id, settled, new Set(related));
    if (sighting.isCertain) return;
    const full = settled.certain.get(id);
    // A launch site's full name says little about the town's: both stand in one article.
    const value = kindOf(id) === 'site' ? 0.3 : 1;
    if (full !== undefined) add('full-name-on-page', value, full);
    else if (lexicon.isDerived(sighting.text)) add('full-name-missing', 1);
    const same = settled.evident.get(sighting.text.toLowerCase()) ?? [];
    if (same.some((name) => name.id === id && name.start !== sighting.found.start))
      add('resolved-elsewhere', value, sighting.text);
  });
}

/**
 * A maker for a thing, or a thing for a maker, that another doubtful name on the page may mean: Kairos and
 * Space One are both ordinary words, but seldom on one page by chance. Null when there is none.
 */
function possiblePartner(
  lexicon: Lexicon,
  name: string,
  id: EntityId,
  settled: Settled,
): EntityId | null {
  const isFirm = kindOf(id) === 'company';
  for (const other of lexicon.relatedTo(id)) {
    const names = settled.possible.get(other);
    if (names === undefined || isFirm === (kindOf(other) === 'company')) continue;
    if (lexicon.isGeneral(other) || (names.size === 1 && names.has(name))) continue;
    return other;
  }
  return null;
}

/** Resolved names in the same sentence: a maker directly before, a list of equals, the long name of an abbreviation. */
function addNeighbouringNames(
  add: Add,
  page: Page,
  { found, shape }: Sighting,
  id: EntityId,
  settled: Settled,
  related: ReadonlySet<EntityId>,
): void {
  const near = namesIn(settled.names, shape.sentence).filter((name) => name.start !== found.start);
  const gapTo = (name: Resolved) => gapBetween(page.text, name, found);
  const long = near.find(
    (name) => name.id === id && name.end <= found.start && /^\s?[(（]["“]?$/.test(gapTo(name)),
  );
  if (long !== undefined) add('long-name-before', 1, page.text.slice(long.start, long.end));
  const listed = near.find(
    (name) => name.id !== id && kindOf(name.id) === kindOf(id) && isListGap(gapTo(name)),
  );
  if (listed !== undefined) add('listed-with', 1, listed.id);
  const relatedNear = near.filter((name) => related.has(name.id));
  const beside = relatedNear.find((name) => isBesideGap(gapTo(name)));
  if (beside !== undefined) add('related-beside', 1, beside.id);
  else if (relatedNear[0] !== undefined) add('related-in-sentence', 1, relatedNear[0].id);
}

/** `Rocket Lab's Electron`, `Rocket Lab Electron`, `蓝箭航天的“天鹊”`: nothing between a maker and its thing but the genitive and up to three plain words. */
function isBesideGap(gap: string): boolean {
  return (
    /^(?:['’]s?|的|の|의)?[\s"“”‘’«»「」『』《》(（)）-]*$/.test(gap) ||
    /^['’]s?\s+(?:[\p{Ll}\d-]+\s+){1,3}["“‘«]?$/u.test(gap) ||
    /^的[\p{Script=Han}]{1,8}["“「『《]?$/u.test(gap)
  );
}

/** The names inside `span`. */
function namesIn(names: readonly Resolved[], span: Span): readonly Resolved[] {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle]?.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < names.length && (names[end]?.end ?? 0) <= span.end) end++;
  return names.slice(low, end);
}
