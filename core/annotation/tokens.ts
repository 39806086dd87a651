import { fold } from './comparison-text';
import { scanTokens, type TokenTable } from './token-scan';
import {
  classOf,
  isCalendarWord,
  isFunctionCharacter,
  keyOf,
  type WordClass,
} from './word-classes';

/** A token with all that alignment asks of it. Offsets are UTF-16 units of the text it was read from. */
export class Token {
  readonly start: number;
  readonly end: number;
  readonly hash: number;
  /** Lower case, typography and possessive removed, number words as digits. */
  readonly key: string;
  readonly isCharacter: boolean;
  /** What it says about the identity of a passage, 0…1; commonness on the page is not part of it. */
  readonly weight: number;
  readonly #text: string;
  #wordClass: WordClass;
  #isNameDecided = false;

  constructor(text: string, start: number, end: number, hash: number, isCharacter: boolean) {
    const word = text.slice(start, end);
    this.start = start;
    this.end = end;
    this.hash = hash;
    this.isCharacter = isCharacter;
    this.#text = text;
    this.key = isCharacter ? word : keyOf(NON_ASCII.test(word) ? fold(word) : word);
    this.#wordClass = isCharacter ? classOfCharacter(text, start, end, word) : classOf(this.key);
    this.weight = isCharacter ? characterWeight(this.#wordClass) : WEIGHTS[this.#wordClass];
  }

  /** Whether a word is a name takes a look at the text around it, and is asked for few of the words of a page. */
  get wordClass(): WordClass {
    if (!this.#isNameDecided && !this.isCharacter) {
      this.#isNameDecided = true;
      const word = this.#text.slice(this.start, this.end);
      const isName =
        isSerial(this.#text, this.start, word) ||
        (this.#wordClass === 'content' && isNameLike(this.#text, this.start, this.end, word));
      if (isName) this.#wordClass = 'name';
      else if (this.#wordClass === 'figure' && PERIOD_SIGN.test(this.#text.charAt(this.end)))
        this.#wordClass = 'period';
    }
    return this.#wordClass;
  }
}

/* A sentence in Han characters has about 1.7 of them for each English word, hence 0.45 for one that carries meaning. */
const WEIGHTS: Record<WordClass, number> = {
  function: 0.2,
  content: 1,
  name: 1,
  figure: 0.9,
  period: 0.8,
};
const CHARACTER_WEIGHT = 0.45;
const FUNCTION_CHARACTER_WEIGHT = 0.1;

/** All tokens of a short text, read in full. */
export function tokensOf(text: string): readonly Token[] {
  const table = scanTokens(text);
  return Array.from({ length: table.count }, (_, index) => readToken(text, table, index));
}

/** Reads one token of a scanned text. */
export function readToken(text: string, table: TokenTable, index: number): Token {
  return new Token(
    text,
    table.starts[index] ?? 0,
    table.ends[index] ?? 0,
    table.hashes[index] ?? 0,
    table.isCharacter[index] === 1,
  );
}

const NON_ASCII = /[^\x20-\x7e]/;

function classOfCharacter(text: string, start: number, end: number, character: string): WordClass {
  if (isFunctionCharacter(character)) return 'function';
  if (!HAN_NUMERAL.test(character)) return 'content';
  return PERIOD_CHARACTERS.test(text.slice(Math.max(0, start - 1), end + 2)) ? 'period' : 'figure';
}

function characterWeight(wordClass: WordClass): number {
  return wordClass === 'function' ? FUNCTION_CHARACTER_WEIGHT : CHARACTER_WEIGHT;
}

/** Without 十百千万亿: in 10亿元 and 3亿元 they are the unit, and a unit that stays is no figure that stays. */
const HAN_NUMERAL = /[〇零一二三四五六七八九两]/;
/** 第三季度, 一季度, 三号: the numeral says which one, not how many. */
const PERIOD_CHARACTERS = /[第遥].|.(?:季|号|月|期|届|次)/;

/** What makes a figure before it a date: 2月, 2025年, 3号. */
const PERIOD_SIGN = /[月年季号]/;

/** The 3 of Zhuque-3, the 9 of Falcon 9 and the C of C轮 say which one, not how many. */
function isSerial(text: string, start: number, word: string): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  if (/^[A-Z]$/.test(word))
    return (
      /\p{Script=Han}$/u.test(before) || /^.\p{Script=Han}/u.test(text.slice(start, start + 3))
    );
  if (!/^\d{1,3}[A-Za-z]?$/.test(word)) return false;
  if (/\p{Lu}[\p{L}\p{N}]*[-‐‑–]$/u.test(before)) return true;
  const name = /(?:^|[^.!?]\s)(\p{Lu}\p{Ll}+) $/u.exec(before);
  return name !== null && !NEVER_NUMBERED.test(name[1] ?? '');
}

/** Words with a capital before a figure that is a date or an amount. */
const NEVER_NUMBERED =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|In|On|At|The|About|Only|Some|Just|Over|Nearly|Almost|All|By|From|With|And|But|After|Before|Since|Until|Between|Another|These|Those)$/;

/** A capital where the sentence does not ask for one, capitals or figures inside, or a capital on the next word too. */
function isNameLike(text: string, start: number, end: number, word: string): boolean {
  if (isCalendarWord(word.toLowerCase())) return false;
  if (!/^\p{Lu}/u.test(word)) return /\p{Ll}\p{Lu}/u.test(word);
  if (/[\p{Lu}\d]/u.test(word.slice(1))) return true;
  const before = text.slice(Math.max(0, start - 3), start);
  const opensSentence =
    start === 0 || /[.!?。！？:]["'”’)\]]?\s?["'“‘]?$|\n\s*["'“‘]?$|^\s*["'“‘]$/u.test(before);
  if (!opensSentence) return !/["“‘]$/u.test(before);
  return /^ \p{Lu}/u.test(text.slice(end, end + 3));
}
