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
  return (
    <div class="toast" role="status">
      <span>{message}</span>
      {action === undefined ? null : (
        <Button label={action.label} icon="undo-2" onClick={action.onClick} />
      )}
      <Button label={closeLabel} icon="x" iconOnly size="small" onClick={onClose} />
    </div>
  );
}
