import { useState } from 'preact/hooks';
import type { HighlightColour } from '@/core/annotation/annotation';
import type { Formats } from '@/core/knowledge/formats';
import { ColourRow } from '../annotation/ColourRow';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Segmented, TextField } from '../ui/Field';
import { countText } from './count-text';

export interface BulkBarProps {
  readonly formats: Formats;
  /** How many are selected, and how many the list holds. */
  readonly selected: number;
  readonly count: number;
  readonly isBin: boolean;
  /** Tags that the list holds, most frequent first: what can be taken away. */
  readonly tags: readonly string[];
  readonly colourLabels: Readonly<Record<string, string>>;
  readonly onSelectAll: () => void;
  readonly onSelectNone: () => void;
  readonly onTags: (how: 'tag' | 'untag', tags: readonly string[]) => void;
  readonly onColour: (colour: HighlightColour) => void;
  readonly onDelete: () => void;
  readonly onRestore: () => void;
  readonly onExport: () => void;
}

/** What can be done with all that is selected. */
export function BulkBar(props: BulkBarProps) {
  const { formats, selected, count, isBin } = props;
  const { t } = formats;
  const [open, setOpen] = useState<'tags' | 'colour' | null>(null);
  return (
    <>
      <div class="bulk-count">
        <b>{t('libSelected', { count: countText(selected, formats) })}</b>
        {selected < count ? (
          <Button
            label={t('libSelectAll', { count: countText(count, formats) })}
            size="small"
            onClick={props.onSelectAll}
          />
        ) : null}
        <Button label={t('libSelectNone')} size="small" onClick={props.onSelectNone} />
      </div>
      <div class="bulk-ways">
        {isBin ? (
          <Button label={t('libRestore')} icon="undo-2" onClick={props.onRestore} />
        ) : (
          <>
            <Button label={t('libTagSome')} icon="tag" onClick={() => setOpen('tags')} />
            <Button
              label={t('libColourSome')}
              icon="highlighter"
              onClick={() => setOpen('colour')}
            />
            <Button label={t('libExport')} icon="download" onClick={props.onExport} />
            <Button label={t('libDelete')} icon="trash-2" tone="danger" onClick={props.onDelete} />
          </>
        )}
      </div>
      {open === 'tags' ? <TagsDialog {...props} onClose={() => setOpen(null)} /> : null}
      {open === 'colour' ? (
        <Dialog
          title={t('bulkColoursTitle', { count: countText(selected, formats) })}
          closeLabel={t('close')}
          onClose={() => setOpen(null)}
        >
          <div class="bulk-colours">
            <ColourRow
              chosen={null}
              labels={props.colourLabels}
              t={t}
              onChoose={(colour) => {
                setOpen(null);
                props.onColour(colour);
              }}
            />
          </div>
        </Dialog>
      ) : null}
    </>
  );
}

/** Tags on offer: the rest is typed. */
const OFFERED = 12;

function TagsDialog(props: BulkBarProps & { readonly onClose: () => void }) {
  const { formats, tags, onClose } = props;
  const { t } = formats;
  const [how, setHow] = useState<'tag' | 'untag'>('tag');
  const [text, setText] = useState('');
  const typed = text.split(/[,，、]/).flatMap((tag) => (tag.trim() === '' ? [] : [tag.trim()]));
  const toggle = (tag: string) => {
    const next = typed.includes(tag) ? typed.filter((one) => one !== tag) : [...typed, tag];
    setText(next.join(', '));
  };
  return (
    <Dialog
      title={t('bulkTagsTitle', { count: countText(props.selected, formats) })}
      closeLabel={t('close')}
      onClose={onClose}
      actions={
        <>
          <Button label={t('cancel')} tone="outline" onClick={onClose} />
          <Button
            label={t('bulkApply')}
            tone="primary"
            disabled={typed.length === 0}
            onClick={() => {
              onClose();
              props.onTags(how, typed);
            }}
          />
        </>
      }
    >
      <div class="exchange">
        <Segmented
          label={t('bulkTagsWhat')}
          value={how}
          options={[
            { value: 'tag', label: t('bulkTagsAdd') },
            { value: 'untag', label: t('bulkTagsRemove') },
          ]}
          onChange={setHow}
        />
        <TextField label={t('bulkTagsField')} value={text} onInput={setText} />
        {tags.length === 0 ? null : (
          <fieldset class="bulk-tags">
            <legend class="field-label">{t('bulkTagsThere')}</legend>
            {tags.slice(0, OFFERED).map((tag) => (
              <Button
                key={tag}
                label={tag}
                icon="tag"
                size="small"
                tone="outline"
                pressed={typed.includes(tag)}
                onClick={() => toggle(tag)}
              />
            ))}
          </fieldset>
        )}
      </div>
    </Dialog>
  );
}
