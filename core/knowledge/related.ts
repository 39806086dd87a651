import type { MessageKey } from '@/core/i18n/messages';
import type { Card, RelatedEntity, RocketGeometry } from './card';
import type { EntityId } from './entity';

/** A rocket that can be drawn: its height is known. */
export interface DrawableRocket {
  readonly id: EntityId;
  readonly related: RelatedEntity;
  readonly geometry: RocketGeometry;
}

/** More do not fit side by side in a card. */
const MOST_ROCKETS = 5;

/** The rockets that a card's company makes or flies, with a known height; the tallest five, in card order. */
export function rocketsOf(card: Card): readonly DrawableRocket[] {
  const ids = [
    ...(card.referredBy.maker ?? []),
    ...(card.referredBy.operator ?? []),
    ...card.claims
      .filter((claim) => claim.property === 'flies')
      .flatMap((claim) => claim.values.flatMap((v) => (v.type === 'entity' ? [v.id] : []))),
  ];
  const drawable = [...new Set(ids)].flatMap((id) => {
    const related = card.related[id];
    const geometry = related?.geometry;
    return related?.kind === 'rocket' && geometry?.heightM !== undefined
      ? [{ id, related, geometry }]
      : [];
  });
  const height = (rocket: DrawableRocket): number => rocket.geometry.heightM ?? 0;
  const tallest = [...drawable].sort((a, b) => height(b) - height(a)).slice(0, MOST_ROCKETS);
  return drawable.filter((rocket) => tallest.includes(rocket));
}

/** A relation that points to this card's entity, with the entities on its other end. */
export interface Referral {
  readonly property: string;
  readonly label: Extract<MessageKey, `rel${string}`>;
  readonly ids: readonly EntityId[];
}

/* The inverse names of knowledge/properties.yaml; a test compares the two. */
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
  'used-by': 'relUsedBy',
  issuer: 'relIssuer',
  company: 'relCompany',
};

/**
 * What refers to a card's entity, relation by relation; relations of one label are one row. Leaves out what
 * the card already shows under its own claims, and relations whose other ends have no name.
 */
export function referralsTo(card: Card): readonly Referral[] {
  const shown = new Set(
    card.claims.flatMap((claim) =>
      claim.values.flatMap((v) => (v.type === 'entity' ? [v.id] : [])),
    ),
  );
  const rows = new Map<string, { property: string; label: Referral['label']; ids: EntityId[] }>();
  for (const [property, ids] of Object.entries(card.referredBy)) {
    const label = INVERSE_LABELS[property];
    if (label === undefined) continue;
    const open = ids.filter((id) => !shown.has(id) && card.related[id] !== undefined);
    const row = rows.get(label);
    if (row === undefined) rows.set(label, { property, label, ids: open });
    else row.ids.push(...open.filter((id) => !row.ids.includes(id)));
  }
  return [...rows.values()].filter((row) => row.ids.length > 0);
}
