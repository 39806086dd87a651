import type { CardClaim } from '@/core/knowledge/card';
import { type Printed, printValue } from '@/core/knowledge/format-value';
import { useCardView } from './card-view';
import { EntityLink } from './EntityLink';

/** The values of one claim: words, figures, or links to other cards. */
export function ClaimValues({ claim }: { readonly claim: CardClaim }) {
  const { card, formats } = useCardView();
  const printed = claim.values.map((value) => printValue(value, claim, card.related, formats));
  const isLongList =
    printed.length > 1 && printed.some(({ text, link }) => link === undefined && text.length > 24);
  if (isLongList) {
    return (
      <ul class="value-list">
        {printed.map((value) => (
          <li key={value.text}>
            <Value printed={value} />
          </li>
        ))}
      </ul>
    );
  }
  const comma = formats.locale === 'zh' ? '、' : ', ';
  const values = printed.map((value, index) => (
    <span key={value.text}>
      {index === 0 ? '' : comma}
      <Value printed={value} />
    </span>
  ));
  if (claim.approximate !== true) return <>{values}</>;
  const [before, after] = formats.t('about', { value: '\u0000' }).split('\u0000');
  return (
    <>
      {before}
      {values}
      {after}
    </>
  );
}

function Value({ printed }: { readonly printed: Printed }) {
  const { text, link, href, before } = printed;
  if (link !== undefined) {
    return (
      <>
        {before === undefined ? '' : `${before}\u00a0`}
        <EntityLink id={link} name={text} />
      </>
    );
  }
  if (href !== undefined) {
    return (
      <a class="link" href={href} target="_blank" rel="noopener noreferrer">
        {text}
      </a>
    );
  }
  return <>{text}</>;
}
