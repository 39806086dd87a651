import { createRequire } from 'node:module';
import ModernAhoCorasick from 'modern-ahocorasick';

// Packages without types: what is used of them is said here.
const require = createRequire(import.meta.url);
const AhoCorasick: new (names: string[]) => { search(text: string): unknown[] } =
  require('ahocorasick');
const FlashText: new () => {
  addKeywordsFromArray(names: string[]): void;
  extractKeywords(text: string): unknown[];
} = require('flashtext.js');

/** Something that finds names in a text: how many, so that no engine can skip the work. */
export type Engine = (text: string) => number;

/** A way to find names, made from the list of names. */
export interface Peer {
  readonly name: string;
  build(names: readonly string[]): Engine;
}

/** What people would take instead. All of them find the exact form only. */
export const PEERS: readonly Peer[] = [
  {
    name: 'one RegExp, g',
    build(names) {
      const pattern = alternation(names, 'g');
      return (text) => text.match(pattern)?.length ?? 0;
    },
  },
  {
    name: 'one RegExp, gi',
    build(names) {
      const pattern = alternation(names, 'gi');
      return (text) => text.match(pattern)?.length ?? 0;
    },
  },
  {
    name: 'ahocorasick 1.0.2',
    build(names) {
      const automaton = new AhoCorasick([...names]);
      return (text) => automaton.search(text).length;
    },
  },
  {
    name: 'modern-ahocorasick 3.3.0',
    build(names) {
      const automaton = new ModernAhoCorasick([...names]);
      return (text) => automaton.search(text).length;
    },
  },
  {
    name: 'flashtext.js 1.0.5',
    build(names) {
      const processor = new FlashText();
      processor.addKeywordsFromArray([...names]);
      return (text) => processor.extractKeywords(text).length;
    },
  },
];

function alternation(names: readonly string[], flags: string): RegExp {
  const longestFirst = names.toSorted((a, b) => b.length - a.length);
  return new RegExp(
    longestFirst.map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|'),
    flags,
  );
}
