import { problemAt, type Rule } from '../compiler/knowledge';
import { nearest } from '../schema/nearest';

/** What an entity says that it covers in the launch log is in the launch log. */
export const gcatNamesKnown: Rule = {
  name: 'gcat-names-known',
  description:
    '`gcat` names vehicle types, agencies and sites exactly as `sources/gcat-launches.tsv` prints them; leave it out for what never flew.',
  check: ({ entities, launches }) =>
    entities.flatMap((entity) =>
      (
        [
          ['vehicles', launches.vehicles, 'lv_type'],
          ['orgs', launches.agencies, 'agency'],
          ['sites', launches.sites, 'launch_site'],
        ] as const
      ).flatMap(([key, known, column]) =>
        (entity.value.gcat?.[key] ?? []).flatMap((name, index) => {
          if (known.has(name)) return [];
          const close = nearest(name, known);
          return problemAt(
            entity,
            ['gcat', key, index],
            'gcat-names-known',
            `the launch log has no ${column} "${name}"; ${
              close === null ? 'remove it if it never flew' : `did you mean "${close}"?`
            }`,
          );
        }),
      ),
    ),
};
