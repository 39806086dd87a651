import type { NamedEntity } from '@/core/detection/gazetteer';
import type { EntityId } from '@/core/knowledge/entity';
import { isEntityId } from '../schema/scalars';
import type { Knowledge, LoadedEntity } from './knowledge';
import { namedEntities } from './named-entities';
import { readScriptVariants } from './script-variants';

/** An entity as the gazetteer and the model take it. */
export interface RecognitionSource extends NamedEntity {
  /** Entities named in its claims. */
  readonly related: readonly EntityId[];
  /** Its makers and parents: two things of one maker have to do with each other. */
  readonly makers: readonly EntityId[];
  /** Country codes. */
  readonly home: readonly string[];
  /** Its summary, in all languages. */
  readonly summary: string;
}

/** What a derived short form (`derivedShort`) says of itself in `ambiguity`. */
export const DERIVED = 'the first words of a longer name';

/**
 * The entities of a knowledge base as recognition takes them, sorted by id. Two things that hold for
 * every entity are done here rather than in each file: an alias that only adds a generic word to
 * another one (`Raptor engine`) is left out, because the name alone is the mention; and a firm gets
 * the first words of its name as a short form.
 */
export function recognitionSources(knowledge: Knowledge): RecognitionSource[] {
  const { simplify } = readScriptVariants();
  const entities = namedEntities(knowledge);
  const taken = new Set(
    entities.flatMap(({ name, aliases }) => [name, ...aliases.map(({ text }) => text)]),
  );
  const named = new Map(entities.map((entity) => [entity.id, withShort(entity, taken)]));
  return knowledge.entities.flatMap((entity): RecognitionSource[] => {
    const names = named.get(entity.id);
    if (names === undefined) return [];
    const { summary, claims = [] } = entity.value;
    return [
      {
        ...refined(names, simplify),
        related: referenced(entity, null),
        makers: referenced(entity, ['maker', 'parent', 'operator']),
        home: claims
          .filter(({ property }) => property === 'country')
          .flatMap(({ value }) => (Array.isArray(value) ? value : [value]))
          .filter((value) => typeof value === 'string'),
        summary: summary === undefined ? '' : `${summary.en} ${summary.zh}`,
      },
    ];
  });
}

/** Generic words at the end of a name, with what divides them from it. */
const GENERIC_TAIL =
  /(?:[ -](?:rocket|booster|launch vehicle|launcher|engine|engines|motor|thruster|spacecraft|capsule|lander|satellites?|constellation|space station|spaceplane|space telescope|space tug|family|series)|(?:系列)?(?:运载|運載)?火箭|系列|发动机|發動機|飞船|飛船|着陆器|著陸器|卫星|衛星|星座|探测器|空间站|ロケット|エンジン|衛星|로켓|위성)$/iu;

/** Words at the end of a firm's name that the press leaves out at the second mention. */
const FIRM_TAIL =
  /(?: (?:Space|Aerospace|Technolog(?:y|ies)|Systems?|Industries|Corporation|Corp|Communications|Networks?|Dynamics|Astronautics|Satellites?|Group|Global|Labs?|Laboratories|Launch|Enterprises|Holdings|Inc\.?|Ltd\.?|and|&|Defense|Defence|Exploration|Propulsion|Robotics|Services|Solutions|Analytics|Imaging))+$/;
const NO_FIRM =
  /^(?:The|China|Space|Rocket|Star|General|National|United|American|European|Global|Beijing|Shanghai|Virgin|Deep|Blue|New|North|South|Open|All|Max|World|Super|Smart|Infinite|Maritime|Southern|Black|Australian|Indian|Korea|Swiss|British|German|In|Made|Up|Above|Beyond|Sea|Far|Big|First|Turkish|Norwegian|Swedish|Iranian|Alaska|Israel|Surrey|Airbus|Fleet|Origin|Venus|Dawn|Zero Gravity)$|^(?:China|Shanghai|Academy|Beijing|Xi.an)\b|(?:of|In|&|and|the)$/;

/**
 * A company with the first words of its name as one more alias (`Katalyst` of Katalyst Space Technologies),
 * unless the name is too short to be cut or the words are taken. It counts only where the full name stands too.
 */
function withShort(entity: NamedEntity, taken: ReadonlySet<string>): NamedEntity {
  const text = entity.name.replace(FIRM_TAIL, '');
  const isUsable =
    entity.kind === 'company' &&
    text !== entity.name &&
    text.length >= 4 &&
    !NO_FIRM.test(text) &&
    !taken.has(text);
  if (!isUsable) return entity;
  return { ...entity, aliases: [...entity.aliases, { text, kind: 'short', ambiguity: DERIVED }] };
}

/** Drops redundant aliases. `simplify` makes traditional characters simplified. */
function refined(
  entity: NamedEntity,
  simplify: (code: number) => number = (code) => code,
): NamedEntity {
  const simplified = (text: string) =>
    String.fromCharCode(...Array.from(text, (_, at) => simplify(text.charCodeAt(at))));
  const texts = new Set([entity.name, ...entity.aliases.map(({ text }) => text)].map(simplified));
  const aliases = entity.aliases.filter(({ text }) => {
    const plain = text.replace(GENERIC_TAIL, '');
    return plain === text || plain === '' || !texts.has(simplified(plain));
  });
  return { ...entity, aliases };
}

/** Entities named by the entity's claims of the given properties; of all, when null. */
function referenced(entity: LoadedEntity, properties: readonly string[] | null): EntityId[] {
  const found = new Set<EntityId>();
  const collect = (value: unknown) => {
    if (typeof value === 'string' && isEntityId(value)) found.add(value);
    else if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === 'object' && value !== null && 'id' in value) collect(value.id);
  };
  for (const { property, value } of entity.value.claims ?? [])
    if (properties === null || properties.includes(property)) collect(value);
  found.delete(entity.id);
  return [...found];
}
