import { ENTITY_KINDS, type EntityId, type EntityKind } from '@/core/knowledge/entity';
import { type CueIndex, createCueIndex } from './cue-index';
import { looseName, type RecognitionModel } from './model';

/** The model made ready for use: word lists indexed, classes as bit masks. Building takes a millisecond or two. */
export interface Lexicon {
  readonly weights: Readonly<Record<string, number>>;
  readonly classes: readonly string[];
  /** Cues of every class. */
  readonly cues: CueIndex;
  /** Mask of one class by its name; 0 for a name that is no class. */
  mask(name: string): number;
  /** Mask of every class that speaks for another subject. */
  readonly senses: number;
  /** Type nouns; bit n is the kind at place n of `kinds`. */
  readonly nouns: CueIndex;
  readonly acts: CueIndex;
  readonly kinds: readonly EntityKind[];
  readonly kindMask: (kind: EntityKind) => number;
  /** Home words; bit n is the country at place n of `countries`. */
  readonly homes: CueIndex;
  readonly countries: readonly string[];
  /** Words of an entity's own field; null where no namesake makes them useful. */
  fieldOf(id: EntityId): CueIndex | null;
  readonly townIn: CueIndex;
  readonly townFrom: CueIndex;
  readonly townAfter: CueIndex;
  readonly plainNeighbours: ReadonlySet<string>;
  isGeneral(id: EntityId): boolean;
  isSilent(id: EntityId): boolean;
  /** True when several of our entities share the name and nothing else has it. */
  isOnlyOurs(name: string): boolean;
  /** True when the name is only the first words of a longer one. */
  isDerived(name: string): boolean;
  /** Mask of the classes of the other things that the name means. */
  sensesOf(name: string): number;
  homesOf(id: EntityId): readonly string[];
  /** Entities that it has to do with: its maker, its rockets, its launch site, its rivals. */
  relatedTo(id: EntityId): ReadonlySet<EntityId>;
}

/** The classes that speak for spaceflight; every other class but `business` speaks for another subject. */
export const SPACE_CLASSES = ['launch', 'craft', 'sector', 'weak'] as const;

/** Indexes a model. */
export function createLexicon(model: RecognitionModel): Lexicon {
  const { classes } = model;
  const mask = (name: string) => {
    const bit = classes.indexOf(name);
    return bit < 0 ? 0 : 1 << bit;
  };
  const ours: readonly string[] = [...SPACE_CLASSES, 'business'];
  const senses = classes.reduce((sum, name) => (ours.includes(name) ? sum : sum | mask(name)), 0);
  const kinds = ENTITY_KINDS.filter((kind) => model.nouns[kind] !== undefined);
  const countries = Object.keys(model.homes);
  const places = new Map(model.ids.map((id, place) => [id, place]));
  const general = new Set(model.general);
  const silent = new Set(model.silent);
  const derived = new Set(model.derived.split('|'));
  const onlyOurs = new Set(model.onlyOurs.split('|'));
  const relatedTo = createRelations(model);
  const fields = new Map<EntityId, CueIndex>();
  const placeOf = (id: EntityId) => places.get(id) ?? model.ids.length;
  return {
    weights: model.weights,
    classes,
    cues: createCueIndex(classes.map((name) => model.cues[name] ?? '')),
    mask,
    senses,
    nouns: createCueIndex(kinds.map((kind) => model.nouns[kind] ?? '')),
    acts: createCueIndex(kinds.map((kind) => model.acts[kind] ?? '')),
    kinds,
    kindMask: (kind) => {
      const bit = kinds.indexOf(kind);
      return bit < 0 ? 0 : 1 << bit;
    },
    homes: createCueIndex(countries.map((country) => model.homes[country] ?? '')),
    countries,
    fieldOf(id) {
      const words = model.fields[placeOf(id)];
      if (words === undefined) return null;
      const field = fields.get(id) ?? createCueIndex([words]);
      fields.set(id, field);
      return field;
    },
    townIn: createCueIndex([model.towns.in]),
    townFrom: createCueIndex([model.towns.from]),
    townAfter: createCueIndex([model.towns.after]),
    plainNeighbours: new Set(model.plainNeighbours.split('|')),
    isGeneral: (id) => general.has(placeOf(id)),
    isSilent: (id) => silent.has(placeOf(id)),
    isDerived: (name) => derived.has(looseName(name)),
    isOnlyOurs: (name) => onlyOurs.has(looseName(name)),
    sensesOf: (name) =>
      (model.senses[looseName(name)] ?? '').split(' ').reduce((sum, name) => sum | mask(name), 0),
    homesOf: (id) => (model.home[placeOf(id)] ?? '').split(' ').filter((code) => code !== ''),
    relatedTo: (id) => relatedTo(placeOf(id)),
  };
}

/**
 * Who has to do with whom, in both directions, by an entity's place. Pairs of numbers and not sets of ids: the sets
 * of a thousand entities would be larger than all that a page needs, and a page asks for few.
 */
function createRelations({
  ids,
  related,
}: RecognitionModel): (place: number) => ReadonlySet<EntityId> {
  const pairs = Uint16Array.from(
    related.flatMap((others, place) => others.flatMap((other) => [place, other])),
  );
  const asked = new Map<number, ReadonlySet<EntityId>>();
  return (place) => {
    const known = asked.get(place);
    if (known !== undefined) return known;
    const found = new Set<EntityId>();
    for (let at = 0; at < pairs.length; at += 2) {
      const [a = 0, b = 0] = [pairs[at], pairs[at + 1]];
      const other = a === place ? ids[b] : b === place ? ids[a] : undefined;
      if (other !== undefined) found.add(other);
    }
    asked.set(place, found);
    return found;
  };
}
