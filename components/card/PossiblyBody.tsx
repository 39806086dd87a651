import type { MatchedMention } from '@/core/cards/evidence-lines';
import type { Names } from '@/core/knowledge/entity';
import { kindOf } from '@/core/knowledge/entity';
import { nameOf } from '@/core/knowledge/formats';
import { Icon } from '../ui/Icon';
import { KIND_LOOKS } from '../ui/kinds';
import { useCardView } from './card-view';
import { EntityLink } from './EntityLink';
import { WhyPanel } from './WhyPanel';

interface PossiblyBodyProps {
  readonly mention: MatchedMention;
  readonly names: Readonly<Record<string, Names>>;
}

/** In place of the facts when too little speaks for a match: the reasons, and what else it may be. */
export function PossiblyBody({ mention, names }: PossiblyBodyProps) {
  const { formats } = useCardView();
  const alternatives = mention.alternatives.flatMap((id) => {
    const found = names[id];
    return found === undefined ? [] : [{ id, name: nameOf(found, formats) }];
  });
  return (
    <>
      <WhyPanel mention={mention} names={names} />
      {alternatives.length === 0 ? null : (
        <section class="block">
          <h3>
            <span class="block-title">{formats.t('possiblyOr')}</span>
          </h3>
          <ul class="alternatives">
            {alternatives.map(({ id, name }) => {
              const look = KIND_LOOKS[kindOf(id)];
              return (
                <li key={id}>
                  <span class={look.tone}>
                    <Icon name={look.icon} size="small" />
                  </span>
                  <EntityLink id={id} name={name} />
                  <span class="mode">{formats.t(look.label)}</span>
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </>
  );
}
