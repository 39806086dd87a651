import { NAME_END, packSymbol, SIBLING, WIDE } from '@/core/detection/gazetteer-format';

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
  const bytes: number[] = [];
  const firsts = [...root.edges]
    .toSorted(([a], [b]) => a - b)
    .map(([symbol, node]) => {
      const place = bytes.length;
      for (const byte of nodeBytes(node)) bytes.push(byte);
      return { symbol, node: place };
    });
  return { bytes: Uint8Array.from(bytes), firsts };
}

function newNode(): Node {
  return { attributes: null, edges: new Map() };
}

function nodeBytes(node: Node): number[] {
  const bytes: number[] = [];
  const edges = [...node.edges].toSorted(([a], [b]) => a - b);
  if (node.attributes !== null)
    bytes.push(
      NAME_END | (edges.length > 0 ? SIBLING : 0),
      node.attributes & 0xff,
      (node.attributes >> 8) & 0xff,
      node.attributes >> 16,
    );
  edges.forEach(([symbol, child], place) => {
    const subtree = nodeBytes(child);
    const sibling = place + 1 < edges.length ? SIBLING : 0;
    if (symbol < 0x80) bytes.push(packSymbol(symbol) | sibling);
    else bytes.push(WIDE | sibling, symbol & 0xff, symbol >> 8);
    if (sibling !== 0) pushSize(bytes, subtree.length);
    for (const byte of subtree) bytes.push(byte);
  });
  return bytes;
}

function pushSize(bytes: number[], size: number): void {
  for (let rest = size; ; rest >>= 7) {
    bytes.push(rest > 0x7f ? (rest & 0x7f) | 0x80 : rest);
    if (rest <= 0x7f) return;
  }
}
