import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

interface ToolbarProps {
  readonly label: string;
  readonly children: ComponentChildren;
}

/** Buttons in a row that is one stop for Tab; arrow keys walk inside (WAI-ARIA toolbar pattern). */
export function Toolbar({ label, children }: ToolbarProps) {
  const element = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const buttons = [
      ...(element.current?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? []),
    ];
    const ends = { Home: 0, End: buttons.length - 1 }[event.key];
    if (step === undefined && ends === undefined) return;
    const root = element.current?.getRootNode();
    const active =
      root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null;
    const at = active instanceof HTMLButtonElement ? buttons.indexOf(active) : 0;
    event.preventDefault();
    buttons[ends ?? (at + (step ?? 0) + buttons.length) % buttons.length]?.focus();
  };
  return (
    <div class="toolbar" role="toolbar" aria-label={label} ref={element} onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}
