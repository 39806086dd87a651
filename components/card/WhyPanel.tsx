import { evidenceLines, type MatchedMention } from '@/core/cards/evidence-lines';
import type { Names } from '@/core/knowledge/entity';
import { Icon } from '../ui/Icon';
import { useCardView } from './card-view';

interface WhyPanelProps {
  readonly mention: MatchedMention;
  /** Names of entities that the evidence may refer to, beside those of the card. */
  readonly names: Readonly<Record<string, Names>>;
}

/** Why the name on the page was taken for this entity: reasons for and against. */
export function WhyPanel({ mention, names }: WhyPanelProps) {
  const { card, formats } = useCardView();
  const related = Object.fromEntries(
    Object.entries(card.related).map(([id, entity]) => [id, entity.names]),
  );
  return (
    <section class="why">
      <h3>{formats.t('whyTitle')}</h3>
      <ul>
        {evidenceLines(mention, { ...related, ...names }, formats).map((line) => (
          <li key={line.text}>
            <Icon name={line.speaks === 'for' ? 'plus' : 'minus'} size="small" />
            <span>
              <span class="visually-hidden">
                {formats.t(line.speaks === 'for' ? 'speaksFor' : 'speaksAgainst')}
              </span>
              {line.text}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
