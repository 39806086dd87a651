/*
 * What a token says about the identity of a sentence. Function words say little; a name or the quarter that
 * figures belong to says what the sentence is about; a figure may be corrected without the sentence becoming
 * another one. Lists are short on purpose: they steer weights, they do not understand language.
 */

export type WordClass = 'function' | 'content' | 'name' | 'figure' | 'period';

const FUNCTION_WORDS = new Set(
  (
    'a an the this that these those there here it its he she his her him they them their we our us you your i my me ' +
    'who whom whose which what when where while why how of in on at by to from with into onto over under about after ' +
    'before between through during against among per as than and or but nor so yet if then because although though ' +
    'since until unless is are was were be been being am do does did done has have had having will would shall should ' +
    'can could may might must also just only very more most much many some any all both each every other another such ' +
    'own same too not no up down out off again still even now ' +
    'der die das den dem des ein eine einer eines und oder aber ist sind war von zu mit auf im für nicht ' +
    'le la les un une des du de et ou est sont dans par pour que qui sur au aux il elle ' +
    'el los las una y o en es son por con para del al se su'
  ).split(' '),
);

const FUNCTION_CHARACTERS = new Set(
  '的了在是和与及将已于为也就都而之其这那有地得着过们个上下中等把被对从到以并或但所可能会要のはがをにでとも、',
);

const PERIOD_WORDS = new Set(
  (
    'first second third fourth fifth sixth seventh eighth ninth tenth last previous quarter half ' +
    'q1 q2 q3 q4 h1 h2 1h 2h january february march april june july august september october november december ' +
    '1st 2nd 3rd 4th'
  ).split(' '),
);

const NUMBER_WORDS = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, value) => [word, String(value)]),
);

const CALENDAR_WORDS = new Set(
  'monday tuesday wednesday thursday friday saturday sunday'.split(' '),
);

/** The class of a word by its form alone; whether it is a name only its surroundings can tell. */
export function classOf(key: string): Exclude<WordClass, 'name'> {
  const first = key.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return classOfFigure(key);
  if (FUNCTION_WORDS.has(key)) return 'function';
  return PERIOD_WORDS.has(key) ? 'period' : 'content';
}

/** True for words that are written with a capital and name nobody. */
export function isCalendarWord(key: string): boolean {
  return CALENDAR_WORDS.has(key);
}

/** True for a character of a script without spaces that carries grammar more than meaning. */
export function isFunctionCharacter(character: string): boolean {
  return FUNCTION_CHARACTERS.has(character);
}

/** The form in which tokens are compared: lower case, digits without separators, number words as digits, no possessive. */
export function keyOf(token: string): string {
  const key = token.toLowerCase();
  const first = key.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) {
    return key.includes(',') ? key.replace(/(?<=\d),(?=\d{3})/g, '') : key;
  }
  return NUMBER_WORDS.get(key) ?? (/['’ʼ]/.test(key) ? withoutPossessive(key) : key);
}

function withoutPossessive(key: string): string {
  return key.replace(/[’ʼ]/g, "'").replace(/(?<=\p{L})'s$|(?<=s)'$/u, '');
}

/** 1900 to 2099 standing alone is a year, and so is what a period word was cut down to. */
function classOfFigure(key: string): 'period' | 'figure' {
  return /^(?:19|20)\d\d$/.test(key) || PERIOD_WORDS.has(key) ? 'period' : 'figure';
}
