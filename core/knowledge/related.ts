import type { MessageKey } from '@/core/i18n/messages';
import type { Card, RelatedEntity, RocketGeometry } from './card';
import { type EntityId, kindOf } from './entity';

/** A rocket that can be drawn: its height is known. */
export interface DrawableRocket {
  readonly id: EntityId;
  readonly related: RelatedEntity;
  readonly geometry: RocketGeometry;
}

/** More do not fit side by side in a card. */
const MOST_ROCKETS = 4;

/**
 * The rockets that a card's company flies or makes, with a known height; at most four, those it flies first.
 * A variant ("Falcon 9 Full Thrust") is left out beside what it is a variant of.
 */
export function rocketsOf(card: Card): readonly DrawableRocket[] {
  const ids = [
    ...card.claims
      .filter((claim) => claim.property === 'flies')
      .flatMap((claim) => claim.values.flatMap((v) => (v.type === 'entity' ? [v.id] : []))),
    ...(card.referredBy.maker ?? []),
    ...(card.referredBy.operator ?? []),
  ];
  const known = [...new Set(ids)].flatMap((id) => {
    const related = card.related[id];
    const geometry = related?.geometry;
    return related?.kind === 'rocket' && geometry?.heightM !== undefined
      ? [{ id, related, geometry }]
      : [];
  });
  const names = known.map(({ related }) => `${related.names.en} `);
  const drawable = known.filter(
    ({ related }) => !names.some((name) => related.names.en.startsWith(name)),
  );
  // A rocket without a diameter is only a dashed line: it makes way for one that can be drawn.
  const whole = drawable.filter(({ geometry }) => geometry.diameterM !== undefined);
  const chosen = [...new Set([...whole, ...drawable])].slice(0, MOST_ROCKETS);
  return drawable.filter((rocket) => chosen.includes(rocket));
}

/** A relation that points to this card's entity, with the entities on its other end. */
export interface Referral {
  readonly property: string;
  readonly label: Extract<MessageKey, `rel${string}`>;
  readonly ids: readonly EntityId[];
}

/* The inverse names of knowledge/properties.yaml, in the order of rows; a test compares the words. */
export const INVERSE_LABELS: Readonly<Record<string, Referral['label']>> = {
  maker: 'relMaker',
  operator: 'relOperator',
  family: 'relFamily',
  parent: 'relParent',
  flies: 'relFlies',
  rival: 'relRival',
  'used-on': 'relUsedOn',
  'engines-first-stage': 'relEnginesFirstStage',
  'engines-second-stage': 'relEnginesSecondStage',
  'launch-site': 'relLaunchSite',
  'launch-vehicle': 'relLaunchVehicle',
  lands: 'relLands',
  'used-by': 'relUsedBy',
  issuer: 'relIssuer',
  company: 'relCompany',
};

/**
 * What refers to a card's entity, relation by relation; relations of one label are one row. A rocket is flown
 * *by* a company and *from* a site, though both say `flies`. Leaves out what
 * the card already shows under its own claims, and relations whose other ends have no name.
 */
export function referralsTo(card: Card): readonly Referral[] {
  const shown = new Set(
    card.claims.flatMap((claim) =>
      claim.values.flatMap((v) => (v.type === 'entity' ? [v.id] : [])),
    ),
  );
  const rows = new Map<string, { property: string; label: Referral['label']; ids: EntityId[] }>();
  for (const [property, label] of Object.entries(INVERSE_LABELS)) {
    const ids = card.referredBy[property] ?? [];
    const isSaid = card.claims.some((claim) => claim.property === property);
    // Rivalry goes both ways: the card's own list of rivals stands for both.
    if (property === 'rival' && isSaid) continue;
    const open = ids.filter((id) => !shown.has(id) && card.related[id] !== undefined);
    for (const id of open) {
      const own = property === 'flies' && kindOf(id) === 'site' ? 'relFliesFrom' : label;
      const row = rows.get(own);
      if (row === undefined) rows.set(own, { property, label: own, ids: [id] });
      else if (!row.ids.includes(id)) row.ids.push(id);
    }
  }
  return [...rows.values()].filter((row) => row.ids.length > 0);
}
