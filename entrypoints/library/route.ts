import { ENTITY_KINDS, type EntityId } from '@/core/knowledge/entity';

/** Where in the library one is: the part of its address after `#`. */
export type Route =
  | { readonly at: 'highlights'; readonly page: string | null }
  | { readonly at: 'dossiers' }
  | { readonly at: 'entity'; readonly id: EntityId }
  | { readonly at: 'settings' };

/** Reads `#/entity/rocket/zhuque-3`, `#/page/<address>`, `#/dossiers`, `#/settings`; anything else is the list. */
export function readRoute(hash: string): Route {
  const [, name, ...rest] = hash.replace(/^#/, '').split('/');
  const value = rest.join('/');
  if (name === 'dossiers' || name === 'settings') return { at: name };
  if (name === 'entity' && isEntityId(value)) return { at: 'entity', id: value };
  if (name === 'page' && value !== '') return { at: 'highlights', page: decode(value) };
  return { at: 'highlights', page: null };
}

function isEntityId(value: string): value is EntityId {
  return (
    ENTITY_KINDS.some((kind) => value.startsWith(`${kind}/`)) && /^[a-z]+\/[a-z0-9-]+$/.test(value)
  );
}

/** Addresses typed by hand may hold a stray %: they are taken as they stand. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
