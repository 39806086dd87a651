import { useEffect } from 'preact/hooks';
import { Dialog } from '@/components/ui/Dialog';
import { createTranslate } from '@/core/i18n/messages';

interface EntityNoteProps {
  /** Id of the note's annotation. */
  readonly id: string;
  /** What the note is about. */
  readonly name: string;
  readonly locale: 'en' | 'zh';
  readonly onClose: () => void;
}

/** The note on an entity, in the same frame of ours in which notes are written beside a page. */
export function EntityNote({ id, name, locale, onClose }: EntityNoteProps) {
  const t = createTranslate(locale);
  useEffect(() => {
    const stop = new AbortController();
    window.addEventListener(
      'message',
      (event) => {
        if (event.origin === location.origin && event.data === 'downrange:close-note') onClose();
      },
      { signal: stop.signal },
    );
    return () => stop.abort();
  }, [onClose]);
  return (
    <Dialog title={t('noteOn', { name })} closeLabel={t('close')} onClose={onClose}>
      <iframe
        class="library-note"
        title={t('noteOn', { name })}
        src={`note.html?lang=${locale}#${encodeURIComponent(id)}`}
      />
    </Dialog>
  );
}
