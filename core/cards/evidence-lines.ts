import type { Evidence, Mention } from '@/core/detection/mention';
import type { MessageKey } from '@/core/i18n/messages';
import type { Names } from '@/core/knowledge/entity';
import { type Formats, nameOf } from '@/core/knowledge/formats';
import { OWN_FEATURE } from '@/core/own/own-mentions';

/** One reason for or against a match, as a sentence. */
export interface EvidenceLine {
  readonly speaks: 'for' | 'against';
  readonly text: string;
}

/** What recognition says about the mention that a card was opened from. */
export type MatchedMention = Pick<Mention, 'text' | 'certainty' | 'alternatives' | 'evidence'>;

/** The strongest few of each side: more would be a log, not a reason. */
const LINES_EACH = 3;
const ENTITY_ID = /^[a-z]+\/[a-z0-9-]+$/;

type PlainKey = Extract<
  MessageKey,
  'evidenceLower' | 'evidenceSentenceStart' | 'evidenceHeadline' | 'evidencePlural'
>;

/** Features that say something without a word to quote. */
const PLAIN_FEATURES: Readonly<Record<string, PlainKey>> = {
  lower: 'evidenceLower',
  'certain-lower': 'evidenceLower',
  'sentence-initial': 'evidenceSentenceStart',
  headline: 'evidenceHeadline',
  plural: 'evidencePlural',
  indefinite: 'evidencePlural',
};

/**
 * The evidence of a mention as sentences, for and against, strongest first. The name itself always comes
 * first. A feature that can be neither quoted nor put in words is summed up in one general sentence.
 * `names` has the names of entities that evidence may refer to, by id.
 */
export function evidenceLines(
  mention: MatchedMention,
  names: Readonly<Record<string, Names>>,
  formats: Formats,
): readonly EvidenceLine[] {
  const { t } = formats;
  if (mention.evidence.some(({ feature }) => feature === OWN_FEATURE))
    return [{ speaks: 'for', text: t('whyOwn', { text: mention.text }) }];
  const alias: EvidenceLine = { speaks: 'for', text: t('whyAlias', { text: mention.text }) };
  const strongest = [...mention.evidence].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const lines = strongest.flatMap((evidence) => {
    const text = sentence(evidence, names, formats);
    return text === null ? [] : [{ speaks: sideOf(evidence), text }];
  });
  const unique = lines.filter(
    (line, index) => lines.findIndex((other) => other.text === line.text) === index,
  );
  const pro = unique.filter((line) => line.speaks === 'for').slice(0, LINES_EACH);
  const con = unique.filter((line) => line.speaks === 'against').slice(0, LINES_EACH);
  return [alias, ...(pro.length > 0 ? pro : summary(mention, formats)), ...con];
}

function summary(mention: MatchedMention, { t }: Formats): readonly EvidenceLine[] {
  if (mention.evidence.some(({ weight }) => weight > 0)) {
    return [{ speaks: 'for', text: t('evidenceFor') }];
  }
  if (mention.certainty === 'sure') return [{ speaks: 'for', text: t('whyCertain') }];
  return [{ speaks: 'against', text: t('evidenceWeak') }];
}

function sentence(
  evidence: Evidence,
  names: Readonly<Record<string, Names>>,
  formats: Formats,
): string | null {
  const { feature, detail, weight } = evidence;
  const { t } = formats;
  if (detail !== undefined && ENTITY_ID.test(detail)) {
    const entity = names[detail];
    return entity === undefined ? null : t('evidenceEntity', { name: nameOf(entity, formats) });
  }
  if (detail !== undefined) {
    return weight > 0 ? t('evidenceNear', { detail }) : t('evidenceAgainst', { detail });
  }
  const key = weight < 0 ? PLAIN_FEATURES[feature] : undefined;
  return key === undefined ? null : t(key);
}

function sideOf({ weight }: Evidence): EvidenceLine['speaks'] {
  return weight > 0 ? 'for' : 'against';
}
