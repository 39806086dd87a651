import type { OwnEntry } from '@/core/own/own-entry';

/** An entry of the reader's about an entity of the knowledge base, changed by `extra`. */
export function anOwnEntry(extra: Partial<OwnEntry> = {}): OwnEntry {
  return {
    id: 'company/galactic-energy',
    name: 'Galactic Energy',
    names: ['银河动力'],
    facts: [],
    modified: '2026-01-02T00:00:00.000Z',
    ...extra,
  };
}

/** An entity of the reader's own, changed by `extra`. */
export function anOwnEntity(extra: Partial<OwnEntry> = {}): OwnEntry {
  return anOwnEntry({ id: 'company/own-00000000002a', name: 'Moonbase Ltd', names: [], ...extra });
}
