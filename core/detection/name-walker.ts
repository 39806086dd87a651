import { isNumberStart, mayEndBareNumber, readNumber, stemLetter } from '@/core/text/designation';
import { foldCode, isInvisible, isUnspaced, isUpper } from '@/core/text/fold';
import { GAP, type Gap, readGap } from '@/core/text/gap';
import type { LastSymbol } from '@/core/text/name-borders';
import { BREAK, BREAK_GAPS, isPoint, markOf, POINT } from '@/core/text/name-symbols';
import { JUMP, NAME_END, SIBLING, unpackSymbol, WIDE } from './gazetteer-format';
import { type GazetteerTables, search } from './gazetteer-names';

/** How the symbols of a name stand on the page, one bit each. */
export const SEEN = {
  upper: 1,
  lower: 2,
  /** A small letter before the first digit. */
  lowerHead: 4,
  /** The first letter is small. */
  lowerStart: 8,
  /** A word that has a capital in the alias begins small. */
  lowerWord: 16,
  /** The hump of a CamelCase name has become a gap. */
  split: 32,
  /** A digit has been read. */
  digit: 64,
  /** The last number is in Chinese numerals without 号. */
  bare: 128,
  /** The last number has 号. */
  hao: 256,
  /** More than one capital. */
  capitals: 512,
} as const;

/** Receives every name of the trie that ends in the text; `at` is behind its last symbol. */
export type NameEndVisitor = (alias: number, at: number, last: LastSymbol, seen: number) => void;

/** Follows the text through the trie. */
export interface NameWalker {
  /**
   * Visits every name of the trie that reads at `start`, each at least once, in no promised order.
   * `anyCase` lets words run together and brands fall apart in small letters, as in hashtags and in Chinese.
   */
  walk(text: string, start: number, anyCase: boolean, visit: NameEndVisitor): void;
}

/** 200: more than any name has symbols; a bound for damaged bytes, whose edges may lead anywhere. */
const MAX_DEPTH = 200;
/** 2,000: a walk through whole bytes reads at most a few hundred nodes; through damaged ones it could go on for ever. */
const MAX_NODES = 2000;

/** Builds a walker over a gazetteer's trie. */
export function createNameWalker(tables: GazetteerTables): NameWalker {
  const { trie } = tables;
  let text = '';
  let anyCase = false;
  let visit: NameEndVisitor = () => {};
  let budget = 0;
  // The alias whose shared ending is being read; null in the tree of names itself.
  let owner: number | null = null;

  /** Reads the edges of `node` against the text at `at`. `last` and `seen` describe what was read before. */
  function follow(node: number, at: number, last: LastSymbol, seen: number, depth: number): void {
    if (depth > MAX_DEPTH || --budget < 0) return;
    if (trie[node] === JUMP) {
      owner = node + 1;
      follow(readShort(trie, node + 2), at, last, seen, depth + 1);
      owner = null;
      return;
    }
    let place = skipInvisible(text, at);
    let code = text.charCodeAt(place);
    let gap: Gap | null = null;
    let symbol = symbolAt(text, place, code, last);
    if (symbol === 0) {
      gap = readGap(text, place);
      if (gap !== null && last === 'unspaced' && gap.isLineBreak) {
        // A line break inside a Chinese name stands for nothing.
        const behind = text.charCodeAt(gap.end);
        if (isUnspaced(behind)) {
          place = gap.end;
          code = behind;
          symbol = symbolAt(text, place, code, last);
        }
      }
    }
    for (let edge = node, more = true; more && edge < trie.length; ) {
      const head = trie[edge++] ?? 0;
      more = (head & SIBLING) !== 0;
      if ((head & 0x7f) === NAME_END) {
        if (!((seen & SEEN.bare) !== 0 && last === 'digit' && !mayEndBareNumber(text, at)))
          visitName(owner ?? edge, at, last, seen);
        edge += 1;
        continue;
      }
      let own: number;
      if ((head & WIDE) !== 0) {
        own = readShort(trie, edge);
        edge += 2;
      } else own = unpackSymbol(head & 0x3f);
      let child = edge;
      if (more) {
        let size = 0;
        for (let shift = 0; ; shift += 7) {
          const byte = trie[child++] ?? 0;
          size |= (byte & 0x7f) << shift;
          if (byte < 0x80 || shift > 14) break;
        }
        edge = child + size;
      }
      if (own < 0x20) {
        const next = gap === null ? place : gap.end;
        const allowed = mayBreak(own, gap, symbol, next, last, seen);
        if (allowed !== null) follow(child, next, last, allowed, depth + 1);
      } else if (
        symbol !== 0 &&
        (own === symbol || (own >= 0x3005 && own === folded(tables, symbol)))
      )
        step(child, own, place, code, last, seen, depth);
      else if (own === POINT && gap !== null && gap.kind === GAP.dot && isPoint(text, place))
        follow(child, gap.end, 'mark', seen, depth + 1);
    }
  }

  /** Damaged bytes may end in the middle of an alias. */
  function visitName(alias: number, at: number, last: LastSymbol, seen: number): void {
    if (alias < trie.length) visit(alias, at, last, seen);
  }

  /** Takes one symbol, or a whole number, and goes on behind it. */
  function step(
    child: number,
    symbol: number,
    place: number,
    code: number,
    last: LastSymbol,
    seen: number,
    depth: number,
  ): void {
    if (symbol >= 0x30 && symbol <= 0x39) {
      const number = readNumber(text, place);
      if (number === null) return;
      let node: number | null = child;
      for (let digit = 1; digit < number.digits.length && node !== null; digit++)
        node = childOf(trie, node, number.digits.charCodeAt(digit));
      if (node === null) return;
      const manner =
        (number.hasHao ? SEEN.hao : 0) | (number.isHan && !number.hasHao ? SEEN.bare : 0);
      follow(
        node,
        number.end,
        'digit',
        (seen & ~(SEEN.hao | SEEN.bare)) | SEEN.digit | manner,
        depth + 1,
      );
      return;
    }
    if (symbol >= 0x61 && symbol < 0x3005) {
      const manner = isStemRead(last, code) ? 0 : letterManner(code, seen);
      follow(child, place + 1, 'letter', seen | manner, depth + 1);
      return;
    }
    follow(child, place + 1, symbol < 0x61 ? 'mark' : 'unspaced', seen, depth + 1);
  }

  /** What has been seen once the break is taken; `null` when the text does not allow it. */
  function mayBreak(
    own: number,
    gap: Gap | null,
    symbol: number,
    next: number,
    last: LastSymbol,
    seen: number,
  ): number | null {
    const allowed = BREAK_GAPS[own] ?? 0;
    const nextCode = text.charCodeAt(skipInvisible(text, next));
    if (gap === null) {
      if (own === BREAK.numbers) return (seen & SEEN.hao) !== 0 ? seen & ~SEEN.hao : null;
      if (symbol === 0 || (allowed & GAP.none) === 0) return null;
      if (own === BREAK.capital || own === BREAK.word) {
        // Words run together only where a capital shows the second one.
        if (last === 'letter' && !isUpper(nextCode)) return anyCase ? seen | SEEN.lowerWord : null;
      }
      return seen;
    }
    if ((allowed & gap.kind) === 0) return null;
    if (own === BREAK.capital && !isUpper(nextCode)) return seen | SEEN.lowerWord;
    if (own === BREAK.camel) return isUpper(nextCode) || anyCase ? seen | SEEN.split : null;
    return seen;
  }

  return {
    walk(whole, start, any, visitor) {
      const code = whole.charCodeAt(start);
      let symbol = symbolAt(whole, start, code, 'mark');
      if (symbol === 0) return;
      let node = firstNode(tables, symbol);
      if (node === null && symbol >= 0x3005) {
        symbol = folded(tables, symbol);
        node = symbol === 0 ? null : firstNode(tables, symbol);
      }
      if (node === null) return;
      text = whole;
      budget = MAX_NODES;
      owner = null;
      anyCase = any;
      visit = visitor;
      step(node, symbol, start, code, 'mark', 0, 0);
    },
  };
}

/** The folded letter, digit or mark at `place`: digits for a whole number's first, letters for stems after numbers; 0 for gaps. */
function symbolAt(text: string, place: number, code: number, last: LastSymbol): number {
  // Nearly always an ASCII letter.
  const small = code | 0x20;
  if (code < 0x80 && small >= 0x61 && small <= 0x7a) return small;
  if (isNumberStart(code)) return readNumber(text, place)?.digits.charCodeAt(0) ?? code;
  if (last === 'digit' && code >= 0x4e00) {
    const stem = stemLetter(code);
    if (stem !== null) return stem;
  }
  return foldCode(code) || markOf(code);
}

function isStemRead(last: LastSymbol, code: number): boolean {
  return last === 'digit' && code >= 0x4e00 && code < 0xff00;
}

function letterManner(code: number, seen: number): number {
  const isFirst = (seen & (SEEN.upper | SEEN.lower)) === 0;
  if (isUpper(code))
    return isFirst || (seen & SEEN.upper) === 0 ? SEEN.upper : SEEN.upper | SEEN.capitals;
  const head = (seen & SEEN.digit) === 0 ? SEEN.lowerHead : 0;
  return SEEN.lower | head | (isFirst ? SEEN.lowerStart : 0);
}

function skipInvisible(text: string, start: number): number {
  let at = start;
  while (isInvisible(text.charCodeAt(at))) at++;
  return at;
}

function readShort(trie: Uint8Array, place: number): number {
  return (trie[place] ?? 0) | ((trie[place + 1] ?? 0) << 8);
}

/** The node behind the edge with `symbol`, or `null`. */
function childOf(trie: Uint8Array, node: number, symbol: number): number | null {
  for (let edge = node; edge < trie.length; ) {
    const head = trie[edge++] ?? 0;
    const isLast = (head & SIBLING) === 0;
    if ((head & 0x7f) === NAME_END) {
      if (isLast) return null;
      edge += 1;
      continue;
    }
    const isWide = (head & WIDE) !== 0;
    if (isWide) edge += 2;
    let size = 0;
    if (!isLast)
      for (let shift = 0; ; shift += 7) {
        const byte = trie[edge++] ?? 0;
        size |= (byte & 0x7f) << shift;
        if (byte < 0x80 || shift > 14) break;
      }
    if (!isWide && unpackSymbol(head & 0x3f) === symbol) return edge;
    if (isLast) return null;
    edge += size;
  }
  return null;
}

function firstNode(tables: GazetteerTables, symbol: number): number | null {
  const place = search(tables.firstSymbols, symbol);
  return place === null ? null : (tables.firstNodes[place] ?? null);
}

/** The character that names use for this one (simplified for traditional), or 0. */
function folded(tables: GazetteerTables, symbol: number): number {
  const place = search(tables.foldFrom, symbol);
  return place === null ? 0 : (tables.foldTo[place] ?? 0);
}
