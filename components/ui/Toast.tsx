import { useEffect, useState } from 'preact/hooks';
import { Button } from './Button';

interface ToastProps {
  readonly message: string;
  /** Undo, most often. */
  readonly action?: { readonly label: string; readonly onClick: () => void };
  readonly closeLabel: string;
  readonly onClose: () => void;
}

/** What just happened, with a way to take it back. Announced politely; its owner decides how long it stays. */
export function Toast({ message, action, closeLabel, onClose }: ToastProps) {
  // Screen readers announce what is put into a live region, not a region that arrives with its words in it.
  const [said, setSaid] = useState('');
  useEffect(() => setSaid(message), [message]);
  return (
    <div class="toast">
      <span role="status">{said}</span>
      {action === undefined ? null : (
        <Button label={action.label} icon="undo-2" onClick={action.onClick} />
      )}
      <Button label={closeLabel} icon="x" iconOnly size="small" onClick={onClose} />
    </div>
  );
}
