import type { ComponentChildren } from 'preact';
import { claimOn } from '@/core/knowledge/facts';
import { claimText } from '@/core/knowledge/format-value';
import { nameOf, say } from '@/core/knowledge/formats';
import { isOwnId } from '@/core/own/own-entry';
import { Icon } from '../ui/Icon';
import { KIND_LOOKS } from '../ui/kinds';
import { useCardView } from './card-view';
import { EntityLink } from './EntityLink';

interface CardHeadProps {
  readonly headingId: string;
  /** Buttons at the top right. */
  readonly tools: ComponentChildren;
  /** Too little speaks for the match: the head says so in place of the kind. */
  readonly isPossible: boolean;
  readonly onDragStart?: ((event: PointerEvent) => void) | undefined;
}

/** Kind, maker or place, the names in both scripts, and one sentence. */
export function CardHead({ headingId, tools, isPossible, onDragStart }: CardHeadProps) {
  const { card, formats } = useCardView();
  const look = KIND_LOOKS[card.kind];
  return (
    <header
      class="card-head"
      onPointerDown={(event) => {
        if (!isControl(event.target)) onDragStart?.(event);
      }}
    >
      <p class="kind">
        {isPossible ? (
          <>
            <span class="kind-word kind-doubtful">
              <Icon name="circle-question-mark" size="small" />
              {formats.t('possibly')}
            </span>
            <span class="rest">{`· ${formats.t('possiblyRest')}`}</span>
          </>
        ) : (
          <>
            <span class={`kind-word ${look.tone}`}>
              <Icon name={look.icon} size="small" />
              {formats.t(look.label)}
            </span>
            <KindRest />
          </>
        )}
      </p>
      <div class="tools">{tools}</div>
      <div class="card-name">
        <h2 id={headingId}>{nameOf(card.names, formats)}</h2>
        <OtherNames />
      </div>
      {card.summary === undefined ? null : <p class="card-line">{say(card.summary, formats)}</p>}
    </header>
  );
}

/** A press on a button or a link is a click, not the beginning of a drag. */
function isControl(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('button, a, [role="link"], [role="menu"]') !== null
  );
}

/** The name in the other script, with pinyin where the reader reads English. */
function OtherNames() {
  const { card, formats } = useCardView();
  const { en, zh, pinyin } = card.names;
  if (formats.locale === 'zh') {
    return zh === undefined || zh === en ? null : (
      <span class="other" lang="en">
        {en}
      </span>
    );
  }
  if (zh === undefined || zh === en) return null;
  return (
    <>
      <span class="other" lang="zh-Hans" title={pinyin}>
        {zh}
      </span>
      {pinyin === undefined ? null : (
        <span class="pinyin" lang="zh-Latn">
          {pinyin}
        </span>
      )}
    </>
  );
}

/** After the kind: who makes it, runs it, or where it is. */
function KindRest() {
  const { card, formats } = useCardView();
  if (isOwnId(card.id)) return <span class="rest">{`· ${formats.t('ownYours')}`}</span>;
  const maker =
    claimOn(card, 'maker') ?? (card.kind === 'company' ? null : claimOn(card, 'operator'));
  const value = maker?.values[0];
  if (maker !== null && value?.type === 'entity') {
    const names = card.related[value.id]?.names;
    if (names !== undefined) {
      return (
        <span class="rest">
          {'· '}
          <EntityLink id={value.id} name={nameOf(names, formats)} />
        </span>
      );
    }
  }
  const place = claimOn(card, 'headquarters') ?? claimOn(card, 'place') ?? claimOn(card, 'country');
  if (place === null) return null;
  // What stands in brackets is history or a second seat: the row below has it.
  const short = claimText(place, card.related, formats).replace(/\s*[(（].*$/, '');
  return <span class="rest">{`· ${short}`}</span>;
}
