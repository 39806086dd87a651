import type { Card, CardClaim, CardSource } from './card';
import type { FactRow } from './facts';
import { formatDate } from './format-date';
import { claimQualifiers, claimText } from './format-value';
import { type Formats, nameOf, say } from './formats';

/** A source in one line: `Xinhua, “Title”, 19 Aug 2026, https://…`. */
export function citeSource(source: CardSource, formats: Formats): string {
  const { locale } = formats;
  const title = locale === 'zh' ? `《${source.title}》` : `“${source.title}”`;
  const parts = [
    source.publisher,
    title,
    ...(source.date === undefined ? [] : [formatDate(source.date, formats)]),
    source.url,
  ];
  return parts.join(locale === 'zh' ? '，' : ', ');
}

/** A claim with its date and sources, as the reader copies it: one line of fact, one line for each source. */
export function citeClaim(card: Card, claim: CardClaim, formats: Formats): string {
  const { t } = formats;
  const qualifiers = claimQualifiers(claim, formats);
  const value = [claimText(claim, card.related, formats), ...qualifiers].join(
    formats.locale === 'zh' ? '，' : ', ',
  );
  const fact = t('citeFact', {
    name: nameOf(card.names, formats),
    label: say(claim.label, formats),
    value,
    date: formatDate(claim.asOf, formats),
  });
  return [fact, ...sourceLines(card, claim.sources, formats)].join('\n');
}

/** All claims of a row, one after the other. */
export function citeRow(card: Card, row: FactRow, formats: Formats): string {
  return row.claims.map((claim) => citeClaim(card, claim, formats)).join('\n');
}

function sourceLines(card: Card, indices: readonly number[], formats: Formats): readonly string[] {
  return indices.flatMap((index) => {
    const source = card.sources[index];
    return source === undefined ? [] : [citeSource(source, formats)];
  });
}

/** Every claim of a card with its sources: what "copy all facts" gives. */
export function citeCard(card: Card, formats: Formats): string {
  return card.claims.map((claim) => citeClaim(card, claim, formats)).join('\n\n');
}
