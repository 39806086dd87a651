import { useState } from 'preact/hooks';
import type { Card } from '@/core/knowledge/card';
import { joinList, nameOf } from '@/core/knowledge/formats';
import { type Referral, referralsTo } from '@/core/knowledge/related';
import { InlineButton } from '../ui/InlineButton';
import { useCardView } from './card-view';
import { EntityLink } from './EntityLink';

/** What refers to this entity (what a company makes, what flies from a site), and what else it is called. */
export function RelatedBlock() {
  const { card, formats } = useCardView();
  const referrals = referralsTo(card);
  const also = alsoCalled(card);
  if (referrals.length + also.length === 0) return null;
  return (
    <section class="block">
      <dl class="facts">
        {referrals.map((referral) => (
          <div class="fact-row" key={referral.label}>
            <dt>{formats.t(referral.label)}</dt>
            <dd>
              <Names referral={referral} />
            </dd>
          </div>
        ))}
        {also.length === 0 ? null : (
          <div class="fact-row">
            <dt>{formats.t('alsoCalled')}</dt>
            <dd class="also">{joinList(also, formats)}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

/** Longer lists of names are for the dossier. */
const ALSO_LENGTH = 100;

function alsoCalled({ alsoCalled }: Card): readonly string[] {
  return alsoCalled.filter(
    (_, index, all) => index === 0 || all.slice(0, index + 1).join(', ').length <= ALSO_LENGTH,
  );
}

/** Enough names to see what is meant; the rest on request. */
const NAMES_SHOWN = 6;

function Names({ referral }: { readonly referral: Referral }) {
  const { card, formats } = useCardView();
  const [isOpen, setOpen] = useState(false);
  const fits = referral.ids.length <= NAMES_SHOWN + 1;
  const ids = isOpen || fits ? referral.ids : referral.ids.slice(0, NAMES_SHOWN);
  const comma = formats.locale === 'zh' ? '、' : ', ';
  return (
    <>
      {ids.map((id, index) => {
        const names = card.related[id]?.names;
        return names === undefined ? null : (
          <span key={id}>
            {index === 0 ? '' : comma}
            <EntityLink id={id} name={nameOf(names, formats)} />
          </span>
        );
      })}
      {ids.length === referral.ids.length ? null : (
        <>
          {' '}
          <InlineButton class="text-button" role="button" onActivate={() => setOpen(true)}>
            {formats.t('moreFacts', { count: referral.ids.length - ids.length })}
          </InlineButton>
        </>
      )}
    </>
  );
}
