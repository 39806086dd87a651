import type { Translate } from '@/core/i18n/messages';
import type { OwnFault } from '@/core/own/own-check';
import type { OwnFact } from '@/core/own/own-entry';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { faultText } from './own-view';

interface FactFieldsProps {
  readonly fact: OwnFact;
  /** Its place in the list, from 1. */
  readonly number: number;
  /** Faults of this fact. */
  readonly faults: readonly OwnFault[];
  readonly t: Translate;
  readonly onChange: (fact: OwnFact) => void;
  readonly onRemove: () => void;
}

/** One fact: what, value, date and source. */
export function FactFields({ fact, number, faults, t, onChange, onRemove }: FactFieldsProps) {
  const field = (key: keyof OwnFact, label: string, placeholder: string) => {
    const fault = faults.find((one) => one.at === 'facts' && one.field === key);
    return (
      <TextField
        label={label}
        value={fact[key]}
        placeholder={placeholder}
        error={fault === undefined ? null : faultText(fault, t)}
        onInput={(value) => onChange({ ...fact, [key]: value })}
      />
    );
  };
  return (
    <fieldset class="own-fact">
      <legend class="visually-hidden">{t('ownFactNumber', { number })}</legend>
      {field('label', t('ownFactLabel'), t('ownFactLabelExample'))}
      {field('value', t('ownFactValue'), '')}
      {field('asOf', t('ownFactAsOf'), '2026-11')}
      {field('source', t('ownFactSource'), t('ownFactSourceExample'))}
      <Button
        label={t('ownFactRemove', { number })}
        icon="trash-2"
        iconOnly
        size="small"
        onClick={onRemove}
      />
    </fieldset>
  );
}
