import { type EntityId, kindOf } from '@/core/knowledge/entity';
import type { Span } from '@/core/text/span';
import { cueAt, cueBefore } from './cue-index';
import type { FoundName } from './features';
import type { Lexicon } from './lexicon';
import type { Page } from './page';
import { isInside } from './surroundings';

/*
 * What stands before or behind a Chinese, Japanese or Korean name without being part of it: particles as single
 * characters, words whole. 电子元器件, 引力波 and 风云变幻 begin with names of ours; their next character is in no list.
 */
const USUAL_BEFORE = new RegExp(
  `(?:[${[
    '的和与與及、由在对對为為以从從到向将將用乘搭送是于於把被让讓比给給如像含等代该該此而或即了着个個家型枚艘颗顆则則后後前年月日时時',
    '内のがはをにとでもや',
  ].join('')}]|${[
    '发射|發射|公司|企业|企業|民企|火箭|卫星|衛星|飞船|飛船|我国|我國|中国|中國|美国|美國|国产|國產|旗下|其中|名为|名為|称为|稱為',
    '自研|研制|研製|选择|選擇|采用|採用|使用|乘坐|包括|以及|成为|成為|超过|超過|挑战|挑戰|对标|對標|收购|收購|投资|投資|看好|拥有|擁有|另有|还有|還有|没有|沒有|新型|一代',
  ].join('|')})$`,
);
const USUAL_AFTER = new RegExp(
  `^(?:[${[
    '一二三四五六七八九十甲乙丙丁的和与與及、在于於将將是为為也已曾则則又再还還等由号號从從遥遙拟擬未或并並仍均都不没沒要会會把被向去来來再就才先刚剛这這那其此该該两兩第',
    'の：のがはをにとでもやへ은는이가을를의에와과로도만',
  ].join('')}]|${[
    '系列|家族|公司|集团|集團|火箭|卫星|衛星|运载|運載|发射|發射|发动机|發動機|发布|發佈|首飞|首飛|首次|首枚|首发|首發|升空|起飞|起飛|点火|點火',
    '入轨|入軌|飞行|飛行|回收|着陆|著陸|成功|失利|失败|失敗|完成|搭载|搭載|执行|執行|试飞|試飛|试车|試車|重型|计划|計劃|项目|項目|团队|團隊',
    '终于|終於|专家|專家|院长|院長|首席|总师|總師|总设计师|抓总|抓總|助力|面向|对于|对外|表示|宣布|宣佈|公布|公佈|称|稱|说|說|今年|今天|今日|近日|近期|日前|目前|此前|此次|去年|明年|有望|可以|可能|能够|能夠|研制|研製|研发|研發|上市|完成|成立|成为|成為|创始|創始',
    '航天器|低轨|低軌|导航卫星|導航衛星|之后|之後|之前|冲刺|衝刺|冲击|衝擊|递交|遞交|提交|融资|融資|估值|股价|股價|市值|营收|營收|亏损|虧損|高管|员工|員工|董事|副总|副總|方面|内部|內部|工厂|工廠|总部|總部',
  ].join('|')})`,
);

/** True when what stands directly before a name in a script without spaces leaves it whole. */
export function isUsualBefore(
  page: Page,
  lexicon: Lexicon,
  found: FoundName,
  names: readonly Span[],
): boolean {
  const before = page.text.slice(Math.max(0, found.start - 2), found.start);
  if (USUAL_BEFORE.test(before) || isInside(names, found.start - 1)) return true;
  const noun = cueBefore(lexicon.nouns, page.lower, found.start);
  return noun !== null && (noun.mask & kindsOf(lexicon, found.alias.entities)) !== 0;
}

/** True when what stands directly behind a name in a script without spaces leaves it whole. */
export function isUsualAfter(
  page: Page,
  lexicon: Lexicon,
  found: FoundName,
  names: readonly Span[],
): boolean {
  const after = page.text.slice(found.end, found.end + 4);
  if (USUAL_AFTER.test(after) || isInside(names, found.end)) return true;
  // A word for another kind of thing makes another word of it: 电子系统 are electronics, 千帆系统 is ours.
  const kinds = kindsOf(lexicon, found.alias.entities);
  const noun = cueAt(lexicon.nouns, page.lower, found.end);
  if (noun !== null && (noun.mask & kinds) !== 0) return true;
  const act = cueAt(lexicon.acts, page.lower, found.end);
  return act !== null && (act.mask & kinds) !== 0;
}

function kindsOf(lexicon: Lexicon, entities: readonly EntityId[]): number {
  return entities.reduce((mask, id) => mask | lexicon.kindMask(kindOf(id)), 0);
}
