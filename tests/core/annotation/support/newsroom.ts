import { splitSentences } from './news-edits';
import { createRandom, type Random } from './random';

/*
 * What newsrooms do to a published story, one named kind of edit at a time, on top of a second edition in which
 * much else has changed as well. `news-edits.ts` changes words at random; these keep, or break, the meaning.
 */

/** What a kind of edit leaves of the sentence: the same statement in other words, another statement, or nothing. */
export type Fate = 'same meaning' | 'other meaning' | 'gone';

export interface NewsroomEdit {
  readonly name: string;
  readonly fate: Fate;
  readonly language: 'en' | 'zh' | 'both';
  /** The edited sentence; null where this kind of edit does not fit. `others` are the story's other sentences. */
  readonly edit: (sentence: string, random: Random, others: readonly string[]) => string | null;
}

/** Replaces the first match; null without one. */
function swap(sentence: string, pattern: RegExp, by: string | ((...found: string[]) => string)) {
  const edited =
    typeof by === 'string' ? sentence.replace(pattern, by) : sentence.replace(pattern, by);
  return edited === sentence ? null : edited;
}

const SPEAKER = /^(["“].+?)([,.?!])(["”]) (?:said|told reporters) ([^.]+)\.$/;
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

export const NEWSROOM_EDITS: readonly NewsroomEdit[] = [
  {
    name: 'untouched, the rest rewritten',
    fate: 'same meaning',
    language: 'both',
    edit: (sentence) => sentence,
  },
  {
    name: 'curly quotes, no-break spaces, other hyphens',
    fate: 'same meaning',
    language: 'en',
    edit: (sentence) =>
      sentence
        .replace(/(^|[\s(])"/g, '$1“')
        .replace(/"/g, '”')
        .replace(/'/g, '’')
        .replace(/(\d) (\p{L})/gu, '$1\u00a0$2')
        .replace(/(\p{L})-(\p{L}|\d)/gu, '$1\u2011$2'),
  },
  {
    name: 'attribution moved to the front',
    fate: 'same meaning',
    language: 'en',
    edit: (sentence) =>
      swap(
        sentence,
        SPEAKER,
        (_, quote = '', _mark, close = '', who = '') => `${upper(who)} said: ${quote}.${close}`,
      ),
  },
  {
    name: 'attribution added at the end',
    fate: 'same meaning',
    language: 'en',
    edit: (sentence, random) =>
      /said|["“]/.test(sentence)
        ? null
        : swap(
            sentence,
            /\.$/,
            random.pick([', officials said.', ', the company said in a filing.', ', it added.']),
          ),
  },
  {
    name: 'attribution put in front',
    fate: 'same meaning',
    language: 'en',
    edit: (sentence, random) =>
      /said|["“]|^It /.test(sentence)
        ? null
        : `${random.pick(['Officials said', 'The company confirmed', 'Two people familiar with the matter said'])} ${lower(sentence)}`,
  },
  {
    name: 'last clause moved to the front',
    fate: 'same meaning',
    language: 'en',
    edit: (sentence) =>
      swap(
        sentence,
        /^([^,"“]{25,}),? ((?:after|because|when|as|since|while|with|in|on|at|from) [^,"“.]{12,60})\.$/,
        (_, main = '', clause = '') => `${upper(clause)}, ${lower(main)}.`,
      ),
  },
  {
    name: 'first clause moved to the end',
    fate: 'same meaning',
    language: 'en',
    edit: (sentence) =>
      swap(
        sentence,
        /^((?:In|On|At|After|By|For|If|Under) [^,"“]{4,50}), ([^"“]{20,})\.$/,
        (_, clause = '', main = '') => `${upper(main)} ${lower(clause)}.`,
      ),
  },
  {
    name: 'two figures updated',
    fate: 'same meaning',
    language: 'both',
    edit: (sentence, random) => {
      let count = 0;
      const edited = sentence.replace(
        /(?<![\p{L}\d-])\d{2,3}(?![\d年月日号:.]|\s*(?:a\.m|p\.m))/gu,
        (figure) => (count++ < 2 ? String(Number(figure) + 1 + random.below(7)) : figure),
      );
      return edited === sentence ? null : edited;
    },
  },
  {
    name: 'numbers spelt out, or written in figures',
    fate: 'same meaning',
    language: 'en',
    edit: (sentence) =>
      swap(
        sentence,
        / (two|three|four|five|six|seven|eight|nine) /,
        (_, word = '') => ` ${NUMBERS.indexOf(word)} `,
      ) ??
      swap(sentence, / ([2-9]) (?=\p{Ll})/u, (_, figure = '') => ` ${NUMBERS[Number(figure)]} `),
  },
  {
    name: 'tense and aspect changed',
    fate: 'same meaning',
    language: 'en',
    edit: (sentence) =>
      swap(
        sentence,
        / (is|are) (\p{Ll}+ing) /u,
        (_, be = '', verb = '') => ` ${be === 'is' ? 'was' : 'were'} ${verb} `,
      ) ??
      swap(sentence, / has (\p{Ll}+ed) /u, ' $1 ') ??
      swap(sentence, / plans to /, ' will ') ??
      swap(sentence, / wants to /, ' would like to ') ??
      swap(sentence, / said that /, ' says '),
  },
  {
    name: 'a name replaced by a noun',
    fate: 'same meaning',
    language: 'en',
    edit: (sentence, random) =>
      swap(
        sentence,
        /^(?:[A-Z]\p{L}+ [A-Z]\p{L}+|[A-Z]\p{L}{3,}) (?=\p{Ll}+ )/u,
        random.pick(['The company ', 'It ', 'The operator ']),
      ),
  },
  {
    name: 'synonyms and a clause taken out',
    fate: 'same meaning',
    language: 'en',
    edit: (sentence) => {
      const edited = sentence
        .replace(/, (?:which|who|of which|including)[^,.]{6,70}(?=[,.])/, '')
        .replace(/\babout\b/, 'some')
        .replace(/\bwill\b/, 'is expected to')
        .replace(/\bcompany\b/, 'firm')
        .replace(/\brocket\b/, 'launch vehicle')
        .replace(/\bmore than\b/, 'over')
        .replace(/\bplanned\b/, 'intended');
      return edited === sentence ? null : edited;
    },
  },
  {
    name: 'joined to another sentence',
    fate: 'same meaning',
    language: 'en',
    edit: (sentence, random, others) =>
      /["“]/.test(sentence)
        ? null
        : swap(sentence, /\.$/, `, and ${lower(random.pick(others)).replace(/["“”]/g, '')}`),
  },
  {
    name: 'cut in two',
    fate: 'same meaning',
    language: 'en',
    edit: (sentence) =>
      swap(sentence, /^([^"“]{30,}),? (?:and|but) (?=[^"“]{25,}$)/, '$1. It also '),
  },
  {
    name: 'shortened to its main clause',
    fate: 'same meaning',
    language: 'both',
    edit: (sentence) => swap(sentence, /^([^,，"“”]{30,})[,，][^"“”]{10,}([.。])$/u, '$1$2'),
  },
  {
    name: '语序与措辞调整',
    fate: 'same meaning',
    language: 'zh',
    edit: (sentence) => {
      const edited = sentence
        .replace('表示', '称')
        .replace('约', '大约')
        .replace('计划', '拟')
        .replace('目前', '截至目前')
        .replace('成功发射', '顺利升空')
        .replace('将', '预计将')
        .replace('公司', '该公司');
      return edited === sentence ? null : edited;
    },
  },
  {
    name: '引语改为转述',
    fate: 'same meaning',
    language: 'zh',
    edit: (sentence) =>
      swap(
        sentence,
        /^“(.{8,})[。？！，]”(.{2,24})(?:说|表示)(.*)。$/u,
        (_, words = '', who = '', rest = '') => `${who}${rest}表示，${words}。`,
      ),
  },
  {
    name: '加入消息来源',
    fate: 'same meaning',
    language: 'zh',
    edit: (sentence, random) =>
      /[“”]/.test(sentence)
        ? null
        : random.pick(['据知情人士透露，', '记者从公司获悉，', '公告显示，']) + sentence,
  },
  {
    name: 'a denial put in',
    fate: 'other meaning',
    language: 'en',
    edit: (sentence) =>
      /\bnot?\b|n't|["“]/.test(sentence) || sentence.length > 160
        ? null
        : swap(sentence, / (is|are|was|were|will|can|could|may|has|have|had) /, ' $1 not '),
  },
  {
    name: 'turned into its opposite',
    fate: 'other meaning',
    language: 'en',
    edit: (sentence) =>
      sentence.length > 160
        ? null
        : (swap(sentence, /\brose\b/, 'fell') ??
          swap(sentence, /\bfell\b/, 'rose') ??
          swap(sentence, /\bapproved\b/, 'rejected') ??
          swap(sentence, /\bmore than\b/, 'fewer than') ??
          swap(sentence, /\bfailed\b/, 'succeeded') ??
          swap(sentence, /\ballowed\b/, 'banned')),
  },
  {
    name: '改为否定',
    fate: 'other meaning',
    language: 'zh',
    edit: (sentence) =>
      /[不未没无非]/.test(sentence) || sentence.length > 60
        ? null
        : (swap(sentence, /已经|已/, '尚未') ??
          swap(sentence, /计划/, '不计划') ??
          swap(sentence, /可/, '不可')),
  },
  {
    name: '改为相反',
    fate: 'other meaning',
    language: 'zh',
    edit: (sentence) =>
      sentence.length > 60
        ? null
        : (swap(sentence, /上涨|增长/, '下降') ??
          swap(sentence, /下跌|下降/, '上涨') ??
          swap(sentence, /成功/, '失败') ??
          swap(sentence, /收窄/, '扩大')),
  },
  {
    name: 'three edits at once',
    fate: 'same meaning',
    language: 'both',
    edit: (sentence, random, others) => {
      const language = /\p{Script=Han}{4}/u.test(sentence) ? 'en' : 'zh';
      const kinds = NEWSROOM_EDITS.filter(
        (kind) =>
          kind.fate === 'same meaning' &&
          kind.language !== language &&
          !/three|joined|untouched/.test(kind.name),
      );
      let edited = sentence;
      for (let edits = 0, tries = 0; edits < 3 && tries < 30; tries++) {
        const next = random.pick(kinds).edit(edited, random, others);
        if (next === null || next === edited) continue;
        edited = next;
        edits++;
      }
      return edited === sentence ? null : edited;
    },
  },
  { name: 'deleted', fate: 'gone', language: 'both', edit: () => '' },
  {
    name: 'replaced by a sentence on the same matter',
    fate: 'gone',
    language: 'en',
    edit: (_, random) =>
      random.pick([
        'The company did not reply to questions sent on Monday.',
        'Investors had been waiting for the news since the spring.',
        'A spokesman for the operator said that more would be known later.',
        'Officials are due to meet at the site later this week.',
      ]),
  },
];

export interface NewsroomCase {
  readonly name: string;
  readonly fate: Fate;
  readonly before: string;
  readonly passage: string;
  readonly after: string;
  /** The passage's words in `after`; null unless the meaning stayed. */
  readonly now: string | null;
}

const ADDITIONS = {
  en: [
    'Image caption: The site on Monday morning',
    'This story was updated with comments from the company.',
    'Read more: what we know so far',
    'Analysts said that the market had expected as much.',
    'A hearing has been set for next month.',
  ],
  zh: [
    '（责任编辑：林晓）',
    '相关阅读：更多详情',
    '业内人士称，市场对此早有预期。',
    '本报将继续关注。',
  ],
};

/**
 * One case: a sentence of a story edited in one way, in a second edition of the story. `unrest` 0…1 says how much else
 * has changed: sentences deleted, reworded and added, paragraphs moved. Null where the edit fits no sentence.
 */
export function newsroomCase(
  story: string,
  kind: NewsroomEdit,
  unrest: number,
  seed: number,
): NewsroomCase | null {
  const random = createRandom(seed);
  const language = /\p{Script=Han}{4}/u.test(story) ? 'zh' : 'en';
  if (kind.language !== 'both' && kind.language !== language) return null;
  const paragraphs = story
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => [...splitSentences(paragraph)]);
  const sentences = paragraphs.slice(1).flat();
  const fitting = sentences.filter(
    (sentence) =>
      sentence.length >= (language === 'zh' ? 16 : 45) &&
      kind.edit(sentence, createRandom(seed), sentences) !== null,
  );
  if (fitting.length === 0) return null;
  const passage = random.pick(fitting);
  const others = sentences.filter((sentence) => sentence !== passage);
  const edited = kind.edit(passage, random, others) ?? '';
  const joint = language === 'zh' ? '' : ' ';
  const next = paragraphs.map((paragraph, index) =>
    paragraph.flatMap((sentence) => {
      if (sentence === passage) return edited === '' ? [] : [edited];
      if (index === 0 || !random.chance(unrest)) return [sentence];
      return unsettle(sentence, language, random, others);
    }),
  );
  if (random.chance(unrest / 2) && next.length > 4) {
    const [moved = []] = next.splice(1 + random.below(next.length - 1), 1);
    next.splice(1 + random.below(next.length - 1), 0, moved);
  }
  return {
    name: kind.name,
    fate: kind.fate,
    before: paragraphs.map((paragraph) => paragraph.join(joint)).join('\n\n'),
    passage,
    after: next
      .filter((paragraph) => paragraph.length > 0)
      .map((paragraph) => paragraph.join(joint))
      .join('\n\n'),
    now: kind.fate === 'same meaning' ? edited : null,
  };
}

function unsettle(
  sentence: string,
  language: 'en' | 'zh',
  random: Random,
  sentences: readonly string[],
): readonly string[] {
  const fate = random.next();
  if (fate < 0.25) return [];
  if (fate < 0.5) return [sentence, random.pick(ADDITIONS[language])];
  const kinds = NEWSROOM_EDITS.filter(
    (kind) => kind.fate === 'same meaning' && kind.language !== (language === 'en' ? 'zh' : 'en'),
  );
  return [random.pick(kinds).edit(sentence, random, sentences) ?? sentence];
}
