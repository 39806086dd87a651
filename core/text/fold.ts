/*
 * Characters as names are compared: without case, width, accents and invisible marks. All functions take
 * UTF-16 code units; NaN (past the end of a text) belongs to no class.
 */

/** Characters that readers do not see: soft hyphen, zero-width marks, direction marks, combining accents. */
export function isInvisible(code: number): boolean {
  if (code < 0x300) return code === 0xad;
  return (
    code <= 0x36f ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2064) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff
  );
}

/** Spaces of every width, tabs and line breaks. */
export function isSpace(code: number): boolean {
  if (code <= 0xa0) return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
  return (
    (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x205f || code === 0x3000
  );
}

/** Hyphen-minus, U+2010–2015 (hyphens and dashes), minus sign, full-width hyphen. */
export function isHyphen(code: number): boolean {
  return code === 0x2d || (code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xff0d;
}

/** Straight and curly apostrophes and what is typed for them. */
export function isApostrophe(code: number): boolean {
  return (
    code === 0x27 ||
    code === 0x2019 ||
    code === 0x2018 ||
    code === 0x2bc ||
    code === 0x60 ||
    code === 0xb4 ||
    code === 0xff07
  );
}

/** The raised dots between the parts of foreign names in Chinese and Japanese. */
export function isMiddleDot(code: number): boolean {
  return code === 0xb7 || code === 0x30fb || code === 0x2022 || code === 0x2027 || code === 0xff65;
}

/** A full-width form of an ASCII character as that character; everything else as it is. */
export function toHalfWidth(code: number): number {
  return code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
}

/**
 * The normal form of a letter or digit: small ASCII letters and digits for everything Latin (accents and
 * width go), small letters for Cyrillic and Greek, the character itself for Han, kana and Hangul.
 * 0 for everything that is neither letter nor digit. Superscript digits count as digits (IRIS²).
 */
export function foldCode(code: number): number {
  if (code < 0x80) return foldAscii(code);
  if (code >= 0x3005) {
    if (code >= 0xff01 && code <= 0xff5e) return foldAscii(code - 0xfee0);
    return isUnspaced(code) || code >= 0xd800 ? foldRest(code) : 0;
  }
  if (code < 0xc0) return code === 0xb2 ? 0x32 : code === 0xb3 ? 0x33 : code === 0xb9 ? 0x31 : 0;
  return code < 0x2000 ? foldAccented(code) : 0;
}

function foldAscii(code: number): number {
  if (code >= 0x61 && code <= 0x7a) return code;
  if (code >= 0x41 && code <= 0x5a) return code + 0x20;
  return code >= 0x30 && code <= 0x39 ? code : 0;
}

/** Halves of surrogate pairs stand for themselves: a name may hold them, and then both must be there. */
function foldRest(code: number): number {
  return code >= 0xe000 && code < 0xf900 ? 0 : code > 0xfaff ? 0 : code;
}

/** Letters that Unicode does not take apart into a base and an accent. */
const UNDIVIDED: Readonly<Record<number, number>> = {
  230: 0x61, // æ
  240: 0x64, // ð
  248: 0x6f, // ø
  223: 0x73, // ß
  273: 0x64, // đ
  305: 0x69, // ı
  322: 0x6c, // ł
  339: 0x6f, // œ
};

function foldAccented(code: number): number {
  if (code === 0xd7 || code === 0xf7 || isInvisible(code)) return 0;
  const lower = String.fromCharCode(code).toLowerCase();
  const undivided = UNDIVIDED[lower.charCodeAt(0)];
  if (undivided !== undefined) return undivided;
  // Cyrillic short i and io keep their own letter otherwise: ё is printed as е, й never as и.
  const base = code >= 0x400 && code < 0x530 && lower !== 'ё' ? lower : lower.normalize('NFD');
  return base.charCodeAt(0);
}

/** An ASCII capital, also in full width, or a capital letter of another script. */
export function isUpper(code: number): boolean {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  if (code >= 0xff21 && code <= 0xff3a) return true;
  if (code < 0xc0 || code >= 0x2000) return false;
  const letter = String.fromCharCode(code);
  return letter !== letter.toLowerCase();
}

/** ASCII digits and their full-width forms. */
export function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

/** Letters of scripts that divide words by spaces, without digits: Latin, Greek, Cyrillic and their kin. */
export function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  if (code >= 0xc0 && code < 0x2000)
    return code !== 0xd7 && code !== 0xf7 && !(code >= 0x300 && code <= 0x36f);
  return (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a);
}

/** Han, kana and Hangul: scripts whose words are not told apart by spaces. */
export function isUnspaced(code: number): boolean {
  if (code < 0x3005) return false;
  return (
    code <= 0x3007 ||
    (code >= 0x3040 && code <= 0x30ff && code !== 0x30fb) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    isHangul(code) ||
    (code >= 0xf900 && code <= 0xfaff)
  );
}

/** Katakana with its long-vowel mark. */
export function isKatakana(code: number): boolean {
  return code >= 0x30a1 && code <= 0x30ff && code !== 0x30fb;
}

/** Hangul syllables. */
export function isHangul(code: number): boolean {
  return code >= 0xac00 && code <= 0xd7a3;
}

/** Cyrillic letters. */
export function isCyrillic(code: number): boolean {
  return code >= 0x400 && code < 0x530;
}
