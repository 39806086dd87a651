import type { FoundChange } from '@/core/annotation/change';
import type { Formats } from '@/core/knowledge/formats';
import { ChangeText } from '../annotation/ChangeText';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';

interface ChangeDialogProps {
  readonly formats: Formats;
  readonly change: FoundChange;
  readonly onOpen: () => void;
  readonly onPlaceAgain: () => void;
  readonly onClose: () => void;
}

/** In the library: what became of a passage on the page that is open in another tab. */
export function ChangeDialog(props: ChangeDialogProps) {
  const { formats, change, onOpen, onPlaceAgain, onClose } = props;
  const { t } = formats;
  return (
    <Dialog
      title={t(change.state === 'lost' ? 'changeLost' : 'changeTitle')}
      closeLabel={t('close')}
      onClose={onClose}
      actions={
        <>
          <Button label={t('placeAgain')} icon="highlighter" onClick={onPlaceAgain} />
          <Button label={t('libOpenPage')} tone="primary" onClick={onOpen} />
        </>
      }
    >
      <div class="change">
        <ChangeText change={change} t={t} />
      </div>
    </Dialog>
  );
}
