import { createTranslate, type Locale, type Translate } from '@/core/i18n/messages';
import type { Localised, Names } from './entity';

/** What the reader wants quantities in. Metric keeps the source's unit where it is metric. */
export type UnitSystem = 'metric' | 'us';

/** Everything that turning a fact into words depends on. */
export interface Formats {
  readonly locale: Locale;
  /** BCP 47 for `Intl`: the interface language with the reader's region, such as `en-US`. */
  readonly tag: string;
  readonly units: UnitSystem;
  readonly t: Translate;
}

/**
 * `region` is the reader's own language tag (`navigator.language`); only its region is used, so that a
 * reader in Germany with an English interface gets English months and German digit grouping. Without a
 * region, English dates are written day first, as in most of the world.
 */
export function createFormats(locale: Locale, units: UnitSystem, region?: string): Formats {
  return { locale, units, tag: localeTag(locale, region), t: createTranslate(locale) };
}

/** The `Intl` tag for an interface language and the reader's own language tag. */
export function localeTag(locale: Locale, readerTag?: string): string {
  const region = /-([A-Z]{2})\b/.exec(readerTag ?? '')?.[1];
  if (locale === 'zh') return 'zh-CN';
  return region === undefined ? 'en-GB' : `en-${region}`;
}

/** The text in the interface language. */
export function say(text: Localised, formats: Formats): string {
  return formats.locale === 'zh' ? text.zh : text.en;
}

/** The name that a card leads with: the interface language's own, or English where no source prints one. */
export function nameOf(names: Names, formats: Formats): string {
  return formats.locale === 'zh' ? (names.zh ?? names.en) : names.en;
}

/** Joins names or values as the language does. */
export function joinList(texts: readonly string[], formats: Formats): string {
  return texts.join(formats.locale === 'zh' ? '、' : ', ');
}
