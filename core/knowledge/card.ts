import type { EntityId, EntityKind, Localised, Names } from './entity';

/** A calendar date as precise as its source: `2025`, `2025-12` or `2025-12-03`. */
export type PartialDate = string;

/** Where a claim or an event comes from. `date` is the day of publication, absent when the source gives none. */
export interface CardSource {
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  readonly date?: PartialDate;
}

/**
 * One value of a claim. Numbers go with the claim's `unit`; `entity` refers to `Card.related`;
 * `term` is a key of the vocabulary in `knowledge/terms.yaml`, already translated into `label`.
 */
export type CardValue =
  | { readonly type: 'number'; readonly value: number; readonly max?: number }
  | { readonly type: 'date'; readonly value: PartialDate }
  | { readonly type: 'text'; readonly value: Localised }
  | { readonly type: 'term'; readonly value: string; readonly label: Localised }
  | { readonly type: 'entity'; readonly id: EntityId; readonly count?: number }
  | { readonly type: 'url'; readonly value: string }
  | { readonly type: 'place'; readonly latitude: number; readonly longitude: number };

/** One dated, sourced statement about the entity. */
export interface CardClaim {
  /** A key of `knowledge/properties.yaml`. */
  readonly property: string;
  /** The property's name for readers. */
  readonly label: Localised;
  /** At least one; several where the property holds a list. In source order. */
  readonly values: readonly CardValue[];
  /** A key of `knowledge/units.yaml`; absent for values without one. */
  readonly unit?: string;
  /** How the value is meant: expendable, reusable, planned, as flown, an orbit… already translated. */
  readonly mode?: { readonly key: string; readonly label: Localised };
  /** A short qualification in our own words. */
  readonly note?: Localised;
  /** The source says "about". */
  readonly approximate?: true;
  /** The date for which the source says so. */
  readonly asOf: PartialDate;
  /** Indices into `Card.sources`; at least one. */
  readonly sources: readonly number[];
  /** True when the compiler counted it from a data file. */
  readonly computed?: true;
  /** True when another claim on the same property and mode says otherwise; both are shown. */
  readonly disputed?: true;
  /** True when such facts change within months (status, chief executive, price…): an old one is said to be old. */
  readonly volatile?: true;
}

/** Something that happened, or is planned, on a day. */
export interface CardEvent {
  readonly date: PartialDate;
  /** A key of `knowledge/terms.yaml` under `events`. */
  readonly kind: string;
  readonly text: Localised;
  readonly sources: readonly number[];
  /** The date is a plan; never reported as having happened. */
  readonly planned?: true;
}

/** How a launch ended, by the launch code of GCAT: S success, P partial, F failure. */
export type FlightOutcome = 'S' | 'P' | 'F';

/** Launch history counted from the launch log. */
export interface LaunchRecord {
  readonly attempts: number;
  readonly successes: number;
  readonly partial: number;
  readonly failures: number;
  /** Every flight in date order, as `YYYY-MM-DD` (UTC) plus outcome: `2025-12-03S`. */
  readonly flights: readonly string[];
  /** Last day that the log covers. */
  readonly asOf: PartialDate;
  readonly source: number;
}

/** What a reader sees of an entity. Compiled from one source file; served by the background one at a time. */
export interface Card {
  readonly id: EntityId;
  readonly kind: EntityKind;
  readonly names: Names;
  /** Other names worth showing, without mere typographic variants. */
  readonly alsoCalled: readonly string[];
  /** One sentence of ours; absent where nothing is known beyond the claims. */
  readonly summary?: Localised;
  /** In the order of `knowledge/properties.yaml`. */
  readonly claims: readonly CardClaim[];
  /** In date order. */
  readonly events: readonly CardEvent[];
  readonly record?: LaunchRecord;
  readonly sources: readonly CardSource[];
  /** Every entity that claims refer to, and those that refer to this one (`flies`, `makes`…). */
  readonly related: Readonly<Record<string, RelatedEntity>>;
  /** Relations pointing here, by property: for a company its rockets under `maker`. */
  readonly referredBy: Readonly<Record<string, readonly EntityId[]>>;
}

export interface RelatedEntity {
  readonly kind: EntityKind;
  readonly names: Names;
  /** Numbers for a drawing beside others (rockets only). */
  readonly geometry?: RocketGeometry;
}

/** Outer measures in metres. Absent means that no source gives one; drawings leave it out. */
export interface RocketGeometry {
  readonly heightM?: number;
  readonly diameterM?: number;
  readonly fairingDiameterM?: number;
  readonly stages?: number;
  /** Side boosters, where a source gives their number. */
  readonly boosters?: number;
}
