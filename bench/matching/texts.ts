import { createSeeded, type Seeded } from './seeded';

/*
 * Texts without mentions, in the letter statistics of news: about four capitals in a hundred characters of
 * English; common words and characters of Chinese, including those with which many names begin.
 */

const COMMON =
  'the of and to in a is that for it was on are as with his they at be this from have or by one had not but what all were when we there can an your which their said if do will each about how up out them then she many some so these would other into has more her two like him see time could no make than first been its who now people my made over did down only way find use may water long little very after words called just where most know'.split(
    ' ',
  );
const CONTENT =
  'government market company minister police court season players season police record officials report percent shares growth energy station school weather hospital election campaign technology software customers network research project quarter revenue analysts investors workers industry climate budget council defence families children football league manager supporters village bridge traffic railway airport festival museum theatre painting director audience evening morning yesterday tomorrow summer winter price cost demand supply factory vehicle engine battery launch orbit system service program release version device screen camera phone product'.split(
    ' ',
  );
const NAMES =
  'Monday Tuesday Friday January March September London Paris Berlin Tokyo Washington California Texas Europe America China India John Mary Smith Johnson Anna Peter Brown Wilson Taylor President Minister Reuters Google Apple Microsoft Amazon Samsung Congress Senate Parliament University Street Park River North South East West Premier League United City Bank Group General Electric Ford Tesla Toyota Sony'.split(
    ' ',
  );

function sentence(random: Seeded): string {
  const count = 8 + random.below(16);
  const words: string[] = [];
  for (let at = 0; at < count; at++) {
    const share = random.below(100);
    const from = share < 12 ? NAMES : share < 45 ? CONTENT : COMMON;
    words.push(from[random.below(from.length)] ?? 'the');
  }
  if (random.below(3) === 0) words.splice(random.below(count), 0, String(random.below(3000)));
  const text = words.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** English of about `length` characters, one byte each. */
export function englishText(length: number, seed: number): string {
  const random = createSeeded(seed);
  let text = '';
  while (text.length < length) text += `${sentence(random)}${random.below(5) === 0 ? '\n\n' : ' '}`;
  return flat(text.slice(0, length));
}

/** The same with typographic quotation marks and dashes, so that engines store two bytes a character. */
export function typographicText(length: number, seed: number): string {
  const random = createSeeded(seed);
  let text = '';
  while (text.length < length)
    text +=
      random.below(4) === 0
        ? `“${sentence(random)}” `
        : `${sentence(random)}${random.below(5) === 0 ? ' – ' : ' '}`;
  return flat(text.slice(0, length));
}

const HAN_WORDS =
  '中国 北京 上海 国际 科技 技术 公司 发展 市场 经济 企业 政府 记者 报道 今年 去年 目前 已经 可以 我们 他们 问题 工作 社会 世界 国家 人民 城市 服务 产品 项目 投资 增长 产业 创新 研究 大学 学生 教育 文化 生活 健康 医院 汽车 能源 电力 网络 数据 平台 用户 手机 游戏 电影 音乐 比赛 球队 球员 教练 冠军 天气 空气 海洋 河流 云南 江苏 广东 深圳 成都 西安 美国 日本 欧洲 合作 会议 主席 总统 部长 表示 认为 指出 介绍 通过 进行 实现 提高 加强 推动 支持 建设 管理 安全 质量 水平 能力 时间 地方 方面 情况 结果 原因 活动 计划 星期 火车 天空 月亮 太阳 长江 光明 力量 引导 重要 双方 智能 神秘 龙舟 白天 银行 深入 微信 快速 开展 行动'.split(
    ' ',
  );
const HAN_SINGLES = [
  ...'的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处',
];

/** Chinese of about `length` characters. */
export function chineseText(length: number, seed: number): string {
  const random = createSeeded(seed);
  let text = '';
  while (text.length < length) {
    for (let left = 5 + random.below(12); left > 0; left--)
      text +=
        random.below(2) === 0
          ? HAN_WORDS[random.below(HAN_WORDS.length)]
          : HAN_SINGLES[random.below(HAN_SINGLES.length)];
    if (random.below(8) === 0) text += String(random.below(2030));
    text += random.below(3) === 0 ? '。' : '，';
    if (random.below(25) === 0) text += '\n\n';
  }
  return flat(text.slice(0, length));
}

/** A string that engines store in one piece: what a page's `textContent` is. */
function flat(text: string): string {
  return text.split('').join('');
}
