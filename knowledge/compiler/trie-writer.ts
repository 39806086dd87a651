import { JUMP, NAME_END, packSymbol, SIBLING, WIDE } from '@/core/detection/gazetteer-format';

/** A name for the trie: its symbols and the attributes of its alias. */
export interface TrieName {
  readonly symbols: readonly number[];
  readonly attributes: number;
}

/** The bytes of a trie, and where the names that begin with each symbol lie in it. */
export interface WrittenTrie {
  readonly bytes: Uint8Array;
  /** By first symbol, ascending: the node behind it. */
  readonly firsts: readonly { readonly symbol: number; readonly node: number }[];
}

interface Node {
  attributes: number | null;
  readonly edges: Map<number, Node>;
}

/** The shared ends of names, and where each lies in the bytes. */
interface Endings {
  readonly bytes: readonly number[];
  /** By the ending's symbols, joined by commas. */
  readonly places: ReadonlyMap<string, number>;
}

/** 4 symbols: a jump costs two bytes more than the end of a name does, and the ending is written once. */
const SHORTEST_ENDING = 4;

/** Lays the names out as `gazetteer-format.ts` describes. No two names may have the same symbols. */
export function writeTrie(names: readonly TrieName[]): WrittenTrie {
  const root = newNode();
  for (const { symbols, attributes } of names) {
    let node = root;
    for (const symbol of symbols) {
      const next = node.edges.get(symbol) ?? newNode();
      node.edges.set(symbol, next);
      node = next;
    }
    node.attributes = attributes;
  }
  const endings = sharedEndings(root);
  const bytes = [...endings.bytes];
  const firsts = [...root.edges]
    .toSorted(([a], [b]) => a - b)
    .map(([symbol, node]) => {
      const place = bytes.length;
      for (const byte of nodeBytes(node, endings)) bytes.push(byte);
      return { symbol, node: place };
    });
  return { bytes: Uint8Array.from(bytes), firsts };
}

function newNode(): Node {
  return { attributes: null, edges: new Map() };
}

/** Finds the ends that at least two names have behind their last branch, and writes each once. */
function sharedEndings(root: Node): Endings {
  const uses = new Map<string, number>();
  const chains: (readonly number[])[] = [];
  visit(root, (node) => {
    for (const child of node.edges.values()) {
      const chain = chainOf(child);
      if (chain !== null && chainOf(node) === null) chains.push(chain);
    }
  });
  for (const chain of chains)
    for (let from = 0; from + SHORTEST_ENDING <= chain.length; from++) {
      const key = chain.slice(from).join();
      uses.set(key, (uses.get(key) ?? 0) + 1);
    }
  const wanted = new Set(
    chains.flatMap((chain) => {
      const from = firstShared(chain, (key) => (uses.get(key) ?? 0) > 1);
      return from === null ? [] : [chain.slice(from).join()];
    }),
  );
  const bytes: number[] = [];
  const places = new Map<string, number>();
  // Longest first, so that an ending of an ending is found inside it.
  for (const key of [...wanted].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))) {
    if (places.has(key)) continue;
    const symbols = key.split(',').map(Number);
    symbols.forEach((symbol, at) => {
      const inner = symbols.slice(at).join();
      if (!places.has(inner)) places.set(inner, bytes.length);
      pushEdge(bytes, symbol, 0);
    });
    bytes.push(NAME_END);
  }
  return { bytes, places };
}

function visit(node: Node, each: (node: Node) => void): void {
  each(node);
  for (const child of node.edges.values()) visit(child, each);
}

/** The symbols from a node to the only name below it; `null` when there are several, or a name on the way. */
function chainOf(node: Node): readonly number[] | null {
  const symbols: number[] = [];
  let at = node;
  while (at.edges.size === 1 && at.attributes === null)
    for (const [symbol, next] of at.edges) {
      symbols.push(symbol);
      at = next;
    }
  return at.edges.size === 0 ? symbols : null;
}

/** Where the longest shared ending of a chain begins. */
function firstShared(chain: readonly number[], isShared: (key: string) => boolean): number | null {
  for (let from = 0; from + SHORTEST_ENDING <= chain.length; from++)
    // A number is read in one go, and no jump may stand inside it.
    if (!isDigit(chain[from]) && isShared(chain.slice(from).join())) return from;
  return null;
}

function isDigit(symbol: number | undefined): boolean {
  return symbol !== undefined && symbol >= 0x30 && symbol <= 0x39;
}

function nodeBytes(node: Node, endings: Endings): number[] {
  const chain = chainOf(node);
  if (chain !== null) {
    const place = endings.places.get(chain.join());
    const attributes = attributesBelow(node);
    if (place !== undefined && !isDigit(chain[0]))
      return [JUMP, ...attributeBytes(attributes), place & 0xff, place >> 8];
  }
  const bytes: number[] = [];
  const edges = [...node.edges].toSorted(([a], [b]) => a - b);
  if (node.attributes !== null)
    bytes.push(NAME_END | (edges.length > 0 ? SIBLING : 0), ...attributeBytes(node.attributes));
  edges.forEach(([symbol, child], at) => {
    const subtree = nodeBytes(child, endings);
    const sibling = at + 1 < edges.length ? SIBLING : 0;
    pushEdge(bytes, symbol, sibling);
    if (sibling !== 0) pushSize(bytes, subtree.length);
    for (const byte of subtree) bytes.push(byte);
  });
  return bytes;
}

function attributesBelow(node: Node): number {
  let at = node;
  while (at.attributes === null) for (const next of at.edges.values()) at = next;
  return at.attributes;
}

function attributeBytes(attributes: number): number[] {
  return [attributes & 0xff, (attributes >> 8) & 0xff, attributes >> 16];
}

function pushEdge(bytes: number[], symbol: number, sibling: number): void {
  if (symbol < 0x80) bytes.push(packSymbol(symbol) | sibling);
  else bytes.push(WIDE | sibling, symbol & 0xff, symbol >> 8);
}

function pushSize(bytes: number[], size: number): void {
  for (let rest = size; ; rest >>= 7) {
    bytes.push(rest > 0x7f ? (rest & 0x7f) | 0x80 : rest);
    if (rest <= 0x7f) return;
  }
}
