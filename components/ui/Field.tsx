import { useId } from 'preact/hooks';
import { Icon } from './Icon';
import type { IconName } from './icons';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** One sentence under the field. */
  readonly hint?: string;
  /** What is wrong; said to screen readers and marked. */
  readonly error?: string | null;
  readonly placeholder?: string;
  readonly icon?: IconName;
  /** Only for screen readers, where the place makes it plain (a search field). */
  readonly isLabelHidden?: boolean;
  readonly type?: 'text' | 'search';
  /** A key that leads here, shown at the end. */
  readonly shortcut?: string;
}

/** A labelled line of text. */
export function TextField(props: TextFieldProps) {
  const id = useId();
  const { label, value, onInput, hint, error = null, icon, shortcut, type = 'text' } = props;
  const noteId = `${id}-note`;
  const note = error ?? hint;
  const input = {
    id,
    class: 'field-input',
    value,
    placeholder: props.placeholder,
    'aria-invalid': error !== null,
    'aria-describedby': note === undefined ? undefined : noteId,
    onInput: (event: { readonly currentTarget: HTMLInputElement }) =>
      onInput(event.currentTarget.value),
  };
  return (
    <div class="field">
      <label class={props.isLabelHidden === true ? 'visually-hidden' : 'field-label'} for={id}>
        {label}
      </label>
      <div class="field-box">
        {icon === undefined ? null : <Icon name={icon} />}
        {type === 'search' ? <input type="search" {...input} /> : <input type="text" {...input} />}
        {shortcut === undefined ? null : <span class="key">{shortcut}</span>}
      </div>
      {note === undefined ? null : (
        <p id={noteId} class={error === null ? 'field-hint' : 'field-hint is-error'}>
          {note}
        </p>
      )}
    </div>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: string;
  readonly isLabelHidden?: boolean;
}

/** On or off, at once. */
export function Switch({ label, checked, onChange, hint, isLabelHidden = false }: SwitchProps) {
  const id = useId();
  return (
    <div class="switch-row">
      <label class={isLabelHidden ? 'visually-hidden' : 'switch-label'} for={id}>
        {label}
        {hint === undefined ? null : <span class="field-hint">{hint}</span>}
      </label>
      <input
        id={id}
        class="switch"
        type="checkbox"
        role="switch"
        aria-checked={checked}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </div>
  );
}

interface SegmentedProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** One of a few, all in sight: radio buttons that look like one control. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, value, options, onChange } = props;
  const name = useId();
  return (
    <fieldset class="segmented">
      <legend class="field-label">{label}</legend>
      <div class="segments">
        {options.map((option) => (
          <label key={option.value} class="segment">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
