import { useState } from 'preact/hooks';
import { ChangeDialog } from '@/components/library/ChangeDialog';
import type { FoundChange } from '@/core/annotation/change';
import type { Formats } from '@/core/knowledge/formats';
import { commandTab } from '@/platform/active-tab';
import type { OnPage } from './open-passage';
import type { Standings } from './standings';

/** Shows what became of a passage, as the tab that has its page open tells it. */
export function useChanges(
  standings: Standings,
  formats: Formats,
  openPage: (id: string, wanted: OnPage) => void,
) {
  const [shown, setShown] = useState<{ readonly id: string; readonly change: FoundChange } | null>(
    null,
  );
  const see = async (id: string) => {
    const standing = standings.get(id);
    const change =
      standing === undefined
        ? null
        : await commandTab(standing.tabId, { downrange: 'tell-change', id });
    // Our own reader's answer to our own question; a tab that was closed meanwhile gives none.
    if (change === null || change === undefined) openPage(id, 'show');
    else setShown({ id, change: change as FoundChange });
  };
  const leave = (wanted: OnPage) => {
    if (shown !== null) openPage(shown.id, wanted);
    setShown(null);
  };
  const dialog =
    shown === null ? null : (
      <ChangeDialog
        formats={formats}
        change={shown.change}
        onOpen={() => leave('show')}
        onPlaceAgain={() => leave('place-again')}
        onClose={() => setShown(null)}
      />
    );
  return { see, dialog };
}
