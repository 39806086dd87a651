import { JUMP, NAME_END, packSymbol, SIBLING, WIDE } from '@/core/detection/gazetteer-format';

/** A name for the trie: its symbols and the attributes of its alias. */
export interface TrieName {
  readonly symbols: readonly number[];
  readonly attributes: number;
}

/** The bytes of a trie, and where the names that begin with each symbol lie in it. */
export interface WrittenTrie<T extends TrieName> {
  readonly bytes: Uint8Array;
  /** Where each name's attributes lie: its alias's number. Ascending. */
  readonly places: readonly { readonly name: T; readonly place: number }[];
  /** By first symbol, ascending: the node behind it. */
  readonly firsts: readonly { readonly symbol: number; readonly node: number }[];
}

interface Node<T> {
  name: T | null;
  readonly edges: Map<number, Node<T>>;
}

/** Bytes of a part of the trie, with the places in it of names' attributes. */
interface Part<T> {
  readonly bytes: number[];
  readonly places: { name: T; place: number }[];
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
export function writeTrie<T extends TrieName>(names: readonly T[]): WrittenTrie<T> {
  const root = newNode<T>();
  for (const name of names) {
    let node = root;
    for (const symbol of name.symbols) {
      const next = node.edges.get(symbol) ?? newNode<T>();
      node.edges.set(symbol, next);
      node = next;
    }
    node.name = name;
  }
  const endings = sharedEndings(root);
  const whole: Part<T> = { bytes: [...endings.bytes], places: [] };
  const firsts = [...root.edges]
    .toSorted(([a], [b]) => a - b)
    .map(([symbol, node]) => {
      const place = whole.bytes.length;
      append(whole, writeNode(node, endings));
      return { symbol, node: place };
    });
  return { bytes: Uint8Array.from(whole.bytes), places: whole.places, firsts };
}

function newNode<T>(): Node<T> {
  return { name: null, edges: new Map() };
}

function append<T>(whole: Part<T>, part: Part<T>): void {
  for (const { name, place } of part.places)
    whole.places.push({ name, place: place + whole.bytes.length });
  for (const byte of part.bytes) whole.bytes.push(byte);
}

/** Finds the ends that at least two names have behind their last branch, and writes each once. */
function sharedEndings<T>(root: Node<T>): Endings {
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

function visit<T>(node: Node<T>, each: (node: Node<T>) => void): void {
  each(node);
  for (const child of node.edges.values()) visit(child, each);
}

/** The symbols from a node to the only name below it; `null` when there are several, or a name on the way. */
function chainOf<T>(node: Node<T>): readonly number[] | null {
  const symbols: number[] = [];
  let at = node;
  while (at.edges.size === 1 && at.name === null)
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

function writeNode<T extends TrieName>(node: Node<T>, endings: Endings): Part<T> {
  const part: Part<T> = { bytes: [], places: [] };
  const pushName = (head: number, name: T) => {
    part.bytes.push(head, name.attributes);
    part.places.push({ name, place: part.bytes.length - 1 });
  };
  const chain = chainOf(node);
  const ending = chain === null ? undefined : endings.places.get(chain.join());
  if (chain !== null && ending !== undefined && !isDigit(chain[0])) {
    pushName(JUMP, nameBelow(node));
    part.bytes.push(ending & 0xff, ending >> 8);
    return part;
  }
  const edges = [...node.edges].toSorted(([a], [b]) => a - b);
  if (node.name !== null) pushName(NAME_END | (edges.length > 0 ? SIBLING : 0), node.name);
  edges.forEach(([symbol, child], at) => {
    const subtree = writeNode(child, endings);
    const sibling = at + 1 < edges.length ? SIBLING : 0;
    pushEdge(part.bytes, symbol, sibling);
    if (sibling !== 0) pushSize(part.bytes, subtree.bytes.length);
    append(part, subtree);
  });
  return part;
}

function nameBelow<T>(node: Node<T>): T {
  let at = node;
  while (at.name === null) for (const next of at.edges.values()) at = next;
  return at.name;
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
