import { useState } from 'preact/hooks';
import type { HighlightColour } from '@/core/annotation/annotation';
import type { Translate } from '@/core/i18n/messages';
import { type EntityId, kindOf, type Names } from '@/core/knowledge/entity';
import { createFormats, nameOf } from '@/core/knowledge/formats';
import { Button } from '../ui/Button';
import { Chip } from '../ui/Chip';
import { KIND_LOOKS } from '../ui/kinds';

/** Where the text stands on its way to the store. */
export type SaveState =
  | { readonly kind: 'saved' | 'saving' | 'conflict' }
  | { readonly kind: 'failed'; readonly reason: string };

export interface NoteEditorProps {
  readonly locale: 'en' | 'zh';
  readonly colour: HighlightColour | null;
  readonly text: string;
  readonly tags: readonly string[];
  /** What the passage is about; shown, not edited. */
  readonly entities: readonly { readonly id: EntityId; readonly names: Names }[];
  readonly save: SaveState;
  readonly onText: (text: string) => void;
  readonly onTags: (tags: readonly string[]) => void;
  readonly onDelete: () => void;
  readonly onDone: () => void;
}

/** A note under its passage: text, tags, and where it is saved. It saves as the reader types. */
export function NoteEditor(props: NoteEditorProps) {
  const { locale, colour, text, tags, entities, save, onTags } = props;
  const formats = createFormats(locale, 'metric');
  const { t } = formats;
  return (
    <section
      class={colour === null ? 'note' : `note hl-${colour}`}
      lang={locale === 'zh' ? 'zh-Hans' : 'en'}
      aria-label={t('note')}
    >
      <textarea
        class="note-text"
        aria-label={t('note')}
        placeholder={t('notePlaceholder')}
        value={text}
        rows={4}
        onInput={(event) => props.onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) props.onDone();
        }}
      />
      <div class="note-chips">
        {tags.map((tag) => (
          <Chip
            key={tag}
            label={tag}
            icon="tag"
            removeLabel={t('removeTag', { tag })}
            onRemove={() => onTags(tags.filter((other) => other !== tag))}
          />
        ))}
        {entities.map(({ id, names }) => {
          const look = KIND_LOOKS[kindOf(id)];
          return <Chip key={id} label={nameOf(names, formats)} icon={look.icon} tone={look.tone} />;
        })}
        <TagInput t={t} onAdd={(tag) => onTags(tags.includes(tag) ? tags : [...tags, tag])} />
      </div>
      <footer class="note-foot">
        <span class={save.kind === 'failed' ? 'is-error' : undefined} role="status">
          {saveText(save, t)}
        </span>
        <Button label={t('delete')} icon="trash-2" iconOnly size="small" onClick={props.onDelete} />
        <Button label={t('done')} tone="primary" size="small" onClick={props.onDone} />
      </footer>
    </section>
  );
}

interface TagInputProps {
  readonly t: Translate;
  readonly onAdd: (tag: string) => void;
}

/** A word becomes a tag on Enter, on a comma, and when the field is left. */
function TagInput({ t, onAdd }: TagInputProps) {
  const [word, setWord] = useState('');
  const add = (): void => {
    const tag = word.trim().replace(/[,，]+$/, '');
    if (tag !== '') onAdd(tag);
    setWord('');
  };
  return (
    <input
      type="text"
      class="tag-input"
      aria-label={t('addTag')}
      placeholder={t('tagLabel')}
      value={word}
      onInput={(event) => setWord(event.currentTarget.value)}
      onBlur={add}
      onKeyDown={(event) => {
        // Enter also ends the choice of a Chinese word; that one is not ours.
        if (event.isComposing || !['Enter', ',', '，'].includes(event.key)) return;
        event.preventDefault();
        add();
      }}
    />
  );
}

function saveText(save: SaveState, t: Translate): string {
  switch (save.kind) {
    case 'saved':
      return t('noteSaved');
    case 'saving':
      return t('noteSaving');
    case 'conflict':
      return t('noteConflict');
    case 'failed':
      return t('noteFailed', { reason: save.reason });
  }
}
