import type { Translate } from '@/core/i18n/messages';
import { citeCard } from '@/core/knowledge/format-citation';
import { Button } from '../ui/Button';
import { Menu, type MenuItem } from '../ui/Menu';
import { useCardView } from './card-view';
import type { EntityCardProps } from './EntityCard';

interface CardToolsProps {
  readonly props: EntityCardProps;
  readonly onWhy: () => void;
}

/**
 * Back and forward in the card's trail, pin, the menu, and a visible close button on touch, when pinned, and
 * in a low window, where a card may cover everything that could be clicked beside it.
 */
export function CardTools({ props, onWhy }: CardToolsProps) {
  const { card, formats, onCopy } = useCardView();
  const { t } = formats;
  const { mention, onBack, onForward, pinned = false, layout = 'popover' } = props;
  const items: MenuItem[] = [
    ...(mention === undefined
      ? []
      : [
          { label: t('whyTitle'), icon: 'circle-question-mark', onSelect: onWhy } as const,
          { label: t('notHere'), icon: 'x', onSelect: props.onNotHere } as const,
          { label: t('neverHere'), icon: 'eye-off', onSelect: props.onNeverHere } as const,
          ...neverItem(props, t),
        ]),
    ...ownItem(props, t),
    ...unitsItem(props, t),
    { label: t('copyAll'), icon: 'copy', onSelect: () => onCopy(citeCard(card, formats)) },
  ];
  return (
    <>
      {onBack === undefined && onForward === undefined ? null : (
        <>
          <Button
            label={t('back')}
            icon="arrow-left"
            iconOnly
            size="small"
            disabled={onBack === undefined}
            {...(onBack === undefined ? {} : { onClick: onBack })}
          />
          <Button
            label={t('forward')}
            icon="arrow-right"
            iconOnly
            size="small"
            disabled={onForward === undefined}
            {...(onForward === undefined ? {} : { onClick: onForward })}
          />
        </>
      )}
      {layout === 'sheet' ? null : (
        <Button
          label={pinned ? t('unpin') : t('pin')}
          icon={pinned ? 'pin-off' : 'pin'}
          iconOnly
          size="small"
          onClick={props.onPin}
        />
      )}
      <Menu label={t('more')} icon="ellipsis" items={items} />
      <span class={layout === 'sheet' || pinned ? 'close' : 'close is-for-low'}>
        <Button label={t('close')} icon="x" iconOnly size="small" onClick={props.onClose} />
      </span>
    </>
  );
}

/** The other unit system, where there is someone to remember it. */
function unitsItem({ units, onUnits }: EntityCardProps, t: Translate): readonly MenuItem[] {
  if (onUnits === undefined) return [];
  const other = units === 'us' ? 'metric' : 'us';
  const label = other === 'us' ? t('showUs') : t('showMetric');
  return [{ label, icon: 'ruler', onSelect: () => onUnits(other) }];
}

function neverItem({ onNever }: EntityCardProps, t: Translate): readonly MenuItem[] {
  return onNever === undefined
    ? []
    : [{ label: t('neverAnywhere'), icon: 'eye-off', onSelect: onNever }];
}

/** The way to the reader's own names and facts, where there is one. */
function ownItem({ card, onOwn }: EntityCardProps, t: Translate): readonly MenuItem[] {
  return onOwn === undefined
    ? []
    : [{ label: t('ownAdd'), icon: 'user-round', onSelect: () => onOwn(card.id) }];
}
