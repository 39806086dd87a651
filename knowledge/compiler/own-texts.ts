import type { Localised } from '@/core/knowledge/entity';
import { localised } from './card-claims';
import type { LoadedEntity } from './knowledge';

/** A text that we wrote, and where. Names and titles of sources are others' words and not among them. */
export interface OwnText {
  readonly role: 'summary' | 'event' | 'note' | 'claim';
  readonly text: Localised;
  readonly path: readonly (string | number)[];
}

/** Every text of ours in an entity's file, in file order. */
export function ownTexts(entity: LoadedEntity): OwnText[] {
  const { summary, claims = [], events = [] } = entity.value;
  return [
    ...(summary === undefined
      ? []
      : [{ role: 'summary' as const, text: summary, path: ['summary'] }]),
    ...claims.flatMap((claim, index): OwnText[] => {
      const values = Array.isArray(claim.value) ? claim.value : [claim.value];
      return [
        ...values.flatMap((value): OwnText[] =>
          typeof value === 'object' && 'en' in value
            ? [{ role: 'claim', text: value, path: ['claims', index, 'value'] }]
            : [],
        ),
        ...(claim.note === undefined
          ? []
          : [
              {
                role: 'note' as const,
                text: localised(claim.note),
                path: ['claims', index, 'note'],
              },
            ]),
      ];
    }),
    ...events.map(
      ({ text }, index): OwnText => ({ role: 'event', text, path: ['events', index, 'text'] }),
    ),
  ];
}
