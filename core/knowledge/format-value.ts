import type { Card, CardClaim, CardValue } from './card';
import type { EntityId } from './entity';
import { formatDate } from './format-date';
import { formatQuantity } from './format-quantity';
import { type Formats, joinList, nameOf, say } from './formats';

/** A value ready to print: `link` names the entity that it opens, `href` the page. */
export interface Printed {
  readonly text: string;
  readonly link?: EntityId;
  readonly href?: string;
  /** Printed before a link: `9 ×`. */
  readonly before?: string;
}

/** One value of a claim in the reader's language and units. */
export function printValue(
  value: CardValue,
  claim: Pick<CardClaim, 'unit'>,
  related: Card['related'],
  formats: Formats,
): Printed {
  switch (value.type) {
    case 'number':
      return {
        text: formatQuantity(
          {
            value: value.value,
            ...(value.max === undefined ? {} : { max: value.max }),
            ...(claim.unit === undefined ? {} : { unit: claim.unit }),
          },
          formats,
        ),
      };
    case 'date':
      return { text: formatDate(value.value, formats) };
    case 'text':
      return { text: say(value.value, formats) };
    case 'term':
      return { text: say(value.label, formats) };
    case 'entity': {
      const names = related[value.id]?.names;
      return {
        text: names === undefined ? slugOf(value.id) : nameOf(names, formats),
        ...(names === undefined ? {} : { link: value.id }),
        ...(value.count === undefined ? {} : { before: `${value.count}\u00a0×` }),
      };
    }
    case 'url':
      return { text: hostOf(value.value), href: value.value };
    case 'place':
      return { text: formatPlace(value.latitude, value.longitude, formats) };
  }
}

/** All values of a claim as plain text, with "about" where the source says so. */
export function claimText(claim: CardClaim, related: Card['related'], formats: Formats): string {
  const texts = claim.values.map((value) => {
    const printed = printValue(value, claim, related, formats);
    return printed.before === undefined ? printed.text : `${printed.before} ${printed.text}`;
  });
  const text = joinList(texts, formats);
  return claim.approximate === true ? formats.t('about', { value: text }) : text;
}

/** Mode and note of a claim, as they stand after its value; empty when it has neither. */
export function claimQualifiers(claim: CardClaim, formats: Formats): readonly string[] {
  return [claim.mode?.label, claim.note].flatMap((text) =>
    text === undefined ? [] : [say(text, formats)],
  );
}

/** `40.96° N, 100.29° E`; `北纬 40.96°，东经 100.29°`. */
function formatPlace(latitude: number, longitude: number, formats: Formats): string {
  const degrees = (n: number): string => `${Math.abs(n).toFixed(2)}°`;
  if (formats.locale === 'zh') {
    return `${latitude < 0 ? '南纬' : '北纬'} ${degrees(latitude)}，${longitude < 0 ? '西经' : '东经'} ${degrees(longitude)}`;
  }
  return `${degrees(latitude)}\u00a0${latitude < 0 ? 'S' : 'N'}, ${degrees(longitude)}\u00a0${longitude < 0 ? 'W' : 'E'}`;
}

/** The host of a web address without `www.`; the address itself when it is no such thing. */
export function hostOf(url: string): string {
  return /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url)?.[1] ?? url;
}

function slugOf(id: EntityId): string {
  return id.slice(id.indexOf('/') + 1);
}
