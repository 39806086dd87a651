import { Icon } from './Icon';
import type { IconName } from './icons';

interface ChipProps {
  readonly label: string;
  readonly icon?: IconName;
  /** A class such as `kind-rocket`, for the glyph only. */
  readonly tone?: string;
  /** Makes the chip a button that is on or off. */
  readonly pressed?: boolean;
  readonly onClick?: () => void;
  /** Adds a button that takes the chip away, with this accessible name. */
  readonly removeLabel?: string;
  readonly onRemove?: () => void;
}

/** A tag, an entity or a filter in a few words. */
export function Chip(props: ChipProps) {
  const { label, icon, tone, pressed, onClick, removeLabel, onRemove } = props;
  const inner = (
    <>
      {icon === undefined ? null : (
        <span class={tone}>
          <Icon name={icon} size="small" />
        </span>
      )}
      {label}
    </>
  );
  return (
    <span class={pressed === true ? 'chip is-pressed' : 'chip'}>
      {onClick === undefined ? (
        <span class="chip-label">{inner}</span>
      ) : (
        <button type="button" class="chip-button" aria-pressed={pressed} onClick={onClick}>
          {inner}
        </button>
      )}
      {onRemove === undefined || removeLabel === undefined ? null : (
        <button
          type="button"
          class="chip-button chip-remove"
          aria-label={removeLabel}
          title={removeLabel}
          onClick={onRemove}
        >
          <Icon name="x" size="small" />
        </button>
      )}
    </span>
  );
}
