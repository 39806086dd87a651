import { createTranslate } from '@/core/i18n/messages';
import { Button } from '../ui/Button';

interface NoteConflictProps {
  readonly locale: 'en' | 'zh';
  /** The text that was saved elsewhere meanwhile. */
  readonly theirs: string;
  readonly onChoose: (choice: 'mine' | 'theirs' | 'both') => void;
}

/** A note that was changed in two places: both texts are in sight, and the writer decides. */
export function NoteConflict({ locale, theirs, onChoose }: NoteConflictProps) {
  const t = createTranslate(locale);
  return (
    <div class="note-conflict" role="alert">
      <blockquote>{theirs}</blockquote>
      <Button label={t('noteKeepMine')} size="small" onClick={() => onChoose('mine')} />
      <Button label={t('noteKeepTheirs')} size="small" onClick={() => onChoose('theirs')} />
      <Button label={t('noteJoin')} size="small" onClick={() => onChoose('both')} />
    </div>
  );
}
