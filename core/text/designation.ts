import { isDigit, isInvisible, toHalfWidth } from './fold';

/*
 * The grammar of designations, family + number + variant, as knowledge base and page share it:
 *   family   a name in any script: Long March, 长征, CZ
 *   number   digits, full-width digits or Chinese numerals, with 号 or without: 12, １２, 十二号
 *   variant  a letter or, in Chinese, the heavenly stem that stands for it: A, 甲
 * A number is read whole, so that a name with 9 is never found in 90; 号 belongs to the number.
 */

/** A number as read from a text. */
export interface DesignationNumber {
  /** ASCII digits. */
  readonly digits: string;
  /** Offset behind the number, 号 included. */
  readonly end: number;
  /** Written in Chinese numerals. */
  readonly isHan: boolean;
  /** 号 (號) follows and is included. */
  readonly hasHao: boolean;
}

/** The value of a Chinese numeral 零…十, or `null`. 百, 千 and 万 are words in too many names to be read. */
function hanDigit(code: number): number | null {
  // A switch and no table: this is asked of every character of a Chinese candidate.
  switch (code) {
    case 0x3007: // 〇
    case 0x96f6: // 零
      return 0;
    case 0x4e00:
      return 1;
    case 0x4e8c:
      return 2;
    case 0x4e09:
      return 3;
    case 0x56db:
      return 4;
    case 0x4e94:
      return 5;
    case 0x516d:
      return 6;
    case 0x4e03:
      return 7;
    case 0x516b:
      return 8;
    case 0x4e5d:
      return 9;
    case 0x5341:
      return 10;
    default:
      return null;
  }
}

/** True for Chinese numerals 零…十. */
export function isHanNumeral(code: number): boolean {
  return code >= 0x3007 && hanDigit(code) !== null;
}

/** True for characters with which a number may begin. */
export function isNumberStart(code: number): boolean {
  return isDigit(code) || isHanNumeral(code);
}

/** 号 and its traditional form. */
function isHao(code: number): boolean {
  return code === 0x53f7 || code === 0x865f;
}

/** Reads the number that begins exactly at `start`; `null` when none does, or when its numerals make none. */
export function readNumber(text: string, start: number): DesignationNumber | null {
  const first = text.charCodeAt(start);
  const digits = isDigit(first) ? plainDigits(text, start) : hanDigits(text, start);
  if (digits === null) return null;
  const hasHao = isHao(text.charCodeAt(digits.end));
  return {
    digits: digits.value,
    end: hasHao ? digits.end + 1 : digits.end,
    isHan: !isDigit(first),
    hasHao,
  };
}

function plainDigits(text: string, start: number): { value: string; end: number } {
  let value = '';
  let end = start;
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) {
      value += String.fromCharCode(toHalfWidth(code));
      end = at + 1;
    } else if (!isInvisible(code)) return { value, end };
  }
}

/** 十二 is 12, 二十 20, 二十一 21, 十 10; numerals without 十 are read one by one (五〇 is 50). */
function hanDigits(text: string, start: number): { value: string; end: number } | null {
  let end = start;
  while (isHanNumeral(text.charCodeAt(end))) end++;
  if (end === start) return null;
  const run = [...text.slice(start, end)].map((numeral) => hanDigit(numeral.charCodeAt(0)) ?? 0);
  const ten = run.indexOf(10);
  if (ten < 0) return { value: run.join(''), end };
  if (ten > 1 || run.length > ten + 2 || run.lastIndexOf(10) !== ten) return null;
  return { value: `${ten === 1 ? run[0] : 1}${run[ten + 1] ?? 0}`, end };
}

/** The small letter that a heavenly stem stands for as a variant (甲 is `a`), as a code unit; `null` for others. */
export function stemLetter(code: number): number | null {
  switch (code) {
    case 0x7532: // 甲
      return 0x61;
    case 0x4e59: // 乙
      return 0x62;
    case 0x4e19: // 丙
      return 0x63;
    case 0x4e01: // 丁
      return 0x64;
    case 0x620a: // 戊
      return 0x65;
    case 0x5df1: // 己
      return 0x66;
    default:
      return null;
  }
}

/** Chinese words that make the number before them a count or a date: 9次, 12月, 5亿. */
const COUNTED =
  '年月日时時点點分秒次颗顆枚个個名位亿億万萬千百吨噸公米元美台臺架艘家周週轮輪届屆倍成项項人条條％%岁歲';

/** True when the text at `at` makes the number before it a count: a measure word, or 发 (shots) but not 发射, 发动机, 发布. */
export function isCounter(text: string, at: number): boolean {
  const letter = text.charAt(at);
  if (letter === '' || text.charCodeAt(at) < 0x25) return false;
  if (COUNTED.includes(letter)) return true;
  return (
    (letter === '发' || letter === '發') &&
    !'射动動布展起生出表佈'.includes(text.charAt(at + 1) || ' ')
  );
}

/** What may follow a name whose Chinese number stands without 号: 朱雀三首飞, 长十二甲火箭, 朱雀三将于. */
const AFTER_BARE_NUMBER =
  /^(?:火箭|运载|運載|首飞|首飛|首发|首發|发射|發射|成功|试飞|試飛|升空|点火|點火|搭载|搭載|回收|复用|復用|复飞|计划|計劃|遥|遙|型|将|將|的|和|与|與|及|在|于|於|等|是|由)/;

/** True when a Chinese number without 号 may end a name at `at`: 引力一 in 引力一样 is no name. */
export function mayEndBareNumber(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (!(code >= 0x3400 && code <= 0x9fff)) return true;
  return stemLetter(code) !== null || AFTER_BARE_NUMBER.test(text.slice(at, at + 2));
}
