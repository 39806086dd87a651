import type { ComponentChildren } from 'preact';

interface InlineButtonProps {
  readonly class: string;
  /** `link` opens something; `button` does something here. */
  readonly role: 'link' | 'button';
  readonly label?: string;
  readonly expanded?: boolean | undefined;
  readonly lang?: string;
  readonly onActivate: () => void;
  readonly children: ComponentChildren;
}

/**
 * A control that flows with the text around it. A `button` element is always an inline block, which
 * breaks lines before commas and footnotes and cannot itself wrap.
 */
export function InlineButton(props: InlineButtonProps) {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && !(event.key === ' ' && props.role === 'button')) return;
    event.preventDefault();
    props.onActivate();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the role is always given
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: link and button both take a label
    <span
      class={props.class}
      role={props.role}
      tabIndex={0}
      aria-label={props.label}
      aria-expanded={props.role === 'button' ? props.expanded : undefined}
      title={props.label}
      lang={props.lang}
      onClick={props.onActivate}
      onKeyDown={onKeyDown}
    >
      {props.children}
    </span>
  );
}
