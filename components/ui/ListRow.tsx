import type { ComponentChildren } from 'preact';
import { Icon } from './Icon';
import type { IconName } from './icons';

interface ListRowProps {
  readonly label: string;
  /** A few words after the label, quieter. */
  readonly detail?: string;
  /** A sentence below both. */
  readonly line?: string;
  readonly icon?: IconName;
  /** A class such as `kind-rocket`, for the glyph only. */
  readonly tone?: string;
  /** In place of an icon. */
  readonly before?: ComponentChildren;
  /** A number at the end. */
  readonly count?: number;
  /** Between detail and count: colour dots, marks. */
  readonly marks?: ComponentChildren;
  /** For lists with one chosen row. */
  readonly selected?: boolean;
  readonly onClick: () => void;
}

/** A row that leads somewhere: glyph, words, number. */
export function ListRow(props: ListRowProps) {
  const { label, detail, line, icon, tone, count, marks, selected, onClick } = props;
  return (
    <button
      type="button"
      class={[
        'list-row',
        selected === true ? 'is-selected' : '',
        line === undefined ? '' : 'has-line',
      ]
        .filter(Boolean)
        .join(' ')}
      aria-current={selected === true ? 'true' : undefined}
      onClick={onClick}
    >
      {icon === undefined ? null : (
        <span class={tone}>
          <Icon name={icon} />
        </span>
      )}
      {props.before}
      <span class="list-words">
        {label}
        {detail === undefined ? null : <span class="list-detail">{detail}</span>}
        {line === undefined ? null : <span class="list-line">{line}</span>}
      </span>
      {marks}
      {count === undefined ? null : <span class="list-count">{count}</span>}
    </button>
  );
}
