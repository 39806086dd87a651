import type { EntityId } from '@/core/knowledge/entity';
import type { Formats } from '@/core/knowledge/formats';
import type { OwnFact } from '@/core/own/own-entry';
import { OwnFacts } from '../own/OwnFacts';

/** What the reader has written down about one name of the story. */
export interface BriefOwnEntry {
  readonly id: EntityId;
  readonly name: string;
  readonly facts: readonly OwnFact[];
}

interface BriefOwnProps {
  readonly entries: readonly BriefOwnEntry[];
  readonly region?: string;
  readonly formats: Formats;
  readonly onEdit: (id: EntityId) => void;
}

/** The reader's own facts about the names of a story. */
export function BriefOwn({ entries, region, formats, onEdit }: BriefOwnProps) {
  if (entries.length === 0) return null;
  return (
    <section class="brief-block">
      <h2>
        <span>{formats.t('ownFacts')}</span>
      </h2>
      <div class="brief-own">
        {entries.map(({ id, name, facts }) => (
          <OwnFacts
            key={id}
            locale={formats.locale}
            {...(region === undefined ? {} : { region })}
            facts={facts}
            name={name}
            onEdit={() => onEdit(id)}
          />
        ))}
      </div>
    </section>
  );
}
