import { useId, useState } from 'preact/hooks';
import type { Translate } from '@/core/i18n/messages';
import { Icon } from '../ui/Icon';

interface FileDropProps {
  readonly t: Translate;
  readonly onFile: (file: File) => void;
}

/** A file, chosen or dropped. */
export function FileDrop({ t, onFile }: FileDropProps) {
  const id = useId();
  const [isOver, setOver] = useState(false);
  return (
    <label
      class={isOver ? 'file-drop is-over' : 'file-drop'}
      for={id}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer?.files[0];
        if (file !== undefined) onFile(file);
      }}
    >
      <Icon name="upload" />
      <span>{t('impChoose')}</span>
      <span class="field-hint">{t('impHint')}</span>
      <input
        id={id}
        class="visually-hidden"
        type="file"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // The same file may be chosen again after it was mended.
          event.currentTarget.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </label>
  );
}
