import { useId, useState } from 'preact/hooks';
import { createTranslate, type Translate } from '@/core/i18n/messages';
import type { CatalogueEntry } from '@/core/knowledge/catalogue';
import { ENTITY_KINDS, type EntityKind } from '@/core/knowledge/entity';
import type { OwnFault } from '@/core/own/own-check';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Segmented, TextField } from '../ui/Field';
import { KIND_LOOKS } from '../ui/kinds';
import { EntityPicker } from './EntityPicker';
import { FactFields } from './FactFields';
import { EMPTY_FACT, faultText, type OwnDraft } from './own-view';

interface OwnEditorProps {
  readonly locale: 'en' | 'zh';
  readonly draft: OwnDraft;
  readonly catalogue: readonly CatalogueEntry[];
  /** What is wrong with the draft as it was last tried. */
  readonly faults: readonly OwnFault[];
  /** Why it could not be stored; null for no reason. */
  readonly problem: string | null;
  readonly onChange: (draft: OwnDraft) => void;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

/** Writes what the reader knows of one entity: which it is, its names, its facts. */
export function OwnEditor(props: OwnEditorProps) {
  const { locale, draft, faults, problem, onChange, onSave, onClose } = props;
  const t = createTranslate(locale);
  const part = { ...props, t };
  const whole = faults.find(({ at }) => at === 'entry');
  return (
    <Dialog
      title={draft.name === '' ? t('ownTitle') : draft.name}
      closeLabel={t('close')}
      onClose={onClose}
      actions={
        <>
          <Button label={t('cancel')} onClick={onClose} />
          <Button label={t('ownSave')} tone="primary" onClick={onSave} />
        </>
      }
    >
      <div class="own-editor">
        {whole === undefined && problem === null ? null : (
          <p class="field-hint is-error" role="alert">
            {problem ?? (whole === undefined ? '' : faultText(whole, t))}
          </p>
        )}
        <Which {...part} />
        <NameFields {...part} />
        <section class="own-group">
          <h3>{t('ownFacts')}</h3>
          <p class="field-hint">{t('ownFactsHint')}</p>
          {draft.facts.map((fact, index) => (
            <FactFields
              key={index}
              fact={fact}
              number={index + 1}
              faults={faults.filter((fault) => fault.at === 'facts' && fault.index === index)}
              t={t}
              onChange={(next) => onChange({ ...draft, facts: draft.facts.with(index, next) })}
              onRemove={() => onChange({ ...draft, facts: draft.facts.toSpliced(index, 1) })}
            />
          ))}
          <Button
            label={t('ownAddFact')}
            icon="plus"
            onClick={() => onChange({ ...draft, facts: [...draft.facts, EMPTY_FACT] })}
          />
        </section>
      </div>
    </Dialog>
  );
}

type PartProps = OwnEditorProps & { readonly t: Translate };

/** Which entity: one that Downrange knows, or a new one with a name and a kind. Fixed once it is stored. */
function Which({ locale, draft, catalogue, faults, onChange, t }: PartProps) {
  const kindId = useId();
  const [isKnown, setKnown] = useState(draft.newKind === null);
  const nameFault = faults.find(({ at }) => at === 'name');
  if (draft.id !== null && draft.newKind === null) {
    return draft.id.includes('/own-') ? <OwnName {...{ draft, nameFault, onChange, t }} /> : null;
  }
  return (
    <section class="own-group">
      <Segmented
        label={t('ownAbout')}
        value={isKnown ? 'known' : 'new'}
        options={[
          { value: 'known', label: t('ownKnown') },
          { value: 'new', label: t('ownUnknown') },
        ]}
        onChange={(value) => {
          setKnown(value === 'known');
          onChange({ ...draft, newKind: value === 'known' ? null : 'company' });
        }}
      />
      {isKnown ? (
        <EntityPicker
          catalogue={catalogue}
          locale={locale}
          t={t}
          error={nameFault === undefined ? null : t('ownFaultPick')}
          onPick={({ id, names }) =>
            onChange({
              ...draft,
              id,
              newKind: null,
              name: (locale === 'zh' && names.zh) || names.en,
            })
          }
        />
      ) : (
        <div class="own-pair">
          <OwnName {...{ draft, nameFault, onChange, t }} />
          <div class="field">
            <label class="field-label" for={kindId}>
              {t('ownKind')}
            </label>
            <select
              id={kindId}
              class="field-box"
              value={draft.newKind ?? 'company'}
              onChange={(event) =>
                onChange({ ...draft, newKind: event.currentTarget.value as EntityKind })
              }
            >
              {ENTITY_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(KIND_LOOKS[kind].label)}
                </option>
              ))}
            </select>
          </div>
        </div>
      )}
    </section>
  );
}

interface OwnNameProps {
  readonly draft: OwnDraft;
  readonly nameFault: OwnFault | undefined;
  readonly onChange: (draft: OwnDraft) => void;
  readonly t: Translate;
}

function OwnName({ draft, nameFault, onChange, t }: OwnNameProps) {
  return (
    <TextField
      label={t('ownName')}
      value={draft.name}
      hint={t('ownNamesHint')}
      error={nameFault === undefined ? null : faultText(nameFault, t)}
      onInput={(name) => onChange({ ...draft, name })}
    />
  );
}

/** The strings that always name it. */
function NameFields({ draft, faults, onChange, t }: PartProps) {
  return (
    <section class="own-group">
      <h3>{t('ownNames')}</h3>
      <p class="field-hint">{t('ownNamesHint')}</p>
      {draft.names.map((name, index) => {
        const fault = faults.find((one) => one.at === 'names' && one.index === index);
        return (
          <div class="own-line" key={index}>
            <TextField
              label={t('ownNameNumber', { number: index + 1 })}
              isLabelHidden
              value={name}
              error={fault === undefined ? null : faultText(fault, t)}
              onInput={(next) => onChange({ ...draft, names: draft.names.with(index, next) })}
            />
            <Button
              label={t('ownNameRemove', { number: index + 1 })}
              icon="trash-2"
              iconOnly
              size="small"
              onClick={() => onChange({ ...draft, names: draft.names.toSpliced(index, 1) })}
            />
          </div>
        );
      })}
      <Button
        label={t('ownAddName')}
        icon="plus"
        onClick={() => onChange({ ...draft, names: [...draft.names, ''] })}
      />
    </section>
  );
}
