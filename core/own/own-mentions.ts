import type { Detection, Mention } from '@/core/detection/mention';
import { kindOf } from '@/core/knowledge/entity';
import { overlaps } from '@/core/text/span';
import type { OwnName } from './own-entry';
import { ownPattern } from './own-pattern';

/** The feature by which a card knows that the reader said so. */
export const OWN_FEATURE = 'own-name';

/** Puts the reader's names into what recognition found; where they meet, the reader's word counts. */
export type AddOwnMentions = (text: string, found: Detection) => Detection;

/** Prepares the reader's names for `AddOwnMentions`. Both lists stay sorted and without overlaps. */
export function createOwnMentions(names: readonly OwnName[]): AddOwnMentions {
  const pattern = ownPattern(
    names.map(({ text }) => text),
    false,
  );
  if (pattern === null) return (_, found) => found;
  const byText = new Map(names.map((name) => [name.text, name]));
  return (text, found) => {
    const own = [...text.matchAll(pattern)].flatMap((match): Mention[] => {
      const name = byText.get(match[0].replaceAll(/\s+/gu, ' '));
      return name === undefined ? [] : [toMention(name, match.index, match[0])];
    });
    if (own.length === 0) return found;
    return {
      ...found,
      mentions: [...without(found.mentions, own), ...own].sort((a, b) => a.start - b.start),
      declined: without(found.declined, own),
    };
  };
}

function toMention({ id, name }: OwnName, start: number, text: string): Mention {
  return {
    start,
    end: start + text.length,
    text,
    id,
    kind: kindOf(id),
    name,
    certainty: 'sure',
    alternatives: [],
    evidence: [{ feature: OWN_FEATURE, weight: 1 }],
  };
}

/** Those that no mention of the reader's own touches. Linear: both lists are sorted. */
function without<Found extends { readonly start: number; readonly end: number }>(
  found: readonly Found[],
  own: readonly Mention[],
): Found[] {
  let next = 0;
  return found.filter((one) => {
    while ((own[next]?.end ?? Number.POSITIVE_INFINITY) <= one.start) next++;
    const other = own[next];
    return other === undefined || !overlaps(one, other);
  });
}
