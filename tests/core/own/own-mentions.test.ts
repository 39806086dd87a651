import { describe, expect, it } from 'vitest';
import type { Detection, Mention } from '@/core/detection/mention';
import { ownIndexOf } from '@/core/own/own-entry';
import { createOwnMentions } from '@/core/own/own-mentions';
import { ownPattern } from '@/core/own/own-pattern';
import { anOwnEntity, anOwnEntry } from '@/tests/support/own';

const NONE: Detection = { mentions: [], declined: [], isComplete: true };
const { names } = ownIndexOf([
  anOwnEntry({ names: ['银河动力', 'GE', 'Galactic Energy (Beijing)'] }),
  anOwnEntity({ name: 'Moonbase Ltd', names: ['C++ Space'] }),
]);
const add = createOwnMentions(names);

const ROWS: readonly { name: string; text: string; found: readonly string[] }[] = [
  { name: 'Chinese between its neighbours', text: '由银河动力研制', found: ['银河动力'] },
  { name: 'a name at the start and the end', text: 'GE and GE', found: ['GE', 'GE'] },
  {
    name: 'brackets in a name',
    text: 'Galactic Energy (Beijing) flew',
    found: ['Galactic Energy (Beijing)'],
  },
  { name: 'marks that mean something in patterns', text: 'from C++ Space.', found: ['C++ Space'] },
  { name: 'any space between words', text: 'Moonbase\u00a0Ltd', found: ['Moonbase\u00a0Ltd'] },
  { name: 'next to Chinese', text: '公司GE宣布', found: [] },
  { name: 'inside a word', text: 'GENERAL, AGE, GE9', found: [] },
  { name: 'other capitals', text: 'ge, Ge, moonbase ltd', found: [] },
  { name: 'across blocks', text: 'Moonbase\nLtd', found: [] },
  { name: 'a part of the name', text: '银河 动力, Moonbase', found: [] },
  { name: 'no text', text: '', found: [] },
];

describe('names of the reader’s own', () => {
  it.each(ROWS)('in a text: $name', ({ text, found }) => {
    const { mentions } = add(text, NONE);
    expect(mentions.map((one) => text.slice(one.start, one.end))).toEqual(found);
    expect(mentions.every(({ certainty }) => certainty === 'sure')).toBe(true);
  });

  it('count more than what recognition found or declined at the same place, and leave the rest', () => {
    const text = 'Falcon 9 of Moonbase Ltd and Electron';
    const mention = (start: number, end: number): Mention => ({
      start,
      end,
      text: text.slice(start, end),
      id: 'rocket/falcon-9',
      kind: 'rocket',
      name: 'Falcon 9',
      certainty: 'sure',
      alternatives: [],
      evidence: [],
    });
    const declined = (start: number, end: number) => ({
      start,
      end,
      text: text.slice(start, end),
      entities: [],
      reason: '',
      evidence: [],
    });
    const found = add(text, {
      isComplete: true,
      mentions: [mention(0, 8), mention(12, 20)],
      declined: [declined(17, 24), declined(29, 37)],
    });
    expect(found.mentions.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Falcon 9',
      'Moonbase Ltd',
    ]);
    expect(found.declined.map(({ text: name }) => name)).toEqual(['Electron']);
  });

  it('give back the very same detection where there are none', () => {
    expect(createOwnMentions([])('SpaceX', NONE)).toBe(NONE);
    expect(add('nothing here', NONE)).toBe(NONE);
  });

  it('are seen by the scout in text whose blocks touch', () => {
    const pattern = ownPattern(['Moonbase Ltd', 'GE'], true);
    const sees = (text: string) => pattern !== null && text.search(pattern) >= 0;
    expect(sees('headlineMoonbase\n   Ltdby line')).toBe(true);
    expect(sees('moonbase')).toBe(false);
    expect(ownPattern([], true)).toBeNull();
  });

  it('give the longer name where two begin', () => {
    const both = createOwnMentions(
      ownIndexOf([anOwnEntity({ name: 'Moon', names: ['Moon Base'] })]).names,
    );
    expect(both('Moon Base', NONE).mentions.map(({ text }) => text)).toEqual(['Moon Base']);
  });
});

describe('the index for content scripts', () => {
  it('has names and numbers of facts, and no fact', () => {
    const fact = { label: 'Founded', value: 'a secret', asOf: '', source: '' };
    const index = ownIndexOf([anOwnEntry({ facts: [fact] }), anOwnEntity()]);
    expect(index).toEqual({
      names: [
        { text: '银河动力', id: 'company/galactic-energy', name: 'Galactic Energy' },
        { text: 'Moonbase Ltd', id: 'company/own-00000000002a', name: 'Moonbase Ltd' },
      ],
      factCounts: { 'company/galactic-energy': 1 },
    });
    expect(JSON.stringify(index)).not.toContain('secret');
  });
});
