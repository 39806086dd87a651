import { Button } from '../ui/Button';
import { useCardView } from './card-view';
import type { EntityCardProps } from './EntityCard';

/** Compare (where drawing side by side makes sense), the reader's notes, and the way to the dossier. */
export function CardFoot({ props }: { readonly props: EntityCardProps }) {
  const { card, formats } = useCardView();
  const { t } = formats;
  const count = props.noteCount ?? 0;
  const { onCompare } = props;
  const isComparable = card.kind === 'rocket' || card.kind === 'company';
  return (
    <footer class="card-foot">
      {isComparable && onCompare !== undefined ? (
        <Button label={t('compare')} icon="columns-2" onClick={() => onCompare(card.id)} />
      ) : null}
      <Button
        label={count === 0 ? t('addNote') : t('myNotes', { count })}
        icon={count === 0 ? 'pencil-line' : 'highlighter'}
        onClick={() => props.onNote(card.id)}
      />
      <Button
        label={t('dossier')}
        trailingIcon="arrow-right"
        atEnd
        onClick={() => props.onDossier(card.id)}
      />
    </footer>
  );
}

/** Below a possible match: the reader decides. */
export function PossiblyFoot({ props }: { readonly props: EntityCardProps }) {
  const { t } = useCardView().formats;
  return (
    <footer class="card-foot">
      {props.onConfirm === undefined ? null : (
        <Button label={t('yes')} icon="check" onClick={props.onConfirm} />
      )}
      <Button label={t('notHere')} icon="x" onClick={props.onNotHere} />
      <Button label={t('neverHere')} atEnd onClick={props.onNeverHere} />
    </footer>
  );
}
