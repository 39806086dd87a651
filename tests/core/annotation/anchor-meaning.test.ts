import { expect, describe as group, it } from 'vitest';
import { followEdit, marked, shown } from './support/marked';

/*
 * What an edit did to a passage, and whether it is still the same passage. `after` marks where it must be
 * found; without a mark it must be lost. Both kinds of rows are needed: every rule that keeps a highlight off
 * other words could also take it off its own.
 */
interface Row {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly state: 'placed' | 'changed' | 'lost';
}

const edited: readonly Row[] = [
  {
    name: 'a figure was corrected',
    before:
      'The ship left at noon. [[At least 12 people were on board.]] Two of them were children.',
    after:
      'The ship left at noon. [[At least 15 people were on board.]] Two of them were children.',
    state: 'changed',
  },
  {
    name: 'both figures of a toll were updated',
    before:
      'Police closed the road. [[The blast killed 12 people and injured 40.]] The cause is not known.',
    after:
      'Police closed the road. [[The blast killed 15 people and injured 62.]] The cause is not known.',
    state: 'changed',
  },
  {
    name: 'a marked figure alone was corrected',
    before:
      'The first stage of Osprey-2 can lift [[21.3 tonnes]] into a low orbit around the Earth.',
    after:
      'The first stage of Osprey-2 can lift [[18.3 tonnes]] into a low orbit around the Earth.',
    state: 'changed',
  },
  {
    name: 'a marked figure without its unit was corrected',
    before:
      'The first stage of Osprey-2 can lift [[21.3]] tonnes into a low orbit around the Earth.',
    after:
      'The first stage of Osprey-2 can lift [[18.3]] tonnes into a low orbit around the Earth.',
    state: 'changed',
  },
  {
    name: 'a misprint was corrected',
    before: 'It was late. [[The lanuch was delayed by strong wnids at altitude.]] Nobody minded.',
    after: 'It was late. [[The launch was delayed by strong winds at altitude.]] Nobody minded.',
    state: 'changed',
  },
  {
    name: 'a name was corrected and the rest stayed',
    before:
      'The deal is done. [[Chief executive Jon Petersen told reporters in Oslo on Monday that the price was fair.]] Shares rose.',
    after:
      'The deal is done. [[Chief executive John Pettersen told reporters in Oslo on Monday that the price was fair.]] Shares rose.',
    state: 'changed',
  },
  {
    name: 'words were put in at the beginning',
    before:
      'The crew is safe. [[The capsule landed in the Pacific.]] Divers reached it within minutes.',
    after:
      'The crew is safe. [[On Friday night the capsule landed in the Pacific.]] Divers reached it within minutes.',
    state: 'changed',
  },
  {
    name: 'a clause was put in at the end',
    before:
      'The crew is safe. [[The capsule landed in the Pacific.]] Divers reached it within minutes.',
    after:
      'The crew is safe. [[The capsule landed in the Pacific, some 60 kilometres off the coast of Baja California.]] Divers reached it within minutes.',
    state: 'changed',
  },
  {
    name: 'the sentence was shortened',
    before:
      'The crew is safe. [[The capsule, which had spent 167 days in orbit attached to the station, landed in the Pacific shortly after midnight.]] Divers reached it within minutes.',
    after:
      'The crew is safe. [[The capsule landed in the Pacific shortly after midnight.]] Divers reached it within minutes.',
    state: 'changed',
  },
  {
    name: 'a new sentence was put in before it and it was edited',
    before:
      'The crew is safe. [[The capsule landed in the Pacific on Friday.]] Divers reached it within minutes.',
    after:
      'The crew is safe. Weather had been a concern all week. [[The capsule splashed down in the Pacific on Friday.]] Divers reached it within minutes.',
    state: 'changed',
  },
  {
    name: 'the paragraph moved to the end and was edited',
    before:
      'Costs have risen twice this year.\n\n[[The ministry wants to sign the contract for the second launch site before the summer break.]]\n\nThe opposition is against it.',
    after:
      'Costs have risen twice this year.\n\nThe opposition is against it.\n\nTwo villages would have to move.\n\n[[The ministry wants to sign the contract for a second launch site before the summer break.]]',
    state: 'changed',
  },
  {
    name: 'part of a sentence is marked and a word in it was replaced',
    before:
      'Engineers said [[the turbopump had been running hotter than planned]] for about nine seconds before the shutdown.',
    after:
      'Engineers said [[the turbopump had been running hotter than expected]] for about nine seconds before the shutdown.',
    state: 'changed',
  },
  {
    name: 'a Chinese figure was corrected',
    before: '火箭于上午点火升空。[[此次任务共搭载12颗卫星。]]发射取得圆满成功。',
    after: '火箭于上午点火升空。[[此次任务共搭载14颗卫星。]]发射取得圆满成功。',
    state: 'changed',
  },
  {
    name: 'a Chinese sentence was reworded in place',
    before:
      '公司成立于2018年。[[公司计划在明年年底前建成年产五十发火箭的总装基地。]]项目总投资二十亿元。',
    after: '公司成立于2018年。[[公司拟于明年年底建成年产50发火箭的总装基地。]]项目总投资二十亿元。',
    state: 'changed',
  },
  {
    name: 'a Japanese sentence was reworded in place',
    before:
      '打ち上げは午前中に行われた。[[衛星は予定の軌道に投入され、地上局との通信も確認された。]]次回の打ち上げは来月の予定だ。',
    after:
      '打ち上げは午前中に行われた。[[衛星は予定の軌道に無事投入され、地上局との通信が確認された。]]次回の打ち上げは来月の予定だ。',
    state: 'changed',
  },
  {
    name: 'a Korean sentence was reworded in place',
    before:
      '발사는 오전에 이루어졌다. [[위성 세 기가 예정된 궤도에 성공적으로 진입했다고 회사가 밝혔다.]] 다음 발사는 내달이다.',
    after:
      '발사는 오전에 이루어졌다. [[위성 네 기가 예정된 궤도에 모두 진입했다고 회사가 밝혔다.]] 다음 발사는 내달이다.',
    state: 'changed',
  },
  {
    name: 'not became did not by another spelling',
    before:
      "He spoke for an hour. [[The company didn't say when the next flight would be.]] Then he left.",
    after:
      'He spoke for an hour. [[The company did not say when the next flight will be.]] Then he left.',
    state: 'changed',
  },
  {
    name: 'a clause with a denial was put in, which does not deny the sentence',
    before:
      'It was a long day. [[The agency has asked for a review of the tank supports.]] Work goes on.',
    after:
      'It was a long day. [[The agency, which did not build the rocket and has no part in its design, has asked for a review of the tank supports.]] Work goes on.',
    state: 'changed',
  },
  {
    name: 'a denial went with other words',
    before:
      'Winds were strong. [[The fire had burned about 3,000 acres by nightfall and was not contained.]] The cause is not known.',
    after:
      'Winds were strong. [[The fire had burned about 5,400 acres by Tuesday morning and was 15% contained.]] The cause is not known.',
    state: 'changed',
  },
  {
    name: 'has yet to became has not',
    before:
      'He spoke for an hour. [[The agency has yet to publish the findings of its inquiry.]] Then he left.',
    after:
      'He spoke for an hour. [[The agency has not published the findings of its inquiry.]] Then he left.',
    state: 'changed',
  },
  {
    name: 'a numbered pad is no denial',
    before:
      'Crews are waiting. [[The rocket stands on the third pad of the northern range.]] It is cold.',
    after:
      'Crews are waiting. [[The rocket stands on pad No. 3 of the northern range.]] It is cold.',
    state: 'changed',
  },
  {
    name: '没有 became 无',
    before: '火箭坠落在山区。[[坠落现场没有人员伤亡。]]调查已经开始。',
    after: '火箭坠落在山区。[[坠落现场无人员伤亡。]]调查已经开始。',
    state: 'changed',
  },
  {
    name: 'a comparison with 不到 is no denial',
    before: '公司公布业绩。[[海外业务收入约占全部营业收入的三成。]]展望不变。',
    after: '公司公布业绩。[[海外业务收入占全部营业收入的不到三成。]]展望不变。',
    state: 'changed',
  },
  {
    name: 'one clause of several statements was denied',
    before:
      'Start.\n\n[[The ministry will build the pad in the north. It has bought land from forty farmers and has paid them well. Work begins in May and ends within three years. The first rocket stands there in autumn, and ships bring the stages by canal. Villages nearby get a new road and a school.]]\n\nEnd.',
    after:
      'Start.\n\n[[The ministry will build the pad in the north. It has bought land from forty farmers and has not paid them well. Work begins in May and ends within three years. The first rocket stands there in autumn, and ships bring the stages by canal. Villages nearby get a new road and a school.]]\n\nEnd.',
    state: 'changed',
  },
  {
    name: 'the sentence was cut in two',
    before:
      'It rained. [[Four of the flights ended in the loss of the upper stage, including two that scattered debris over the Caribbean.]] It stopped.',
    after:
      'It rained. [[Four of the flights ended in the loss of the upper stage. Two of them scattered debris over the Caribbean.]] It stopped.',
    state: 'changed',
  },
];

const otherMeaning: readonly Row[] = [
  {
    name: 'the sentence was deleted and its neighbours remain',
    before:
      'The rocket flew on Tuesday. [[It carried a radar satellite for the navy.]] The next flight is in May.',
    after: 'The rocket flew on Tuesday. The next flight is in May.',
    state: 'lost',
  },
  {
    name: 'another sentence stands in its place',
    before:
      'The rocket flew on Tuesday. [[It carried a radar satellite for the navy.]] The next flight is in May.',
    after:
      'The rocket flew on Tuesday. Residents watched from the beach. The next flight is in May.',
    state: 'lost',
  },
  {
    name: 'the figures of another quarter stand in its place',
    before:
      'Northwind reported on Monday. [[Revenue in the second quarter rose 12 percent to $3.4 million.]] The outlook is unchanged.',
    after:
      'Northwind reported on Monday. Revenue in the third quarter rose 8 percent to $4.1 million. The outlook is unchanged.',
    state: 'lost',
  },
  {
    name: 'the figures of another quarter stand elsewhere',
    before:
      'Northwind reported on Monday. [[Revenue in the second quarter rose 12 percent to $3.4 million.]] The outlook is unchanged.\n\nRevenue in the first quarter rose 9 percent to $3.1 million. Costs fell.',
    after:
      'Northwind reported on Monday. The outlook is unchanged.\n\nRevenue in the first quarter rose 9 percent to $3.1 million. Costs fell.',
    state: 'lost',
  },
  {
    name: 'the same pattern is filled with another company',
    before:
      'Space stocks were mixed. [[Shares of Northwind rose 3.1 percent to $24.10.]] Trading was thin.',
    after:
      'Space stocks were mixed. Shares of Iron Crane rose 2.4 percent to $11.30. Trading was thin.',
    state: 'lost',
  },
  {
    name: 'a list of the same pattern lost one of its lines',
    before:
      'Prices at noon:\n\nNorthwind rose 3.1 percent to $24.10.\n\n[[Iron Crane rose 2.4 percent to $11.30.]]\n\nHalcyon rose 4.9 percent to $80.25.',
    after:
      'Prices at noon:\n\nNorthwind rose 3.1 percent to $24.10.\n\nHalcyon rose 4.9 percent to $80.25.',
    state: 'lost',
  },
  {
    name: 'the statement was denied',
    before:
      'Controllers waited. [[The second stage did reach the planned orbit.]] An inquiry has begun.',
    after:
      'Controllers waited. The second stage did not reach the planned orbit. An inquiry has begun.',
    state: 'lost',
  },
  {
    name: 'the denial was taken back',
    before:
      'Controllers waited. [[The company has not found a buyer for its factory in Wales.]] An inquiry has begun.',
    after:
      'Controllers waited. The company has found a buyer for its factory in Wales. An inquiry has begun.',
    state: 'lost',
  },
  {
    name: 'a denial became the contrary with a word of stress',
    before:
      'Controllers waited. [[The crew was not able to close the forward hatch before the burn.]] An inquiry has begun.',
    after:
      'Controllers waited. The crew was finally able to close the forward hatch before the burn. An inquiry has begun.',
    state: 'lost',
  },
  {
    name: 'a Chinese denial became the contrary with a word of stress',
    before: '控制人员在等待。[[卫星未能进入预定轨道，公司正在分析原因。]]调查已经开始。',
    after: '控制人员在等待。卫星成功进入预定轨道，公司正在分析原因。调查已经开始。',
    state: 'lost',
  },
  {
    name: 'success became failure',
    before:
      'Controllers waited. [[The landing of the booster on the barge was a success.]] An inquiry has begun.',
    after:
      'Controllers waited. The landing of the booster on the barge was a failure. An inquiry has begun.',
    state: 'lost',
  },
  {
    name: 'a rise became a fall',
    before:
      'Markets closed early. [[Shares of the engine maker rose sharply after the announcement.]] Bonds were flat.',
    after:
      'Markets closed early. Shares of the engine maker fell sharply after the announcement. Bonds were flat.',
    state: 'lost',
  },
  {
    name: 'a Chinese statement was denied',
    before: '控制人员在等待。[[火箭二级进入了预定轨道并完成星箭分离。]]调查已经开始。',
    after: '控制人员在等待。火箭二级未进入预定轨道并完成星箭分离。调查已经开始。',
    state: 'lost',
  },
  {
    name: 'a Chinese success became a failure',
    before: '控制人员在等待。[[一子级回收试验取得成功，落点精度优于十米。]]调查已经开始。',
    after: '控制人员在等待。一子级回收试验失败，落点精度优于十米。调查已经开始。',
    state: 'lost',
  },
  {
    name: 'a Chinese pattern is filled with another company and another sum',
    before: '融资仍然活跃。[[北辰航天完成10亿元C轮融资，由国投基金领投。]]市场反应积极。',
    after: '融资仍然活跃。南斗科技完成3亿元A轮融资，由红杉资本领投。市场反应积极。',
    state: 'lost',
  },
  {
    name: 'a Chinese pattern is filled with another quarter',
    before: '公司公布业绩。[[第二季度营业收入为9.4亿元，同比增长21%。]]展望不变。',
    after: '公司公布业绩。第三季度营业收入为11.2亿元，同比增长38%。展望不变。',
    state: 'lost',
  },
  {
    name: 'a marked name alone is gone and stands in another sentence',
    before:
      'The contract went to [[Northwind]] of Bergen, which bid lowest for the tanks. Rivals complained about the price.',
    after:
      'The contract went to a company from Bergen. Rivals complained about the price. Northwind had lost a similar bid last year.',
    state: 'lost',
  },
  {
    name: 'a short sentence is gone and the same words stand at the end of another story on the page',
    before:
      'The mayor was asked about the pad. [[She declined to comment.]] The council votes on Monday.',
    after:
      'The mayor was asked about the pad. The council votes on Monday.\n\nMore news\n\nAn actress was asked about her divorce. She declined to comment. Her film opens in June.',
    state: 'lost',
  },
  {
    name: 'the translation was taken off the page',
    before:
      '火箭成功入轨，一级未能回收。\n\n[[The rocket reached orbit, but its first stage was not recovered.]]\n\n公司将在两个月内公布原因。\n\nThe company will publish the cause within two months.',
    after: '火箭成功入轨，一级未能回收。\n\n公司将在两个月内公布原因。',
    state: 'lost',
  },
  {
    name: 'the page is another story by now',
    before:
      'The rocket flew on Tuesday. [[It carried a radar satellite for the navy of Portugal.]] The next flight is in May.',
    after:
      'Sign in to read on. Subscribers have access to all stories, to the archive and to our weekly letter about satellites.',
    state: 'lost',
  },
  {
    name: 'only the function words recur',
    before: 'It rained. [[This is what we had to do with it in the end.]] Then the sun came out.',
    after: 'It snowed. That was all there was to say of it in the street. Then it was night.',
    state: 'lost',
  },
];

const unchanged: readonly Row[] = [
  {
    name: 'paragraphs were put in a new order',
    before:
      'First came the fog.\n\n[[Then the range opened for the last time that year.]]\n\nThe crowd had gone home.',
    after:
      'The crowd had gone home.\n\nFirst came the fog.\n\nIt lasted.\n\n[[Then the range opened for the last time that year.]]',
    state: 'placed',
  },
  {
    name: 'the translation was taken off and the original is marked',
    before:
      '[[火箭成功入轨，一级未能回收。]]\n\nThe rocket reached orbit, but its first stage was not recovered.',
    after: '[[火箭成功入轨，一级未能回收。]]\n\n公司将在两个月内公布原因。',
    state: 'placed',
  },
  {
    name: 'the second of two equal sentences, and a sentence was put in before both',
    before: 'Alpha flew. The result was good. Beta flew. [[The result was good.]] Gamma flew.',
    after:
      'Zero flew too this morning. Alpha flew. The result was good. Beta flew. [[The result was good.]] Gamma flew.',
    state: 'placed',
  },
  {
    name: 'the first of two equal sentences, and text was taken out before both',
    before:
      'A long introduction that nobody read. Alpha flew. [[The result was good.]] Beta flew. The result was good. Gamma flew.',
    after: 'Alpha flew. [[The result was good.]] Beta flew. The result was good. Gamma flew.',
    state: 'placed',
  },
  {
    name: 'an insertion moves the other copy to exactly the old position',
    before: 'On Monday: [[no launch]]. On Tuesday: no launch. On Friday: go.',
    after: 'News: On Monday: [[no launch]]. On Tuesday: no launch. On Friday: go.',
    state: 'placed',
  },
];

group('a passage whose wording was edited', () => {
  it.each(edited)('is found: $name', expectRow);
});

group('words of another meaning', () => {
  it.each(otherMeaning)('are left alone: $name', expectRow);
});

group('a passage that still stands word for word', () => {
  it.each(unchanged)('is placed: $name', expectRow);
});

function expectRow({ before, after, state }: Row): void {
  const { text, span } = marked(after);
  const wanted = span === null ? 'lost' : `${state}: ${text.slice(span.start, span.end)}`;
  const placement = followEdit(before, after);
  expect(shown(placement, text)).toBe(wanted);
  if (placement.state !== 'lost') expect(placement.start).toBe(span?.start);
}
