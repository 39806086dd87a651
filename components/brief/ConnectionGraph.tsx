import { type ConnectedPart, connections } from '@/core/cards/brief';
import type { Card, RelatedEntity } from '@/core/knowledge/card';
import { type EntityId, kindOf } from '@/core/knowledge/entity';
import { type Formats, nameOf } from '@/core/knowledge/formats';
import { KIND_LOOKS } from '../ui/kinds';

interface ConnectionGraphProps {
  readonly cards: readonly Card[];
  readonly formats: Formats;
  /** Shows where a name of the story stands; boxes of others lead nowhere. */
  readonly onName: (id: EntityId) => void;
}

/**
 * Who makes which rocket, with which engines, flown from where. A tree of lists with lines drawn by the style
 * sheet: names wrap instead of being cut, and it is read out as what it is.
 */
export function ConnectionGraph({ cards, formats, onName }: ConnectionGraphProps) {
  const makers = connections(cards);
  if (makers.length === 0) return null;
  const { t } = formats;
  const names = namesIn(cards, formats);
  const inStory = new Set(cards.map(({ id }) => id));
  const box = (id: EntityId, count?: number) => (
    <Box
      id={id}
      text={count === undefined ? names(id) : `${count} × ${names(id)}`}
      {...(inStory.has(id) ? { onClick: () => onName(id) } : {})}
    />
  );
  return (
    <section class="brief-block">
      <h2>{t('briefConnections')}</h2>
      <p class="graph-heads" aria-hidden="true">
        <span>{t('briefMaker')}</span>
        <span>{t('briefRocket')}</span>
        <span>{t('briefParts')}</span>
      </p>
      <ul class="graph">
        {makers.map(({ maker, rockets }) => (
          <li class="graph-node" key={maker ?? 'unknown'}>
            {maker === null ? <span class="graph-gap" /> : box(maker)}
            <ul class={maker === null ? 'is-rootless' : undefined}>
              {rockets.map(({ id, parts }) => (
                <li class="graph-node" key={id}>
                  {box(id)}
                  {parts.length === 0 ? null : (
                    <ul>
                      {parts.map((part: ConnectedPart) => (
                        <li class="graph-node" key={part.id}>
                          {box(part.id, part.count)}
                        </li>
                      ))}
                    </ul>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface BoxProps {
  readonly id: EntityId;
  readonly text: string;
  readonly onClick?: () => void;
}

function Box({ id, text, onClick }: BoxProps) {
  const content = (
    <>
      <span class={`graph-dot ${KIND_LOOKS[kindOf(id)].tone}`} />
      <span>{text}</span>
    </>
  );
  return onClick === undefined ? (
    <span class="graph-box">{content}</span>
  ) : (
    <button type="button" class="graph-box" onClick={onClick}>
      {content}
    </button>
  );
}

function namesIn(cards: readonly Card[], formats: Formats): (id: EntityId) => string {
  const related: Record<string, RelatedEntity['names']> = {};
  for (const card of cards) {
    related[card.id] = card.names;
    for (const [id, entity] of Object.entries(card.related)) related[id] ??= entity.names;
  }
  return (id) => {
    const names = related[id];
    return names === undefined ? id : nameOf(names, formats);
  };
}
