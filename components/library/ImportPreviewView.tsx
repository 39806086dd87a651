import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Translate } from '@/core/i18n/messages';
import { Segmented } from '../ui/Field';
import { Icon } from '../ui/Icon';
import type { IconName } from '../ui/icons';
import type {
  ConflictAnswer,
  ConflictAnswers,
  FormatChoice,
  ImportPreview,
  PreviewConflict,
  PreviewItem,
  PreviewProblem,
} from './exchange-view';

interface ImportPreviewViewProps {
  readonly t: Translate;
  readonly name: string;
  readonly format: string;
  readonly formats: readonly FormatChoice[];
  readonly preview: ImportPreview;
  readonly answers: ConflictAnswers;
  readonly onFormat: (id: string) => void;
  readonly onAnswers: (answers: ConflictAnswers) => void;
}

/** What an import would do, before it does anything. */
export function ImportPreviewView(props: ImportPreviewViewProps) {
  const { t, preview, answers, onAnswers } = props;
  const { added, updated, unchanged, conflicts, refused, own } = preview;
  const id = useId();
  const isNothing =
    added.count + updated.count + unchanged.count + conflicts.count + own.count === 0;
  return (
    <>
      <p class="import-file">{props.name}</p>
      <div class="field">
        <label class="field-label" for={id}>
          {t('impReadAs')}
        </label>
        <select
          id={id}
          class="field-box"
          value={props.format}
          onChange={(event) => props.onFormat(event.currentTarget.value)}
        >
          {props.formats.map((format) => (
            <option key={format.id} value={format.id}>
              {format.label}
            </option>
          ))}
        </select>
      </div>
      {isNothing ? (
        <p class="exchange-end" role="status">
          {t('impNothing')}
        </p>
      ) : null}
      <Group icon="plus" title={t('impAdded', { count: added.count })} count={added.count}>
        <Items items={added.first} />
        <More t={t} count={added.count - added.first.length} />
      </Group>
      <Group icon="user-round" title={t('impOwn', { count: own.count })} count={own.count}>
        <Items items={own.first} />
        <More t={t} count={own.count - own.first.length} />
      </Group>
      <Group
        icon="refresh-cw"
        title={t('impUpdated', { count: updated.count })}
        count={updated.count}
      >
        <Items items={updated.first} />
        <More t={t} count={updated.count - updated.first.length} />
      </Group>
      <Group
        icon="check"
        title={t('impUnchanged', { count: unchanged.count })}
        count={unchanged.count}
      >
        <Items items={unchanged.first} />
        <More t={t} count={unchanged.count - unchanged.first.length} />
      </Group>
      <Group
        icon="columns-2"
        title={t('impConflicts', { count: conflicts.count })}
        count={conflicts.count}
        isOpen
      >
        <Segmented
          label={t('impConflictAll')}
          value={answers.all}
          options={answerOptions(t)}
          onChange={(all) => onAnswers({ all, byId: {} })}
        />
        {conflicts.first.map((conflict) => (
          <Conflict
            key={conflict.id}
            t={t}
            conflict={conflict}
            answer={answers.byId[conflict.id] ?? answers.all}
            onAnswer={(answer) =>
              onAnswers({ ...answers, byId: { ...answers.byId, [conflict.id]: answer } })
            }
          />
        ))}
        <More t={t} count={conflicts.count - conflicts.first.length} />
      </Group>
      <Group
        icon="triangle-alert"
        title={t('impRefused', { count: refused.count })}
        count={refused.count}
        isOpen
      >
        <ul class="import-problems">
          {refused.first.map((problem, index) => (
            // Problems stand in the order of the file and are never reordered.
            <li key={String(index)}>
              <b>{placeOf(problem, t)}</b> {problem.message}
            </li>
          ))}
        </ul>
        <More t={t} count={refused.count - refused.first.length} />
      </Group>
    </>
  );
}

interface GroupProps {
  readonly icon: IconName;
  readonly title: string;
  readonly count: number;
  readonly isOpen?: boolean;
  readonly children: ComponentChildren;
}

function Group({ icon, title, count, isOpen = false, children }: GroupProps) {
  if (count === 0) return null;
  return (
    <details class="import-group" open={isOpen}>
      <summary>
        <Icon name={icon} />
        {title}
        <span class="import-fold">
          <Icon name="chevron-right" size="small" />
        </span>
      </summary>
      {children}
    </details>
  );
}

function Items({ items }: { readonly items: readonly PreviewItem[] }) {
  return (
    <ul class="import-items">
      {items.map((item) => (
        <li key={item.id}>
          <Item item={item} />
        </li>
      ))}
    </ul>
  );
}

function Item({ item }: { readonly item: PreviewItem }) {
  return (
    <>
      <span class="import-title">{item.title}</span>
      {item.detail === '' ? null : <span class="field-hint">{item.detail}</span>}
    </>
  );
}

interface ConflictProps {
  readonly t: Translate;
  readonly conflict: PreviewConflict;
  readonly answer: ConflictAnswer;
  readonly onAnswer: (answer: ConflictAnswer) => void;
}

function Conflict({ t, conflict, answer, onAnswer }: ConflictProps) {
  return (
    <div class="import-conflict">
      <div class="import-sides">
        <div>
          <h3>{t('impMine')}</h3>
          <Item item={conflict.mine} />
        </div>
        <div>
          <h3>{t('impTheirs')}</h3>
          <Item item={conflict.theirs} />
        </div>
      </div>
      <Segmented
        label={t('impConflictThis')}
        value={answer}
        options={answerOptions(t)}
        onChange={onAnswer}
      />
    </div>
  );
}

function answerOptions(
  t: Translate,
): readonly { readonly value: ConflictAnswer; readonly label: string }[] {
  return [
    { value: 'both', label: t('impKeepBoth') },
    { value: 'mine', label: t('impKeepMine') },
    { value: 'theirs', label: t('impTakeTheirs') },
  ];
}

function More({ t, count }: { readonly t: Translate; readonly count: number }) {
  return count <= 0 ? null : <p class="field-hint">{t('libMore', { count })}</p>;
}

function placeOf({ where }: PreviewProblem, t: Translate): string {
  return 'line' in where ? t('impLine', { line: where.line }) : where.path;
}
