import { describe, expect, it } from 'vitest';
import { checkOwn, LONGEST_NAME, MOST_NAMES, tidyOwn } from '@/core/own/own-check';
import { decodeOwn } from '@/core/own/own-decode';
import type { OwnEntry } from '@/core/own/own-entry';
import { anOwnEntity, anOwnEntry } from '@/tests/support/own';

const FACT = { label: 'Founded', value: '2018', asOf: '2018-02', source: 'https://example.org/a' };

const KEPT: readonly { name: string; entry: OwnEntry }[] = [
  { name: 'a further name of a known company', entry: anOwnEntry() },
  { name: 'a fact alone', entry: anOwnEntry({ names: [], facts: [FACT] }) },
  { name: 'an entity of the reader’s own without facts', entry: anOwnEntity() },
  { name: 'a name of two Chinese characters', entry: anOwnEntry({ names: ['星河'] }) },
  { name: 'a name of digits and a letter', entry: anOwnEntry({ names: ['Y9'] }) },
  {
    name: 'a fact without label, date and source',
    entry: anOwnEntry({ facts: [{ ...FACT, label: '', asOf: '', source: '' }] }),
  },
  { name: 'a year as date', entry: anOwnEntry({ facts: [{ ...FACT, asOf: '2018' }] }) },
];

const REFUSED: readonly { name: string; entry: OwnEntry; fault: object }[] = [
  {
    name: 'nothing about a known entity',
    entry: anOwnEntry({ names: [] }),
    fault: { at: 'entry', code: 'nothing' },
  },
  {
    name: 'an entity without a name',
    entry: anOwnEntity({ name: '' }),
    fault: { at: 'name', code: 'empty' },
  },
  {
    name: 'a single letter',
    entry: anOwnEntry({ names: ['X'] }),
    fault: { at: 'names', index: 0, code: 'too-short' },
  },
  {
    name: 'a single Chinese character',
    entry: anOwnEntry({ names: ['星'] }),
    fault: { at: 'names', index: 0, code: 'too-short' },
  },
  {
    name: 'digits alone',
    entry: anOwnEntry({ names: ['2026'] }),
    fault: { at: 'names', index: 0, code: 'no-letter' },
  },
  {
    name: 'a name that is too long',
    entry: anOwnEntry({ names: ['x'.repeat(LONGEST_NAME + 1)] }),
    fault: { at: 'names', index: 0, code: 'too-long' },
  },
  {
    name: 'the same name twice',
    entry: anOwnEntry({ names: ['银河动力', '银河动力'] }),
    fault: { at: 'names', index: 1, code: 'twice' },
  },
  {
    name: 'a name that another entry has',
    entry: anOwnEntry({ names: ['Moonbase Ltd'] }),
    fault: { at: 'names', index: 0, code: 'taken', other: 'Moonbase Ltd' },
  },
  {
    name: 'a name that is never to be marked',
    entry: anOwnEntry({ names: ['electron'] }),
    fault: { at: 'names', index: 0, code: 'never' },
  },
  {
    name: 'a fact that says nothing',
    entry: anOwnEntry({ facts: [{ ...FACT, value: '' }] }),
    fault: { at: 'facts', index: 0, field: 'value', code: 'empty' },
  },
  {
    name: 'a day that does not exist',
    entry: anOwnEntry({ facts: [{ ...FACT, asOf: '2025-02-30' }] }),
    fault: { at: 'facts', index: 0, field: 'asOf', code: 'no-date' },
  },
  {
    name: 'more names than anybody types',
    entry: anOwnEntry({ names: Array.from({ length: MOST_NAMES + 1 }, (_, at) => `Name ${at}`) }),
    fault: { at: 'entry', code: 'too-many' },
  },
];

describe('an entry of the reader’s own', () => {
  const others = [anOwnEntity()];
  it.each(KEPT)('is kept: $name', ({ entry }) => {
    const without = others.filter(({ id }) => id !== entry.id);
    expect(checkOwn(tidyOwn(entry), without, ['Electron'])).toEqual([]);
    expect(decodeOwn(JSON.parse(JSON.stringify(entry)))).toEqual({ ok: true, value: entry });
  });
  it.each(REFUSED)('is refused: $name', ({ entry, fault }) => {
    expect(checkOwn(entry, others, ['Electron'])).toEqual([fault]);
  });
  it('loses stray space, empty names and empty facts', () => {
    const typed = anOwnEntry({
      name: ' Galactic  Energy ',
      names: ['', ' 银河动力\n'],
      facts: [{ label: '', value: ' ', asOf: '', source: '' }],
    });
    expect(tidyOwn(typed)).toEqual(anOwnEntry());
  });
});

const DAMAGED: readonly { name: string; value: unknown; error: RegExp }[] = [
  { name: 'no object', value: 7, error: /`id`/ },
  {
    name: 'an id with a path in it',
    value: { ...anOwnEntry(), id: 'company/../x' },
    error: /`id`/,
  },
  { name: 'an unknown kind', value: { ...anOwnEntry(), id: 'planet/mars' }, error: /`id`/ },
  { name: 'a name that is none', value: { ...anOwnEntry(), name: 3 }, error: /`name`/ },
  { name: 'names that are none', value: { ...anOwnEntry(), names: [3] }, error: /`names`/ },
  { name: 'facts that are no list', value: { ...anOwnEntry(), facts: {} }, error: /`facts`/ },
  { name: 'a fact that is none', value: { ...anOwnEntry(), facts: [null] }, error: /`facts`/ },
  {
    name: 'a date that is none',
    value: { ...anOwnEntry(), modified: 'soon' },
    error: /`modified`/,
  },
  { name: 'a name that is refused', value: { ...anOwnEntry(), names: ['x'] }, error: /too-short/ },
];

describe('an entry from a file', () => {
  it.each(DAMAGED)('is refused with a reason: $name', ({ value, error }) => {
    const decoded = decodeOwn(value);
    expect(decoded.ok ? 'read' : decoded.error).toMatch(error);
  });
});
