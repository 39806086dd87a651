import { problemAt, type Rule } from '../compiler/knowledge';

/** The id is the path. */
export const idMatchesPath: Rule = {
  name: 'id-matches-path',
  description: 'The id is the path of the file below `entities/`, without `.yaml`.',
  check: ({ entities }) =>
    entities
      .filter((entity) => entity.value.id !== entity.id)
      .map((entity) =>
        problemAt(
          entity,
          ['id'],
          'id-matches-path',
          `id is ${entity.value.id}, but the file is ${entity.id}; ids never change: correct the id, or move the file if it is new`,
        ),
      ),
};
