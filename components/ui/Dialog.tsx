import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Button } from './Button';

interface DialogProps {
  readonly title: string;
  /** Accessible name of the close button, in the interface language. */
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** Buttons at the bottom, the primary one last. */
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

/**
 * A modal dialog of a document of ours: the browser's own, which keeps the focus inside, closes with
 * Escape and gives the focus back. Not for pages: there a card is a dialog without being modal.
 */
export function Dialog({ title, closeLabel, onClose, actions, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const headingId = useId();
  useEffect(() => {
    const dialog = element.current;
    if (dialog !== null && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      class="dialog"
      ref={element}
      aria-labelledby={headingId}
      onCancel={(event) => {
        // The owner decides: it may have to ask first.
        event.preventDefault();
        onClose();
      }}
    >
      <header class="dialog-head">
        <h2 id={headingId}>{title}</h2>
        <Button label={closeLabel} icon="x" iconOnly onClick={onClose} />
      </header>
      <div class="dialog-body">{children}</div>
      {actions === undefined ? null : <footer class="dialog-actions">{actions}</footer>}
    </dialog>
  );
}
