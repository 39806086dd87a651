import type { Span } from '@/core/text/span';
import { cueAt } from './cue-index';
import type { FoundName } from './features';
import type { AliasKind } from './gazetteer';
import type { Lexicon } from './lexicon';
import { MATCH } from './name-search';
import type { Page } from './page';
import {
  afterName,
  beginsSentence,
  hasUnspaced,
  isInside,
  isInTitle,
  isQuoted,
  lineAround,
  lineCase,
  sentenceAround,
  startsUpper,
  wordAfter,
  wordBefore,
} from './surroundings';
import { isUsualAfter, isUsualBefore } from './unspaced-borders';

/** What kind of string a name is: how much it can be trusted alone. */
export type Family =
  | 'certain'
  | 'code'
  | 'shared'
  | 'short'
  | 'ticker'
  | 'acronym'
  | 'phrase'
  | 'word'
  | 'unspaced'
  | 'unspaced-short';

/** What the letters of a name and its direct neighbours tell. */
export interface Shape {
  readonly family: Family;
  readonly line: Span;
  readonly sentence: Span;
  readonly lineCase: 'title' | 'caps' | 'plain';
  readonly beginsSentence: boolean;
  readonly isLower: boolean;
  /** A Latin name in a line of a script without spaces: capitals are used carelessly there. */
  readonly inUnspaced: boolean;
  readonly isQuoted: boolean;
  /** The word before opens the sentence, so that its capital tells little. */
  readonly isSecondWord: boolean;
  /** A capitalised word that makes the name part of a longer one: `Virgin` before Atlantic. */
  readonly capitalBefore: string | null;
  readonly capitalAfter: string | null;
  /** A number follows that is no part of the name: `Galaxy 24`. */
  readonly numberAfter: boolean;
  /** Followed by a plural s: `Falcons`. */
  readonly isPlural: boolean;
  /** After `a` or `an`, and no type noun follows. */
  readonly isIndefinite: boolean;
  /** Joined to another word by a hyphen: `electron-beam`. */
  readonly isCompound: boolean;
  /** A Han, kana or Hangul character directly beside a name in such a script, other than one that usually stands there. */
  readonly unspacedBefore: boolean;
  readonly unspacedAfter: boolean;
  /** In quotation marks together with other capitalised words: the title of something else. */
  readonly isInTitle: boolean;
  /** A ticker as the press prints it: `(Nasdaq: RKLB)`, `$RKLB`. */
  readonly isTickerForm: boolean;
  /** A hashtag. */
  readonly isTag: boolean;
  /** After the definite article, and no type noun follows. */
  readonly hasArticle: boolean;
  /** Followed by `of`: the Long March of the Red Army. */
  readonly isOfAfter: boolean;
  /** Followed by a comma and a capitalised word that begins no other name: `Wenchang, Hainan`. */
  readonly isAddress: boolean;
}

/** Describes `found`. `names` are all names found on the page, sorted by start. */
export function shapeOf(
  page: Page,
  lexicon: Lexicon,
  found: FoundName,
  names: readonly Span[],
): Shape {
  const { text } = page;
  const surface = text.slice(found.start, found.end);
  const line = lineAround(text, found.start);
  const casing = lineCase(text, line);
  const begins = beginsSentence(text, found);
  const before = wordBefore(text, found);
  const after = wordAfter(text, found);
  const isUnspacedName = hasUnspaced(text, found.start) || hasUnspaced(text, found.end - 1);
  return {
    family: familyOf(lexicon, found, surface, isUnspacedName),
    line,
    sentence: sentenceAround(text, found),
    lineCase: casing,
    beginsSentence: begins,
    isLower: (found.flags & MATCH.lower) !== 0,
    inUnspaced: /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(
      text.slice(line.start, Math.min(line.end, line.start + 200)),
    ),
    isQuoted: isQuoted(text, found),
    isSecondWord:
      before !== null && beginsSentence(text, { start: before.start, end: before.start }),
    capitalBefore:
      before === null || casing !== 'plain' || before.gap === '' || /['’]s?$/.test(before.word)
        ? null
        : capitalNeighbour(page, lexicon, names, before.word, before.start),
    capitalAfter:
      after === null || casing !== 'plain' || after.gap === ''
        ? null
        : capitalNeighbour(page, lexicon, names, after.word, after.start),
    numberAfter:
      (found.flags & MATCH.numbered) !== 0 ||
      (after !== null && /^\d/.test(after.word) && after.gap !== '') ||
      /^[一二三四五六七八九十百]+[号號]/.test(text.slice(found.end, found.end + 5)),
    isPlural:
      (found.flags & MATCH.plural) !== 0 || /^(s|es)$/i.test(after?.gap === '' ? after.word : ''),
    isIndefinite:
      before !== null &&
      before.gap !== '' &&
      /^(an?|une?|eine?[mnrs]?|un[ao]?|um[ao]?)$/i.test(before.word) &&
      !isNoun(page, lexicon, afterName(text, found.end)),
    isCompound:
      (before !== null && before.gap === '-') ||
      (after !== null &&
        after.gap === '-' &&
        !/^\d/.test(after.word) &&
        !startsUpper(after.word) &&
        !isNoun(page, lexicon, after.start)),
    unspacedBefore:
      isUnspacedName &&
      hasUnspaced(text, found.start - 1) &&
      !isUsualBefore(page, lexicon, found, names),
    unspacedAfter:
      isUnspacedName && hasUnspaced(text, found.end) && !isUsualAfter(page, lexicon, found, names),
    isInTitle: isInTitle(text, found),
    isTickerForm: /(?:\$|[\p{L})]\s?[:：]\s?)$/u.test(
      text.slice(Math.max(0, found.start - 4), found.start),
    ),
    isTag: (found.flags & MATCH.hashtag) !== 0,
    hasArticle:
      before !== null &&
      before.gap === ' ' &&
      /^(the|der|die|das)$/i.test(before.word) &&
      !isNoun(page, lexicon, afterName(text, found.end)),
    isOfAfter:
      after !== null && after.gap === ' ' && /^(of|von|der|de|du|di|do|da)$/.test(after.word),
    isAddress:
      /^, \p{Lu}/u.test(text.slice(found.end, found.end + 3)) && !isInside(names, found.end + 2),
  };
}

function familyOf(
  lexicon: Lexicon,
  { alias }: FoundName,
  surface: string,
  isUnspacedName: boolean,
): Family {
  if (alias.kind === 'ticker') return 'ticker';
  if (!alias.ambiguous && !alias.short)
    return isCode(surface) || isSpokenAcronym(alias.kind, surface) ? 'code' : 'certain';
  if (alias.entities.length > 1 && lexicon.isOnlyOurs(surface)) return 'shared';
  // A declared short form that nothing else is said of is enough, if it is no mere code.
  const enough = isUnspacedName ? 3 : 5;
  if (!alias.ambiguous && alias.short && surface.length >= enough && !isCode(surface))
    return 'certain';
  // 3: a shorter Chinese name is as often part of an ordinary compound.
  if (isUnspacedName) return surface.length <= 3 ? 'unspaced-short' : 'unspaced';
  if (alias.short && !alias.ambiguous) return 'short';
  if (alias.kind === 'acronym' || /^[\p{Lu}\d]{2,5}$/u.test(surface)) return 'acronym';
  return /[\d\s-]/.test(surface) ? 'phrase' : 'word';
}

/** A few capitals and digits (`KARI`, `M-V`): even if no entity file says so, they stand for other things too. */
function isCode(surface: string): boolean {
  return /^[\p{Lu}\d](?:[ \u2010-\u2015-]?[\p{Lu}\d]){1,4}$/u.test(surface);
}

/** An acronym printed as a word: `Jaxa`, but a person is called Kari, and Sansa. */
function isSpokenAcronym(kind: AliasKind, surface: string): boolean {
  return kind === 'acronym' && /^\p{Lu}\p{Ll}+$/u.test(surface);
}

/** The neighbour if it is a capitalised word that belongs to no name of ours and is no word that usually stands there. */
function capitalNeighbour(
  page: Page,
  lexicon: Lexicon,
  names: readonly Span[],
  word: string,
  start: number,
): string | null {
  if (!startsUpper(word)) return null;
  if (lexicon.plainNeighbours.has(word.toLowerCase()) || isNoun(page, lexicon, start)) return null;
  return isInside(names, start) ? null : word;
}

function isNoun(page: Page, lexicon: Lexicon, start: number): boolean {
  return cueAt(lexicon.nouns, page.lower, start) !== null;
}
