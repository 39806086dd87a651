import { ICONS, type IconName } from './icons';

interface IconProps {
  readonly name: IconName;
  /** 16 px beside words in buttons; 14 px in labels. */
  readonly size?: 'normal' | 'small';
}

/** A decorative line icon; the word beside it, or the control's label, carries the meaning. */
export function Icon({ name, size = 'normal' }: IconProps) {
  return (
    <svg
      class={size === 'small' ? 'icon icon-small' : 'icon'}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={ICONS[name]} />
    </svg>
  );
}
