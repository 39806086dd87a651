import { isFunctionCharacter } from './word-classes';

/*
 * A sentence that now says the opposite is not the sentence that was marked, however few characters changed.
 * Two lists: words that deny, and pairs of words of which one undoes the other.
 */

const DENYING = new Set(
  (
    'not no never none nobody nothing nowhere neither nor without cannot fail fails failed failing refuse ' +
    'refuses refused deny denies denied unable ' +
    'nicht kein keine keinen keiner nie pas jamais aucun aucune nunca ningún ninguna ' +
    ' unlikely unsuccessful unsuccessfully'
  ).split(' '),
);

/** Chinese characters, Japanese verb endings, Korean syllables. */
const DENYING_CHARACTERS = /[不没未无非否勿沒無않못없]|ない|なかっ|なく|ません/g;
/** Words of more than one character in which such a character denies nothing: adverbs, comparisons, places, compounds. */
const HARMLESS_COMPOUNDS =
  /未来|不过|不仅|不断|不久|不同|不少|不但|不到|不足|不超过|不低于|不止|不幸|不得不|不丹|非常|非洲|南非|北非|非凡|无人(?=机|车|艇|船|驾驶|系统|化)|无线|无论|无疑|无缝|无锡|是否|能否|可否|否则|沉没|無事|無人|無料|無線|不動産/g;

/** "has yet to", "declined to" deny what follows; the 3 of "No. 3" is not denied. */
const DENYING_PHRASES = /\b(?:yet|decline|declines|declined) to\b/g;
const NUMBERED = /\bno \d/g;

/** Opposites: words of one list deny those of the other on the same line. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  [
    'success succeed succeeds succeeded successful successfully 成功',
    'fail fails failed failure unsuccessful unsuccessfully 失败 失利',
  ],
  [
    'rise rises rose risen rising climbed gained jumped up increase increases increased 上涨 增长 增加 上升',
    'fall falls fell fallen falling dropped lost slid down decrease decreases decreased decline declined 下跌 下降 减少',
  ],
  [
    'approve approves approved accept accepts accepted agree agrees agreed 批准 同意 通过',
    'reject rejects rejected refuse refuses refused decline declines declined 拒绝 否决 驳回',
  ],
  ['find finds found 查明 查出', 'ruledout rulesout ruleout 排除'],
  ['confirm confirms confirmed admit admits admitted 证实 承认', 'deny denies denied 否认'],
  ['win wins won 胜', 'lose loses lost 败'],
  ['above more most over higher 高于 超过', 'below less fewer least under lower 低于 不足'],
  [
    'allow allows allowed permit permits permitted 允许',
    'ban bans banned forbid forbids prohibited prohibit 禁止',
  ],
  ['guilty convicted convicts 有罪', 'innocent acquitted acquits cleared exonerated 无罪'],
  [
    'can able likely possible safe legal 可能 安全 合法',
    'unable unlikely impossible unsafe illegal 不可能 危险 非法',
  ],
  [
    'resume resumed continue continues continued 恢复 继续',
    'suspend suspended halt halted cancel cancelled canceled stop stopped 暂停 中止 取消 停止 不再 不会',
  ],
  ['profit profits profitable 盈利 利润', 'loss losses unprofitable 亏损'],
  ['widen widens widened 扩大', 'narrow narrows narrowed 收窄'],
  [
    'buy buys bought buying acquire acquires acquired 买入 增持',
    'sell sells sold selling 卖出 减持',
  ],
  [
    'support supports supported supporting back backs backed favour favor 支持',
    'oppose opposes opposed opposing against 反对',
  ],
  [
    'largest biggest highest best strongest fastest most 最大 最高 最多',
    'smallest lowest worst weakest slowest least 最小 最低 最少',
  ],
  ['create creates created 创造', 'destroy destroys destroyed 摧毁'],
  ['open opens opened reopen reopens reopened 开放', 'close closes closed shut 关闭'],
  ['first 首次', 'last 最后'],
  ['northern north', 'southern south'],
  ['eastern east', 'western west'],
  ['legal lawful', 'illegal unlawful'],
  [
    'stay stays stayed remain remains remained join joins joined 留任 加入',
    'leave leaves left quit quits resign resigns resigned 离任 退出 辞职',
  ],
  ['work works worked working pass passes passed', 'fail fails failed failing broke broken'],
  ['most majority many 多数', 'few minority 少数'],
  ['for', 'against'],
  ['good better best strong stronger', 'bad worse worst poor weak weaker'],
  ['hire hires hired hiring recruit expand 扩招 招聘', 'fire fires fired dismiss 裁减 裁员 解雇'],
  ['public published 公开', 'secret withheld 保密'],
  ['start starts started begin begins began 启动 开始', 'end ends ended finish finishes 结束'],
  ['raise raises raised 提高 上调', 'lower lowers lowered cut cuts 降低 下调'],
  ['grow grows grew grown growing', 'shrink shrinks shrank shrunk shrinking'],
  ['give given grant grants granted', 'deny denies denied'],
  ['uphold upholds upheld', 'dismiss dismisses dismissed overturn overturned'],
  ['satisfied happy pleased', 'dissatisfied unsatisfied unhappy displeased'],
  // One character each, where the other of a word of two stayed: 多数, 少数.
  ['多 大 高 升 涨 快 增 早', '少 小 低 降 跌 慢 减 晚'],
  ['alive survived 生还', 'dead killed died 遇难 死亡'],
  ['ahead early 提前', 'late delayed 推迟 延迟 延后'],
];

const SIDES = new Map<string, readonly number[]>();
OPPOSITES.forEach((pair, line) => {
  pair.forEach((words, side) => {
    for (const word of words.split(' ')) {
      SIDES.set(word, [...(SIDES.get(word) ?? []), line * 2 + side]);
    }
  });
});

/** How many of the words deny what stands around them. Chinese as single characters in order. */
export function denials(keys: readonly string[]): number {
  const running = keys.join(' ');
  const words = keys.filter((key) => DENYING.has(key) || key.endsWith("n't")).length;
  const phrases =
    (running.match(DENYING_PHRASES)?.length ?? 0) - (running.match(NUMBERED)?.length ?? 0);
  const characters = keys.join('').replace(HARMLESS_COMPOUNDS, '').match(DENYING_CHARACTERS);
  return words + phrases + (characters?.length ?? 0);
}

/** Words that only stress what they stand with, and affirm where they take the place of a denial. */
const STRESSING = new Set(
  'fully now finally already completely entirely very great really indeed successfully quickly soon'.split(
    ' ',
  ),
);
const STRESSING_CHARACTERS = /成功|顺利|完全|全部|已经|终于|可以|[已均都能可的了将会也就还仍]/g;

/** True when words other than function words and words that only stress something are among `keys`. */
export function saysSomething(keys: readonly string[]): boolean {
  const words = keys.filter((key) => !STRESSING.has(key)).join('');
  return [...words.replace(STRESSING_CHARACTERS, '')].some(
    (letter) => !isFunctionCharacter(letter),
  );
}

/** Words that count to nothing: a number in their place says the opposite ("Nobody was hurt", "Two people were hurt"). */
const COUNTING_TO_NOTHING = new Set('no nobody none nothing zero 0'.split(' '));
const COUNTING_TO_NOTHING_CHARACTERS = /没有人|没人|无人(?![机车艇船])|无一|没有任何/;

/** True for words among which one counts to nothing. */
export function countsToNothing(keys: readonly string[]): boolean {
  if (COUNTING_TO_NOTHING_CHARACTERS.test(keys.join(''))) return true;
  // "No. 3" is a number, "no one" is not.
  return keys.some(
    (key, index) =>
      COUNTING_TO_NOTHING.has(key) && !(key === 'no' && /^(?!1$)\d/.test(keys[index + 1] ?? '')),
  );
}

/** True when a word of `removed` and a word of `added` are opposites. Keys as `keyOf` makes them; Chinese as running text. */
export function areOpposed(removed: readonly string[], added: readonly string[]): boolean {
  const before = sidesOf(removed);
  if (sidesOf(added).some((side) => before.includes(side ^ 1))) return true;
  return removed.some((word) => added.some((other) => undoes(word, other) || undoes(other, word)));
}

/** "happy", "unhappy". */
function undoes(word: string, other: string): boolean {
  return word.length > 3 && UNDOING.some((prefix) => other === prefix + word);
}

const UNDOING = ['un', 'in', 'im', 'il', 'ir', 'dis', 'non', 'de'];

function sidesOf(keys: readonly string[]): readonly number[] {
  const pairs = keys.slice(1).map((key, index) => (keys[index] ?? '') + key);
  // A character of a longer stretch is not a word by itself.
  const words = keys.length > 1 ? keys.filter((key) => key.length > 1) : keys;
  return [...words, ...pairs].flatMap((key) => SIDES.get(key) ?? []);
}
