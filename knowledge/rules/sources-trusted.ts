import { type LoadedEntity, problemAt, type Rule } from '../compiler/knowledge';
import type { PublishedSource } from '../schema/entity';
import type { Untrusted } from '../schema/untrusted';

/** A copy of an encyclopaedia or an anonymous collection of news is a hint, never a source. */
export const sourcesTrusted: Rule = {
  name: 'sources-trusted',
  description:
    'No source is of `untrusted.yaml`: encyclopaedias that anyone may edit, texts of machines, forums; a host that reposts counts only where `publisher` names the original, "SpaceNews, via Host".',
  check: ({ entities, untrusted }) =>
    entities.flatMap((entity) =>
      Object.entries(entity.value.sources ?? {}).flatMap(([key, source]) =>
        problemsOf(entity, key, source, untrusted),
      ),
    ),
};

function problemsOf(
  entity: LoadedEntity,
  key: string,
  source: PublishedSource,
  untrusted: Untrusted,
) {
  const problem = (what: string) => [
    problemAt(entity, ['sources', key], 'sources-trusted', `"${key}" ${what}`),
  ];
  const remedy = 'cite a report by its own publisher, or remove what rests on it';
  const host = listed(untrusted.hosts, source.url);
  if (host !== null) return problem(`is on ${host.name}, ${host.reason}; ${remedy}`);
  const publisher = source.publisher.toLowerCase();
  for (const [word, reason] of Object.entries(untrusted.publishers ?? {}))
    if (publisher.includes(word.toLowerCase()))
      return problem(`is of "${word}", ${reason}; ${remedy}`);
  const copy = listed(untrusted.reposts, source.url);
  if (copy !== null && !namesOriginal(source.publisher))
    return problem(
      `is on ${copy.name}, ${copy.reason}; write whose report it is, publisher: "Its publisher, via ${source.publisher}", or cite another`,
    );
  return [];
}

/** The entry for the host of `url` or for a domain above it; null when there is none. */
function listed(
  entries: Readonly<Record<string, string>> | undefined,
  url: string,
): { readonly name: string; readonly reason: string } | null {
  // A host may end in a dot, the root of names.
  const labels = new URL(url).hostname.replace(/\.$/, '').split('.');
  for (let from = 0; from < labels.length - 1; from += 1) {
    const name = labels.slice(from).join('.');
    const reason =
      entries !== undefined && Object.hasOwn(entries, name) ? entries[name] : undefined;
    if (reason !== undefined) return { name, reason };
  }
  return null;
}

/** Somebody else stands before "via". */
function namesOriginal(publisher: string): boolean {
  return /\S,? via \S/.test(publisher);
}
