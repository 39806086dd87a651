import type { MessageKey } from '@/core/i18n/messages';
import type { EntityKind } from '@/core/knowledge/entity';
import type { IconName } from './icons';

interface KindLook {
  readonly icon: IconName;
  readonly label: KindKey;
  /** Class that sets the kind's colour on glyph and word. */
  readonly tone: string;
}

type KindKey = Extract<MessageKey, `kind${string}`>;

/** Glyph, word and colour of every kind. Related kinds share a colour; the glyph and word tell them apart. */
export const KIND_LOOKS: Readonly<Record<EntityKind, KindLook>> = {
  company: { icon: 'building-2', label: 'kindCompany', tone: 'kind-company' },
  rocket: { icon: 'rocket', label: 'kindRocket', tone: 'kind-rocket' },
  engine: { icon: 'flame', label: 'kindEngine', tone: 'kind-engine' },
  spacecraft: { icon: 'satellite', label: 'kindSpacecraft', tone: 'kind-spacecraft' },
  constellation: { icon: 'orbit', label: 'kindConstellation', tone: 'kind-spacecraft' },
  site: { icon: 'map-pin', label: 'kindSite', tone: 'kind-site' },
  agency: { icon: 'flag', label: 'kindAgency', tone: 'kind-company' },
  market: { icon: 'landmark', label: 'kindMarket', tone: 'kind-market' },
  program: { icon: 'scroll-text', label: 'kindProgram', tone: 'kind-market' },
  person: { icon: 'user-round', label: 'kindPerson', tone: 'kind-company' },
};
