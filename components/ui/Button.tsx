import type { ComponentChildren } from 'preact';
import { Icon } from './Icon';
import type { IconName } from './icons';

interface ButtonProps {
  /** The words on the button. With `iconOnly` they become its accessible name and tooltip. */
  readonly label: string;
  readonly icon?: IconName;
  /** An icon after the words, for "goes somewhere". */
  readonly trailingIcon?: IconName;
  readonly iconOnly?: boolean;
  readonly size?: 'normal' | 'small';
  /** `plain` by default; one `primary` a surface; `danger` for deletion. */
  readonly tone?: 'plain' | 'outline' | 'primary' | 'danger';
  /** For toggles: announced as pressed or not. */
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly disabled?: boolean;
  /** Set the button apart, at the end of its row. */
  readonly atEnd?: boolean;
  readonly type?: 'button' | 'submit';
  readonly onClick?: (event: MouseEvent) => void;
  readonly children?: ComponentChildren;
}

/** A button with a word, an icon, or both; never an icon without a name. */
export function Button(props: ButtonProps) {
  const { label, icon, trailingIcon, iconOnly = false, size = 'normal', tone = 'plain' } = props;
  const classes = [
    'button',
    `button-${tone}`,
    size === 'small' ? 'button-small' : '',
    iconOnly ? 'button-icon' : '',
    props.pressed === true ? 'is-pressed' : '',
    props.atEnd === true ? 'at-end' : '',
  ];
  return (
    <button
      type={props.type ?? 'button'}
      class={classes.filter(Boolean).join(' ')}
      disabled={props.disabled}
      aria-label={iconOnly ? label : undefined}
      title={iconOnly ? label : undefined}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      onClick={props.onClick}
    >
      {icon === undefined ? null : <Icon name={icon} size={size} />}
      {iconOnly ? null : <span>{label}</span>}
      {props.children}
      {trailingIcon === undefined ? null : <Icon name={trailingIcon} size="small" />}
    </button>
  );
}
