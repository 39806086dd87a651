import { ENTITY_KINDS, type EntityId } from '@/core/knowledge/entity';
import { err, ok, type Result } from '@/core/result';
import { checkOwn, tidyOwn } from './own-check';
import type { OwnEntry, OwnFact, OwnIndex, OwnName } from './own-entry';

const ID = new RegExp(`^(?:${ENTITY_KINDS.join('|')})/[a-z0-9-]{1,120}$`);

/** An entry from whatever a file or a message says. The error says what is wrong with it, for people. */
export function decodeOwn(value: unknown): Result<OwnEntry, string> {
  const { id, name, names, facts, modified } = record(value);
  if (!isEntityId(id)) return err('its `id` is no entity');
  if (typeof name !== 'string' || !isTexts(names)) return err('its `name` or `names` are no text');
  if (!Array.isArray(facts)) return err('its `facts` are no list');
  if (typeof modified !== 'string' || Number.isNaN(Date.parse(modified)))
    return err('its `modified` is no date');
  const decoded = facts.map(decodeFact);
  if (decoded.includes(null)) return err('one of its `facts` is no fact');
  const entry = tidyOwn({
    id,
    name,
    names,
    facts: decoded.filter((fact) => fact !== null),
    modified,
  });
  const [fault] = checkOwn(entry, [], []);
  return fault === undefined ? ok(entry) : err(`its ${fault.at} is refused (${fault.code})`);
}

/** The index from whatever was stored; what is not understood is left out. */
export function decodeOwnIndex(value: unknown): OwnIndex {
  const { names, factCounts } = record(value);
  const counts = Object.entries(record(factCounts)).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number' && isEntityId(entry[0]),
  );
  return {
    names: Array.isArray(names) ? names.filter(isOwnName) : [],
    factCounts: Object.fromEntries(counts),
  };
}

function isOwnName(value: unknown): value is OwnName {
  const { text, id, name } = record(value);
  return typeof text === 'string' && text !== '' && typeof name === 'string' && isEntityId(id);
}

function decodeFact(value: unknown): OwnFact | null {
  const { label = '', value: text, asOf = '', source = '' } = record(value);
  if (typeof label !== 'string' || typeof text !== 'string') return null;
  if (typeof asOf !== 'string' || typeof source !== 'string') return null;
  return { label, value: text, asOf, source };
}

function isEntityId(value: unknown): value is EntityId {
  return typeof value === 'string' && ID.test(value);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
