import type { AlignedPair } from './alignment';
import type { Token } from './tokens';

/** Tokens that were taken out between two aligned pairs, and those that were put in there. */
export interface Edit {
  readonly removed: readonly Token[];
  readonly added: readonly Token[];
}

/** What stands between the pairs of an alignment, in order; places where nothing changed are left out. */
export function editsBetween(
  passage: readonly Token[],
  page: readonly Token[],
  pairs: readonly AlignedPair[],
): readonly Edit[] {
  const edits: Edit[] = [];
  let passageFrom = 0;
  let pageFrom = 0;
  const end: AlignedPair = { inPassage: passage.length, inPage: page.length, similarity: 0 };
  for (const pair of [...pairs, end]) {
    const removed = passage.slice(passageFrom, pair.inPassage);
    const added = page.slice(pageFrom, pair.inPage);
    if (removed.length > 0 || added.length > 0) edits.push({ removed, added });
    passageFrom = pair.inPassage + 1;
    pageFrom = pair.inPage + 1;
  }
  return edits;
}

/**
 * An edit without the words that both of its sides begin or end with: where a passage was found by a part of it, the
 * rest counts as one edit, however little of it was changed.
 */
export function withoutCommonEnds({ removed, added }: Edit): Edit {
  const most = Math.min(removed.length, added.length);
  let before = 0;
  while (before < most && isSameWord(removed[before], added[before])) before++;
  let after = 0;
  while (after < most - before && isSameWord(removed.at(-1 - after), added.at(-1 - after))) after++;
  return {
    removed: removed.slice(before, removed.length - after),
    added: added.slice(before, added.length - after),
  };
}

/** "owns", "does not own": a verb takes another form where it is denied. */
function isSameWord(a: Token | undefined, b: Token | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const [short, long] = a.key.length < b.key.length ? [a.key, b.key] : [b.key, a.key];
  return long.startsWith(short) && /^(?:|s|es|d|ed|ing)$/.test(long.slice(short.length));
}

/** Shorter runs of characters recur by chance. */
const SHORTEST_RUN = 2;

/**
 * Tokens that an edit took out in one place and put in at another: a clause that changed places with the rest of
 * its sentence. Words that carry meaning one by one, characters in runs of two and more.
 */
export function movedTokens(edits: readonly Edit[]): ReadonlySet<Token> {
  const moved = new Set<Token>();
  const words = new Map<string, number>();
  const runs = edits.flatMap(({ added }) => runsOf(added));
  for (const { added } of edits)
    for (const { key, isCharacter } of added)
      if (!isCharacter) words.set(key, (words.get(key) ?? 0) + 1);
  for (const { removed } of edits) {
    for (const token of removed) {
      if (token.isCharacter || token.wordClass === 'function') continue;
      const left = words.get(token.key) ?? 0;
      if (left === 0) continue;
      words.set(token.key, left - 1);
      moved.add(token);
    }
    for (const token of movedCharacters(removed, runs)) moved.add(token);
  }
  return moved;
}

function movedCharacters(removed: readonly Token[], runs: readonly string[]): readonly Token[] {
  const found: Token[] = [];
  let index = 0;
  while (index < removed.length) {
    let length = 0;
    let run = '';
    while (removed[index + length]?.isCharacter === true) {
      const longer = run + (removed[index + length]?.key ?? '');
      if (!runs.some((other) => other.includes(longer))) break;
      run = longer;
      length++;
    }
    if (length >= SHORTEST_RUN) found.push(...removed.slice(index, index + length));
    index += Math.max(1, length);
  }
  return found;
}

/** Runs of neighbouring characters, as text. */
function runsOf(tokens: readonly Token[]): readonly string[] {
  return tokens
    .map(({ key, isCharacter }) => (isCharacter ? key : ' '))
    .join('')
    .split(' ')
    .filter((run) => run.length >= SHORTEST_RUN);
}

/**
 * True when two short stretches took each other's place and nothing else: "Larsen agreed to buy Hobart" and
 * "Hobart agreed to buy Larsen" share every word and say two things.
 */
export function isSwapped(edits: readonly Edit[]): boolean {
  const written = edits.map(({ removed, added }) => ({
    removed: contentOf(removed),
    added: contentOf(added),
  }));
  return written.some(
    (one, index) =>
      one.removed !== '' &&
      one.added !== '' &&
      written
        .slice(index + 1)
        .some((other) => other.removed === one.added && other.added === one.removed),
  );
}

/** A stretch of more tokens than this changes places as a clause does, without a change of meaning. */
const SHORT = 5;

function contentOf(tokens: readonly Token[]): string {
  const content = tokens.filter(({ wordClass }) => wordClass !== 'function');
  return content.length > SHORT ? '' : content.map(({ key }) => key).join(' ');
}
