import { isCounter, isHanNumeral, isNumberStart, stemLetter } from './designation';
import {
  isCyrillic,
  isDigit,
  isHangul,
  isInvisible,
  isKatakana,
  isLetter,
  isUnspaced,
  isUpper,
} from './fold';

/*
 * Where a name may begin and end: not inside words, not before a digit that goes on with its number, not in
 * addresses. `joined` texts (`textContent`) have no space between blocks, so that there a small letter or
 * digit before a capital may be a border too.
 */

/** True when a name may begin at `start`. */
export function mayBegin(text: string, start: number, joined: boolean): boolean {
  let before = start - 1;
  while (isInvisible(text.charCodeAt(before))) before--;
  const previous = text.charCodeAt(before);
  const first = text.charCodeAt(start);
  if (isUnspaced(first)) return mayBeginUnspaced(text, before, start);
  if (previous === 0x5f || previous === 0x40) return false;
  if (!isLetter(previous) && !isDigit(previous)) return true;
  return joined && isUpper(first) && (!isUpper(previous) || isSmall(text.charCodeAt(start + 1)));
}

function mayBeginUnspaced(text: string, before: number, start: number): boolean {
  const previous = text.charCodeAt(before);
  const first = text.charCodeAt(start);
  if (isKatakana(first))
    return (
      !isKatakana(previous) || KATAKANA_BEFORE.test(text.slice(Math.max(0, before - 7), before + 1))
    );
  if (isHangul(first)) return !isHangul(previous);
  if (isHanNumeral(first)) return !isNumberStart(previous);
  // One character and a number (长八) is a name only where the character is no end of another word (增长八).
  if (isNumberStart(text.charCodeAt(start + 1)))
    return !isUnspaced(previous) || BEFORE_LONE_CHARACTER.includes(text.charAt(before));
  return true;
}

const KATAKANA_BEFORE =
  /(?:ロケット|エンジン|ミッション|カプセル|サービス|スタートアップ|ベンチャー|メーカー)$/;
const KATAKANA_AFTER =
  /^(?:ロケット|エンジン|ステーション|ミッション|カプセル|シリーズ|チーム|センター|サービス|コンステレーション|ネットワーク|ブースター|プログラム)/;
const BEFORE_LONE_CHARACTER = '由的用和与與及枚以是为為将將在从從让讓把被看';

/** How a name's last symbol is written, for what may follow it. */
export type LastSymbol = 'letter' | 'digit' | 'unspaced' | 'mark';

/** What follows a name that may end. */
export interface NameEnd {
  /** A plural or genitive s follows, which is not part of the name. */
  readonly hasPlural: boolean;
}

const PLAIN_END: NameEnd = { hasPlural: false };
const PLURAL_END: NameEnd = { hasPlural: true };

/**
 * Judges whether a name that ends before `end` may end there; `null` when it may not. `mayTakePlural`
 * allows an s after a word; after a number it is always allowed (`Falcon 9s`). `hasHao` tells that 号 closes it.
 */
export function judgeEnd(
  text: string,
  end: number,
  last: LastSymbol,
  options: { readonly mayTakePlural: boolean; readonly hasHao: boolean; readonly joined: boolean },
): NameEnd | null {
  const { joined } = options;
  let after = end;
  while (isInvisible(text.charCodeAt(after))) after++;
  const next = text.charCodeAt(after);
  if (last === 'unspaced') return mayEndUnspaced(text, end, after) ? PLAIN_END : null;
  if (next === 0x5f || next === 0x40) return null;
  if (last === 'mark') return PLAIN_END;
  if (isLetter(next)) {
    const mayTakePlural = options.mayTakePlural || (last === 'digit' && !options.hasHao);
    if (mayTakePlural && isPlural(text, after)) return PLURAL_END;
    const startsWord = isUpper(next) && isSmall(text.charCodeAt(after + 1));
    const isJoint = joined && (startsWord || (isUpper(next) && !isUpper(text.charCodeAt(end - 1))));
    if (
      last === 'letter'
        ? isJoint
        : (joined && startsWord) || mayFollowNumber(text, after, options.hasHao)
    )
      return PLAIN_END;
    return null;
  }
  if (last === 'letter') return isDigit(next) ? null : PLAIN_END;
  return mayEndNumber(text, after, options.hasHao) ? PLAIN_END : null;
}

function isSmall(code: number): boolean {
  return isLetter(code) && !isUpper(code);
}

/** A small s that ends its word: a capital one is a variant (`Hyperbola-1S`). */
function isPlural(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 0x73) return false;
  const next = text.charCodeAt(at + 1);
  return !isLetter(next) && !isDigit(next);
}

/** A flight serial (`朱雀三号Y1`), or after 号 any Latin word. */
function mayFollowNumber(text: string, at: number, hasHao: boolean): boolean {
  const code = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  if ((code === 0x59 || code === 0x79) && isDigit(next)) return true;
  return hasHao && isLetter(next);
}

function mayEndNumber(text: string, at: number, hasHao: boolean): boolean {
  const code = text.charCodeAt(at);
  // 长征十二号乙 and 长征六号改 are other rockets than the 12 and the 6.
  if (stemLetter(code) !== null || code === 0x6539) return false;
  if (hasHao) return true;
  if (isDigit(code) || code === 0x25 || code === 0xff05) return false;
  const next = text.charCodeAt(at + 1);
  if ((code === 0x2e || code === 0x2c) && isDigit(next)) return false;
  // A hyphen and one capital make a variant of their own: Long March 12-A is not the 12.
  if (
    isHyphenMinus(code) &&
    isUpper(next) &&
    !isLetter(text.charCodeAt(at + 2)) &&
    !isDigit(text.charCodeAt(at + 2))
  )
    return false;
  return !isCounter(text, at);
}

function isHyphenMinus(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011;
}

function mayEndUnspaced(text: string, end: number, after: number): boolean {
  const last = text.charCodeAt(end - 1);
  const next = text.charCodeAt(after);
  if (isKatakana(last))
    return !isKatakana(next) || KATAKANA_AFTER.test(text.slice(after, after + 10));
  if (isHangul(last)) return !isHangul(next) || KOREAN_AFTER.test(text.slice(after, after + 8));
  return true;
}

/** Korean particles and type nouns that cling to a name; the word must end after them. */
const KOREAN_AFTER =
  /^(?:[0-9]*호)?(?:로켓|위성|발사체|우주선|엔진|사|측|호)?(?:은|는|이|가|을|를|의|에|에서|에게|에는|에도|로|으로|로서|로써|와|과|도|만|까지|부터|보다|처럼|라는|이라는|이나|나|라고|이라고|인|란|이란|였다|이다|다)?(?![가-힣])/;

const RUSSIAN_ENDINGS =
  /^(?:а|я|у|ю|е|ы|и|о|й|ь|ом|ем|ой|ей|ою|ею|ью|ам|ям|ах|ях|ами|ями|ов|ев|ый|ий|ого|его|ому|ему|ым|им|ая|яя|ую|юю|ые|ие|ых|их|ыми|ими|ое|ее|ия|ию|ии|ией|ием)?$/;

/**
 * The end of a Cyrillic word whose stem ends before `stemEnd`, when what follows is a case ending (which
 * belongs to the name); `null` when it is another word.
 */
export function inflectedEnd(text: string, stemEnd: number): number | null {
  let end = stemEnd;
  while (isCyrillic(text.charCodeAt(end))) end++;
  return RUSSIAN_ENDINGS.test(text.slice(stemEnd, end).toLowerCase()) ? end : null;
}

/** 80: addresses are looked at no further than this to either side of a name. */
const ADDRESS_REACH = 80;

/** True when the span stands in a web address, a path, an e-mail address or a handle. */
export function isInAddress(text: string, start: number, end: number): boolean {
  let from = start;
  while (from > 0 && start - from < ADDRESS_REACH && isAddressCode(text.charCodeAt(from - 1)))
    from--;
  let to = end;
  while (to < text.length && to - end < ADDRESS_REACH && isAddressCode(text.charCodeAt(to))) to++;
  if (from === start && to === end) return false;
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  if (before.includes('@') || before.includes('://') || /^(?:www\.|\/\w*\/)/i.test(before))
    return true;
  if (/^[\w.+-]*@\w/.test(after)) return true;
  // A domain: labels around the name, and a top-level domain in small letters at their end.
  if (/^[\w-]*\.(?:[\w-]+\.)*[a-z]{2,}(?:[/:?#]|[.,;!]*$)/.test(after)) return true;
  return /(?:^|[^\w.-])(?:[\w-]+\.)+[a-z]{2,}[/:?#]/.test(before) || /[?&]\w+=/.test(before);
}

/** ASCII but spaces, quotes and brackets. */
function isAddressCode(code: number): boolean {
  return (
    code > 0x22 &&
    code < 0x7f &&
    code !== 0x27 &&
    code !== 0x28 &&
    code !== 0x29 &&
    code !== 0x3c &&
    code !== 0x3e &&
    code !== 0x5b &&
    code !== 0x5d &&
    code !== 0x60
  );
}
