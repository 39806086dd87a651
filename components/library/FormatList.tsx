import { useId } from 'preact/hooks';
import type { FormatChoice } from './exchange-view';

interface FormatListProps {
  readonly legend: string;
  readonly formats: readonly FormatChoice[];
  /** Id of the chosen format. */
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** The formats, each with what it cannot carry. */
export function FormatList({ legend, formats, chosen, onChoose }: FormatListProps) {
  const name = useId();
  return (
    <fieldset class="formats">
      <legend class="field-label">{legend}</legend>
      {formats.map((format) => (
        <label key={format.id} class="format">
          <input
            type="radio"
            name={name}
            value={format.id}
            checked={format.id === chosen}
            onChange={() => onChoose(format.id)}
          />
          <span class="format-words">
            <span class="format-name">{format.label}</span>
            <span class="field-hint">
              {/* Losses of all at once would be a wall of words. */}
              {format.id === chosen ? `${format.use} ${format.loss}` : format.use}
            </span>
          </span>
          <span class="format-extension">{format.extension}</span>
        </label>
      ))}
    </fieldset>
  );
}
