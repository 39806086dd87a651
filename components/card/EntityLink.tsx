import type { EntityId } from '@/core/knowledge/entity';
import { InlineButton } from '../ui/InlineButton';
import { useCardView } from './card-view';

interface EntityLinkProps {
  readonly id: EntityId;
  readonly name: string;
}

/** A name that opens its own card in place of this one. */
export function EntityLink({ id, name }: EntityLinkProps) {
  const { onOpen } = useCardView();
  return (
    <InlineButton class="entity-link" role="link" onActivate={() => onOpen(id)}>
      {name}
    </InlineButton>
  );
}
