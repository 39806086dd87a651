import { findSource, type LoadedEntity, problemAt, type Rule } from '../compiler/knowledge';
import { nearest } from '../schema/nearest';

/** Every claim and event names a source that exists. */
export const claimSourced: Rule = {
  name: 'claim-sourced',
  description:
    'Every claim and event names a source: a key of `sources` in the same file or in `sources/shared.yaml`. No source: no claim.',
  check: (knowledge) =>
    knowledge.entities.flatMap((entity) =>
      citations(entity).flatMap(({ path, what, source }) => {
        if (source === undefined || source.length === 0)
          return problemAt(
            entity,
            path,
            'claim-sourced',
            `${what} has no source; add source: with a key of sources, or remove it`,
          );
        return source.flatMap((key) => {
          if (findSource(knowledge, entity, key) !== undefined) return [];
          const known = [
            ...Object.keys(entity.value.sources ?? {}),
            ...Object.keys(knowledge.sharedSources),
          ];
          const close = nearest(key, known);
          return problemAt(
            entity,
            [...path, 'source'],
            'claim-sourced',
            `${what} cites "${key}", which is no source; ${
              close === null
                ? 'add it to sources at the end of the file'
                : `did you mean "${close}"? Else add it to sources at the end of the file`
            }`,
          );
        });
      }),
    ),
};

function citations(entity: LoadedEntity) {
  return [
    ...(entity.value.claims ?? []).map((claim, index) => ({
      path: ['claims', index],
      what: `the claim "${claim.property}"`,
      source: claim.source,
    })),
    ...(entity.value.events ?? []).map((event, index) => ({
      path: ['events', index],
      what: `the event of ${event.date}`,
      source: event.source,
    })),
  ];
}
