import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { NamedEntity } from '@/core/detection/gazetteer';
import { openNames, splitGazetteer } from '@/core/detection/gazetteer-names';
import { createMatcher } from '@/core/detection/matcher';
import type { Matcher } from '@/core/detection/name-search';
import { compileGazetteer } from '@/knowledge/compiler/gazetteer';
import { loadKnowledge, readDataFiles } from '@/knowledge/compiler/load';
import { readDecoys } from '@/knowledge/compiler/name-forms';
import { namedEntities as knowledgeEntities } from '@/knowledge/compiler/named-entities';
import { inventEntities } from './dictionary';
import { type Engine, PEERS } from './peers';
import { chineseText, englishText, typographicText } from './texts';
import { plant, VARIANTS } from './variants';

/*
 * The scan against its peers: each text in a process of its own, every engine in turn on the same slices beside
 * the yardstick, a plain `charCodeAt` loop. Prints ratios: milliseconds are this machine's, ratios travel.
 *   npx tsx bench/matching/run.ts [--quick]
 */

const KNOWLEDGE = fileURLToPath(new URL('../../knowledge', import.meta.url));
const NAMES = 5000;
const SEED = 20260901;
const LENGTH = process.argv.includes('--quick') ? 200_000 : 1_000_000;
const ROUNDS = process.argv.includes('--quick') ? 7 : 15;
/** Texts are given in pieces of a page's size: one package slows down with the square of a longer text's length. */
const PAGE = 20_000;
/** An engine that has had so much time has had enough rounds. */
const ENOUGH_MS = 4000;
/** Longer than engines take to compile what runs often. */
const WARM_MS = 300;
/** What the first search of a process is given: a page of 1,500 words and some. */
const COLD_PAGE = englishText(18_000, SEED + 1);

const TEXTS: Readonly<Record<string, (length: number, seed: number) => string>> = {
  'English, one byte': englishText,
  'English, two bytes': typographicText,
  Chinese: chineseText,
};

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The yardstick. The sum keeps the engine from leaving the loop out. */
function charCodeLoop(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) | 0;
  return sum;
}

function milliseconds(work: () => unknown): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** The knowledge base's entities, and invented ones until there are `NAMES` names. */
function namedEntities(): readonly NamedEntity[] {
  const real = knowledgeEntities(loadKnowledge(readDataFiles(KNOWLEDGE)).knowledge);
  const count = real.reduce((sum, { aliases }) => sum + 1 + aliases.length, 0);
  return [...real, ...(count < NAMES ? inventEntities(NAMES - count, SEED) : [])];
}

/** The text in pages, without the names that its words happen to make. */
function withoutMentions(text: string, matcher: Matcher): string[] {
  const pages: string[] = [];
  for (let at = 0; at < text.length; at += PAGE) {
    let page = text.slice(at, at + PAGE);
    for (let found = matcher.scan(page); found.length > 0; found = matcher.scan(page))
      for (const { start, end } of found.toReversed())
        page = page.slice(0, start) + page.slice(end);
    pages.push(copy(page));
  }
  return pages;
}

/** Runs the engine until it is compiled: as long as `WARM_MS`, or once through all pages. */
function warmUp(run: Engine, pages: readonly string[]): void {
  for (let spent = 0; spent < WARM_MS; )
    spent += milliseconds(() => {
      for (const page of pages) run(page);
    });
}

/** The text in a string of its own, as a page has it. */
function copy(text: string): string {
  return text.split('').join('');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The table for one text, printed by the process that was made for it. */
function measure(title: string): void {
  const make = TEXTS[title] ?? englishText;
  const entities = namedEntities();
  const bytes = splitGazetteer(compileGazetteer(entities, readDecoys())).names;
  const encoded = Buffer.from(bytes).toString('base64');
  const ready = milliseconds(() => {
    createMatcher(openNames(new Uint8Array(Buffer.from(encoded, 'base64')))).first('Nothing here.');
  });
  const cold = milliseconds(() => createMatcher(openNames(bytes)).first(COLD_PAGE));
  const matcher = createMatcher(openNames(bytes));
  const pages = withoutMentions(make(LENGTH, SEED), matcher);
  const length = sum(pages.map((page) => page.length));
  const names = entities.flatMap(({ name, aliases }) => [
    name,
    ...aliases.map((alias) => alias.text),
  ]);
  const engines: { name: string; build: number; run: Engine }[] = [
    { name: 'downrange', build: ready, run: (slice) => matcher.scan(slice).length },
  ];
  for (const peer of PEERS) {
    let run: Engine = () => 0;
    const build = milliseconds(() => {
      run = peer.build(names);
      run('Nothing here.');
    });
    engines.push({ name: peer.name, build, run });
  }
  // The least time of each page, so that what else runs on the machine does not count.
  const yard = pages.map(() => Number.POSITIVE_INFINITY);
  const times = engines.map(() => pages.map(() => Number.POSITIVE_INFINITY));
  const spent = engines.map(() => 0);
  for (const { run } of engines) warmUp(run, pages);
  for (let round = 0; round < ROUNDS; round++)
    engines.forEach(({ run }, engine) => {
      if ((spent[engine] ?? 0) > ENOUGH_MS) return;
      pages.forEach((page, at) => {
        const loop = milliseconds(() => charCodeLoop(page));
        const time = milliseconds(() => run(page));
        yard[at] = Math.min(yard[at] ?? loop, loop);
        const least = times[engine] ?? [];
        least[at] = Math.min(least[at] ?? time, time);
        spent[engine] = (spent[engine] ?? 0) + time;
      });
    });
  const perCharacter = (value: number) => (value * 1e6) / length;
  print(`\n${title}: ${length} characters, ${names.length} names, ${bytes.length} bytes compiled`);
  print(
    `charCodeAt loop ${perCharacter(sum(yard)).toFixed(2)} ns a character; downrange: 18,000 characters of English cold ${cold.toFixed(2)} ms`,
  );
  print('engine                        found  ready ms  ns/char   x loop');
  engines.forEach(({ name, build, run }, engine) => {
    const best = sum(times[engine] ?? []);
    print(
      `${name.padEnd(28)} ${String(sum(pages.map(run))).padStart(6)} ${build.toFixed(2).padStart(9)} ${perCharacter(best).toFixed(2).padStart(8)} ${(best / sum(yard)).toFixed(2).padStart(8)}`,
    );
  });
}

/** Names found of those planted, by variant. */
function printRecall(): void {
  const entities = inventEntities(NAMES, SEED);
  const matcher = createMatcher(openNames(compileGazetteer(entities, [])));
  const names = entities.flatMap(({ name, aliases }) => [
    name,
    ...aliases.map((alias) => alias.text),
  ]);
  print('\nPlanted variants found, of 1');
  for (const variant of VARIANTS) {
    const { text, places } = plant(names, variant);
    const starts = new Set(matcher.scan(text).map(({ start }) => start));
    const missed = places.filter(({ start }) => !starts.has(start));
    const share = 1 - missed.length / places.length;
    const examples = missed.slice(0, 5).map(({ name }) => name);
    print(
      `${variant.name.padEnd(26)} ${share.toFixed(4)} of ${places.length}  ${examples.join(', ')}`,
    );
  }
}

const title = process.argv[2];
if (title !== undefined && title in TEXTS) measure(title);
else {
  printRecall();
  for (const name of Object.keys(TEXTS)) {
    const child = fork(fileURLToPath(import.meta.url), [name, ...process.argv.slice(2)], {
      execArgv: process.execArgv,
    });
    await new Promise((resolve) => child.once('exit', resolve));
  }
}
