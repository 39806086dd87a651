import type { ComponentChildren } from 'preact';
import type { CardClaim } from '@/core/knowledge/card';
import { type Printed, printValue } from '@/core/knowledge/format-value';
import { useCardView } from './card-view';
import { EntityLink } from './EntityLink';

interface ClaimValuesProps {
  readonly claim: CardClaim;
  /** Footnotes, directly behind the last value. */
  readonly footnotes: ComponentChildren;
}

/** Texts longer than this stand on lines of their own. */
const LONG_TEXT = 24;

/** The values of one claim: words, figures, or links to other cards. */
export function ClaimValues({ claim, footnotes }: ClaimValuesProps) {
  const { card, formats } = useCardView();
  const printed = claim.values.map((value) => printValue(value, claim, card.related, formats));
  const isLongList =
    printed.length > 1 &&
    printed.some(({ text, link }) => link === undefined && text.length > LONG_TEXT);
  if (isLongList) {
    return (
      <ul class="value-list">
        {printed.map((value, index) => (
          <li key={value.text}>
            <Value printed={value} />
            {index === printed.length - 1 ? footnotes : null}
          </li>
        ))}
      </ul>
    );
  }
  const comma = formats.locale === 'zh' ? '、' : ', ';
  const [before, after] =
    claim.approximate === true ? formats.t('about', { value: '\u0000' }).split('\u0000') : ['', ''];
  return (
    <>
      {before}
      {printed.map((value, index) => (
        <span key={value.text}>
          {index === 0 ? '' : comma}
          <Value printed={value} />
        </span>
      ))}
      {after}
      {footnotes}
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
