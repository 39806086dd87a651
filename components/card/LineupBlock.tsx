import { nameOf } from '@/core/knowledge/formats';
import { rocketsOf } from '@/core/knowledge/related';
import { Lineup } from '../drawing/Lineup';
import { useCardView } from './card-view';
import { EntityLink } from './EntityLink';

/** A company's rockets beside each other, to one scale; nothing when no height is known. */
export function LineupBlock({ width }: { readonly width: number }) {
  const { card, formats } = useCardView();
  const rockets = rocketsOf(card).map(({ id, related, geometry }) => ({
    id,
    name: nameOf(related.names, formats),
    geometry,
  }));
  if (rockets.length === 0) return null;
  const { t } = formats;
  return (
    <section class="block">
      <h3>
        <span class="block-title">{t('drawingLineupTitle')}</span>
        <span>{t('drawingPerson')}</span>
      </h3>
      <Lineup
        rockets={rockets}
        width={width}
        height={150}
        axisWidth={52}
        formats={formats}
        label={({ id, name }) => <EntityLink id={id} name={name} />}
      />
    </section>
  );
}
