/*
 * `node tools/run.mjs bench/library/peer.ts [COUNT] [ours|minisearch]`: the library's index and MiniSearch on the same
 * annotations, each in a process of its own: memory, time to build, size when stored, and time of a search. Prints.
 */
import { spawnSync } from 'node:child_process';
import { serialize } from 'node:v8';
import MiniSearch from 'minisearch';
import { noteOf, quoteOf, tagsOf } from '@/core/annotation/annotation';
import { createLibraryIndex } from '@/core/search/library-index';
import { parseQuery } from '@/core/search/query';
import { wordsOf } from '@/core/search/words';
import { library } from './corpus';

const count = Number(process.argv[2] ?? 30_000);
const NOTHING = { about: [], colour: [], tag: [], site: [] };
const TYPED = [
  'first',
  'first stage',
  'turb',
  'turbine',
  'recovry',
  '朱雀',
  '朱雀三号',
  '火箭发射',
  'valuation',
];

interface Peer {
  add(): void;
  search(text: string): number;
  stored(): number;
}

function ours(): Peer {
  const index = createLibraryIndex((id) => [id], null);
  return {
    add() {
      const some = [];
      for (const one of library(count)) {
        some.push(one);
        if (some.length < 1000) continue;
        index.add(some.splice(0));
      }
      index.add(some);
    },
    search(text) {
      const query = parseQuery(text, '2026-04-01T12:00:00.000Z');
      return index.find({ query, chosen: NOTHING, isBin: false, page: null }).ordinals.length;
    },
    stored: () => serialize(index.toSnapshot()).length,
  };
}

function minisearch(): Peer {
  const index = new MiniSearch<{ id: string }>({
    fields: ['quote', 'note', 'title', 'tags'],
    tokenize: wordsOf,
    processTerm: (term) => term,
    searchOptions: {
      combineWith: 'AND',
      prefix: (term, at, terms) => at === terms.length - 1 && term.length > 1,
      fuzzy: (term) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false),
    },
  });
  return {
    add() {
      for (const { annotation, page } of library(count)) {
        const fields = {
          id: annotation.id,
          quote: quoteOf(annotation) ?? '',
          note: noteOf(annotation),
          title: page?.title ?? '',
          tags: tagsOf(annotation).join(' '),
        };
        index.add(fields);
      }
    },
    search: (text) => index.search(text).length,
    stored: () => JSON.stringify(index).length,
  };
}

function measure(name: string, peer: Peer): void {
  const before = process.memoryUsage();
  const start = process.cpuUsage();
  peer.add();
  const { user } = process.cpuUsage(start);
  globalThis.gc?.();
  const after = process.memoryUsage();
  const held = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6;
  const times = TYPED.flatMap((text) => {
    peer.search(text);
    return Array.from({ length: 5 }, () => {
      const from = process.cpuUsage();
      peer.search(text);
      return process.cpuUsage(from).user / 1000;
    });
  }).sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  process.stdout.write(
    `${name.padEnd(11)} ${count} annotations: built in ${(user / 1e6).toFixed(1)} s, holds ${held.toFixed(0)} MB, ` +
      `stored ${(peer.stored() / 1e6).toFixed(0)} MB, a search ${at(0.5)} ms (95th percentile ${at(0.95)} ms)\n`,
  );
}

const [, , , only] = process.argv;
if (only === 'ours') measure('ours', ours());
else if (only === 'minisearch') measure('minisearch', minisearch());
else
  for (const name of ['ours', 'minisearch'])
    spawnSync(
      process.execPath,
      [
        '--expose-gc',
        '--max-old-space-size=6000',
        '--import',
        'tsx',
        process.argv[1] ?? '',
        String(count),
        name,
      ],
      { stdio: 'inherit' },
    );
