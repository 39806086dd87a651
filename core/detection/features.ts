import { type EntityId, type EntityKind, kindOf } from '@/core/knowledge/entity';
import type { Span } from '@/core/text/span';
import { type CueHit, cueAt, cueBefore, findCues } from './cue-index';
import type { Alias } from './gazetteer';
import { type Lexicon, SPACE_CLASSES } from './lexicon';
import { MATCH } from './name-search';
import { cuesAround, hitsIn, type NearCue, type Page, strongestSense, sumCues } from './page';
import { type Shape, shapeOf } from './shape';
import { afterName, beforeName, gapBetween, isListGap, secondWord } from './surroundings';

/** Something seen, by its name in `weights.json`. Values are small: mostly 0…1, rarely above 3. */
export interface Feature {
  readonly name: string;
  readonly value: number;
  /** What was seen, for `--why`. */
  readonly detail?: string;
}

/** Takes one feature; a value of 0 is nothing seen. */
export type Add = (name: string, value: number, detail?: string) => void;

/** A name found on the page, with what it may mean. */
export interface FoundName extends Span {
  /** Bits of `MATCH`: how its letters stand on the page. */
  readonly flags: number;
  readonly alias: Alias;
}

/** What is seen of one name whatever it may mean; computed once a page. */
export interface Sighting {
  readonly found: FoundName;
  readonly text: string;
  readonly shape: Shape;
  /** Context words around it. */
  readonly near: readonly NearCue[];
  /** True when the name is enough alone, unless its entity is one that the general news names too. */
  readonly isCertain: boolean;
  /** What the names directly before and after in a list may mean: `Jiuquan, Taiyuan and Xichang`. */
  readonly listed: readonly EntityId[];
}

/** Collects features in the order in which they are seen. */
export function collectFeatures(collect: (add: Add) => void): Feature[] {
  const features: Feature[] = [];
  collect((name, value, detail) => {
    if (value !== 0)
      features.push(
        detail === undefined || detail === '' ? { name, value } : { name, value, detail },
      );
  });
  return features;
}

/** Looks at the letters and neighbours of the name at place `index` of `names`, which are all names found, sorted by start. */
export function sight(
  page: Page,
  lexicon: Lexicon,
  names: readonly FoundName[],
  index: number,
): Sighting | null {
  const found = names[index];
  if (found === undefined) return null;
  const beside = [names[index - 1], names[index + 1]].filter(
    (other) => other !== undefined && isListGap(gapBetween(page.text, other, found)),
  );
  const shape = shapeOf(page, lexicon, found, names);
  return {
    listed: beside.flatMap((other) => other?.alias.entities ?? []),
    found,
    text: page.text.slice(found.start, found.end),
    shape,
    near: cuesAround(page, found, shape.sentence),
    isCertain: shape.family === 'certain',
  };
}

/** What the page's words say for or against the reading of `sighting` as `id`, before anything else is resolved. */
export function readingFeatures(
  page: Page,
  lexicon: Lexicon,
  sighting: Sighting,
  id: EntityId,
): Feature[] {
  return collectFeatures((add) => {
    const { isCertain } = sighting;
    add(`class:${sighting.shape.family}`, 1);
    if (lexicon.isGeneral(id)) add(isCertain ? 'general' : 'general-ambiguous', 1);
    if (kindOf(id) === 'market') add('exchange', 1);
    // The famous are named in every kind of news.
    if (kindOf(id) === 'person' && lexicon.isGeneral(id)) add('celebrity', 1);
    if (!isCertain) add(`kind:${kindOf(id)}`, 1);
    addShape(add, sighting, isCertain);
    // Taurus 2 is no Taurus, 朱雀九号 no rocket of ours.
    if (kindOf(id) === 'rocket' || kindOf(id) === 'engine')
      add('other-member', (sighting.found.flags & MATCH.numbered) !== 0 ? 1 : 0);
    // A firm's name has no article: the Isar is a river.
    if (sighting.shape.family === 'word' && kindOf(id) === 'company')
      add('article-firm', sighting.shape.hasArticle ? 1 : 0);
    addNeighbours(add, page, lexicon, sighting, id);
    addCues(add, page, lexicon, sighting, id);
    if (
      !lexicon.isGeneral(id) &&
      sighting.listed.some((other) => other !== id && kindOf(other) === kindOf(id))
    )
      add('listed-among', 1);
    if (sighting.found.alias.entities.length > 1) addHome(add, page, lexicon, sighting, id);
  });
}

/** Capitals, quotes, numbers: what the letters tell. Names that are enough alone need little of it. */
function addShape(add: Add, { shape }: Sighting, isCertain: boolean): void {
  if (isCertain) {
    add(
      'certain-capital-beside',
      shape.capitalBefore === null && shape.capitalAfter === null ? 0 : 1,
    );
    add('certain-lower', shape.isLower ? 1 : 0);
    return;
  }
  add('lower', shape.isLower && !shape.inUnspaced ? 1 : 0);
  add('lower-among-unspaced', shape.isLower && shape.inUnspaced ? 1 : 0);
  add('sentence-initial', shape.beginsSentence ? 1 : 0);
  add('headline', shape.lineCase === 'plain' ? 0 : 1);
  add('quoted', shape.isQuoted ? 1 : 0);
  add(
    'capital-before',
    shape.capitalBefore === null ? 0 : shape.isSecondWord ? 0.5 : 1,
    shape.capitalBefore ?? '',
  );
  add('capital-after', shape.capitalAfter === null ? 0 : 1, shape.capitalAfter ?? '');
  add('number-after', shape.numberAfter ? 1 : 0);
  add('plural', shape.isPlural ? 1 : 0);
  add('indefinite', shape.isIndefinite ? 1 : 0);
  add('compound', shape.isCompound ? 1 : 0);
  const unspaced = shape.family === 'unspaced-short' ? 'unspaced-short' : 'unspaced';
  add(`${unspaced}-before`, shape.unspacedBefore ? 1 : 0);
  add(`${unspaced}-after`, shape.unspacedAfter ? 1 : 0);
  add('tag', shape.isTag ? 1 : 0);
  if (shape.family === 'ticker') add(shape.isTickerForm ? 'ticker-form' : 'ticker-bare', 1);
  add('in-title', shape.isInTitle ? 1 : 0);
  add('of-after', shape.isOfAfter ? 1 : 0);
}

/** Type nouns, verbs and words of other subjects directly beside the name. */
function addNeighbours(
  add: Add,
  page: Page,
  lexicon: Lexicon,
  sighting: Sighting,
  id: EntityId,
): void {
  const { found } = sighting;
  const kind = kindOf(id);
  const mask = lexicon.kindMask(kind);
  const next = afterName(page.text, found.end);
  const after = cueAt(lexicon.nouns, page.lower, next);
  if (after !== null && (after.mask & mask) !== 0) {
    add('noun-after', 1, page.text.slice(after.start, after.end));
    // `rocket` and `satellite` leave no doubt, `mission` and `program` do.
    const cue = cueAt(lexicon.cues, page.lower, after.start);
    const sure = lexicon.mask('launch') | lexicon.mask('craft');
    if (cue !== null && (cue.mask & sure) !== 0) add('noun-sure', 1);
  } else {
    const second = secondWord(page.text, next);
    const further = second === null ? null : cueAt(lexicon.nouns, page.lower, second);
    if (further !== null && (further.mask & mask) !== 0)
      add('noun-second', 1, page.text.slice(further.start, further.end));
    else if (after !== null) add('noun-other', 1, page.text.slice(after.start, after.end));
  }
  const before = cueBefore(lexicon.nouns, page.lower, beforeName(page.text, found.start));
  if (before !== null && (before.mask & mask) !== 0)
    add('noun-before', 1, page.text.slice(before.start, before.end));
  if (after === null && before === null) addNounNear(add, page, lexicon, sighting, mask, kind);
  const act = cueAt(lexicon.acts, page.lower, next);
  if (act !== null && (act.mask & mask) !== 0)
    add('act-after', 1, page.text.slice(act.start, act.end));
  addOtherSubjectBeside(add, page, lexicon, sighting, next);
  if (kind === 'site') addTown(add, page, lexicon, sighting, next);
}

/** 60 characters: a clause. A type noun further away belongs to something else. */
const NOUN_REACH = 60;

/** A type noun in the same sentence: `launch sites are being built at Haiyang`. */
function addNounNear(
  add: Add,
  page: Page,
  lexicon: Lexicon,
  { found, shape }: Sighting,
  mask: number,
  kind: EntityKind,
): void {
  const reach = NOUN_REACH / page.density;
  let best = 0;
  let detail = '';
  for (const noun of findCues(
    lexicon.nouns,
    page.lower,
    Math.max(shape.sentence.start, found.start - 4 * reach),
    Math.min(shape.sentence.end, found.end + 4 * reach),
  )) {
    if ((noun.mask & mask) === 0 || page.isInName(noun.start)) continue;
    const distance = noun.end <= found.start ? found.start - noun.end : noun.start - found.end;
    const value = Math.exp(-Math.max(0, distance) / reach);
    if (value <= best) continue;
    best = value;
    detail = page.text.slice(noun.start, noun.end);
  }
  add('noun-near', best, detail);
  if (kind === 'site') addListedSite(add, page, lexicon, found, shape.sentence.start, mask);
}

/** Between the word for a kind and a name: what makes the name one of that kind. */
const LISTS = /\b(?:such as|including|like|namely)\b|包括|例如|比如|诸如/;

/** `new launch sites, in places such as Haiyang and Xiangshan`: listed as what it may be. */
function addListedSite(
  add: Add,
  page: Page,
  lexicon: Lexicon,
  found: Span,
  sentenceStart: number,
  mask: number,
): void {
  const from = Math.max(sentenceStart, found.start - 3 * NOUN_REACH);
  const noun = findCues(lexicon.nouns, page.lower, from, found.start).findLast(
    (cue) => (cue.mask & mask) !== 0 && !page.isInName(cue.start),
  );
  if (noun === undefined || !LISTS.test(page.lower.slice(noun.end, found.start))) return;
  add('noun-lists', 1, page.text.slice(noun.start, noun.end));
}

function addOtherSubjectBeside(
  add: Add,
  page: Page,
  lexicon: Lexicon,
  sighting: Sighting,
  next: number,
): void {
  const { found } = sighting;
  const space = SPACE_CLASSES.reduce((sum, name) => sum | lexicon.mask(name), 0);
  for (const cue of [
    cueAt(lexicon.cues, page.lower, next),
    cueBefore(lexicon.cues, page.lower, beforeName(page.text, found.start)),
  ]) {
    if (cue === null || (cue.mask & lexicon.senses) === 0 || (cue.mask & space) !== 0) continue;
    add('other-beside', 1, page.text.slice(cue.start, cue.end));
    return;
  }
}

/** A site's short name is also a town's: launched *from* Wenchang, a hotel *in* Wenchang. */
function addTown(add: Add, page: Page, lexicon: Lexicon, sighting: Sighting, next: number): void {
  const { found } = sighting;
  const lead = cueBefore(lexicon.townFrom, page.lower, beforeName(page.text, found.start));
  if (lead !== null) add('town-from', 1, page.text.slice(lead.start, lead.end));
  const place = cueBefore(lexicon.townIn, page.lower, beforeName(page.text, found.start));
  if (place !== null) add('town-in', 1, page.text.slice(place.start, place.end));
  const kind = cueAt(lexicon.townAfter, page.lower, next) ?? townInApposition(page, lexicon, found);
  if (kind !== null) add('town-after', 1, page.text.slice(kind.start, kind.end));
  // An address: "Wenchang, Hainan"; "文昌市".
  if (sighting.shape.isAddress) add('town-address', 1);
}

/** `Jiuquan itself, the town that lent its name`: the word for a town after an article, if one follows. */
function townInApposition(page: Page, lexicon: Lexicon, found: Span): CueHit | null {
  const article = /^(?: itself)?, (?:the|a|an|die|eine|la|une|una|uma) /.exec(
    page.lower.slice(found.end, found.end + 20),
  );
  if (article === null) return null;
  const from = found.end + article[0].length;
  return findCues(lexicon.townAfter, page.lower, from, from + 30)[0] ?? null;
}

/** Context words near by and on the whole page. */
function addCues(add: Add, page: Page, lexicon: Lexicon, sighting: Sighting, id: EntityId): void {
  const { near } = sighting;
  const seen = (position: { start: number; end: number } | null) =>
    position === null ? undefined : page.text.slice(position.start, position.end);
  for (const name of SPACE_CLASSES) {
    const { sum, nearest } = sumCues(near, lexicon.mask(name));
    add(`near-${name}`, Math.min(2, sum), seen(nearest));
  }
  if (kindOf(id) === 'company') {
    const { sum, nearest } = sumCues(near, lexicon.mask('business'));
    add('near-business', Math.min(2, sum), seen(nearest));
  }
  const own = ownSenses(lexicon, sighting.text, id);
  const nearOwn = sumCues(near, own, true);
  add('near-own-sense', Math.min(2.5, nearOwn.sum), seen(nearOwn.nearest));
  // A site's name and its town's share their words: only those beside it tell.
  const inSentence = kindOf(id) === 'site' ? [] : ownSenseInSentence(page, sighting, own);
  add(
    'own-sense-in-sentence',
    Math.min(1.6, 0.6 * inSentence.length + (inSentence.length > 0 ? 0.4 : 0)),
    inSentence.join(' '),
  );
  const nearOther = sumCues(near, lexicon.senses & ~own, true);
  add('near-other-sense', Math.min(2.5, nearOther.sum), seen(nearOther.nearest));
  const [other, name] = strongestSense(page, lexicon, lexicon.senses);
  add('page-other-sense', Math.log1p(other / page.extent), name);
  const [mine, mineName] = strongestSense(page, lexicon, own);
  add('page-own-sense', Math.log1p(mine / page.extent), mineName);
}

/** What else the name may mean. Things that fly are so often named after gods that myths always count. */
function ownSenses(lexicon: Lexicon, name: string, id: EntityId): number {
  const isThing = ['rocket', 'engine', 'spacecraft', 'constellation'].includes(kindOf(id));
  return lexicon.sensesOf(name) | (isThing ? lexicon.mask('myth') : 0);
}

/** The different words in the sentence that speak for the other meaning of the name. */
function ownSenseInSentence(page: Page, { shape }: Sighting, own: number): string[] {
  if (own === 0) return [];
  const seen = new Set<string>();
  for (const hit of hitsIn(page, shape.sentence))
    if ((hit.mask & own) !== 0) seen.add(page.text.slice(hit.start, hit.end));
  return [...seen];
}

/** What tells namesakes apart: the country that the page speaks of, and the words of the entity's field. */
function addHome(add: Add, page: Page, lexicon: Lexicon, sighting: Sighting, id: EntityId): void {
  const { alias } = sighting.found;
  const mine = lexicon.homesOf(id);
  const rivals = alias.entities
    .filter((other) => other !== id)
    .flatMap((other) => lexicon.homesOf(other));
  add(
    'home',
    homeNear(
      page,
      lexicon,
      sighting,
      mine.filter((home) => !rivals.includes(home)),
    ),
  );
  add(
    'home-of-namesake',
    homeNear(
      page,
      lexicon,
      sighting,
      rivals.filter((home) => !mine.includes(home)),
    ),
  );
  const field = lexicon.fieldOf(id);
  if (field !== null) {
    const words = new Set(findCues(field, page.lower).map(({ cue }) => cue));
    add('field', Math.log1p(words.size));
  }
}

/** 1 beside a home word of one of the countries, less with distance, at least 0.25 when there is one on the page; 0 for none. */
function homeNear(
  page: Page,
  lexicon: Lexicon,
  { found }: Sighting,
  homes: readonly string[],
): number {
  let bits = 0;
  for (const home of homes) {
    const bit = lexicon.countries.indexOf(home);
    if (bit >= 0) bits |= 1 << bit;
  }
  let best = 0;
  for (const hit of page.homes)
    if ((hit.mask & bits) !== 0)
      best = Math.max(best, 1 - Math.abs(hit.start - found.start) / 1000, 0.25);
  return best;
}
