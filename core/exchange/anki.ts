import type { Card, CardClaim } from '@/core/knowledge/card';
import { formatDate } from '@/core/knowledge/format-date';
import { claimQualifiers, claimText } from '@/core/knowledge/format-value';
import { type Formats, nameOf, say } from '@/core/knowledge/formats';
import { toCsv } from './csv';

/**
 * The facts of cards for Anki (docs.ankiweb.net/importing/text-files.html): one note a claim, with its date and
 * sources on the back. The first column is a stable id, so that another import updates instead of doubling. Facts on
 * which sources differ, and links, are left out: they cannot be learnt by heart.
 */
export function encodeAnki(cards: readonly Card[], formats: Formats): string {
  const rows = cards.flatMap((card) =>
    card.claims
      .filter(
        (claim) => claim.disputed !== true && claim.values.every(({ type }) => type !== 'url'),
      )
      .map((claim) => [
        [card.id, claim.property, claim.mode?.key ?? '', claim.asOf].join(' '),
        [nameOf(card.names, formats), say(claim.label, formats), modeOf(claim, formats)]
          .filter((part) => part !== '')
          .join(' · '),
        backOf(card, claim, formats),
        sourcesOf(card, claim),
        `downrange ${card.kind}`,
      ]),
  );
  const head = [
    '#separator:Comma',
    '#html:false',
    '#columns:Id,Front,Back,Source,Tags',
    '#guid column:1',
    '#tags column:5',
  ];
  return `${head.join('\n')}\n${toCsv(rows)}`;
}

function modeOf(claim: CardClaim, formats: Formats): string {
  return claim.mode === undefined ? '' : say(claim.mode.label, formats);
}

function backOf(card: Card, claim: CardClaim, formats: Formats): string {
  const mode = modeOf(claim, formats);
  const qualifiers = claimQualifiers(claim, formats).filter((one) => one !== mode);
  const value = [claimText(claim, card.related, formats), ...qualifiers].join(', ');
  return `${value}\n${formatDate(claim.asOf, formats)}`.replaceAll('\u00a0', ' ');
}

function sourcesOf(card: Card, claim: CardClaim): string {
  return claim.sources
    .flatMap((index) => {
      const source = card.sources[index];
      return source === undefined ? [] : [`${source.publisher}: ${source.title} ${source.url}`];
    })
    .join('\n');
}
