import { describe, expect, it } from 'vitest';
import type { Knowledge, Rule } from '@/knowledge/compiler/knowledge';
import { loadKnowledge } from '@/knowledge/compiler/load';
import { formatProblem } from '@/knowledge/compiler/problem';

/** A vocabulary that is small enough to be read beside a test; no test depends on the real one. */
export const VOCABULARY: Readonly<Record<string, string>> = {
  'properties.yaml': `
status: { type: term, terms: status, volatile: true, kinds: [company, rocket, site], label: { en: Status, zh: 状态 } }
maker: { type: entity, many: true, kinds: [rocket], inverse: { en: Makes, zh: 产品 }, label: { en: Maker, zh: 研制 } }
family: { type: entity, kinds: [rocket], label: { en: Family, zh: 系列 } }
founded: { type: date, kinds: [company], label: { en: Founded, zh: 成立 } }
founder: { type: text, many: true, kinds: [company], label: { en: Founders, zh: 创始人 } }
headquarters: { type: text, kinds: [company], label: { en: Headquarters, zh: 总部 } }
revenue: { type: number, units: money, volatile: true, kinds: [company], label: { en: Revenue, zh: 营收 } }
engines-first-stage: { type: entity, counted: true, many: true, kinds: [rocket], label: { en: First stage, zh: 一级发动机 } }
stages: { type: count, kinds: [rocket], label: { en: Stages, zh: 级数 } }
height: { type: number, units: length, kinds: [rocket], label: { en: Height, zh: 全长 } }
liftoff-mass: { type: number, units: mass, kinds: [rocket], label: { en: At liftoff, zh: 起飞质量 } }
first-flight: { type: date, kinds: [rocket], label: { en: First flight, zh: 首飞 } }
last-flight: { type: date, volatile: true, kinds: [rocket], label: { en: Last flight, zh: 最近飞行 } }
launches: { type: count, volatile: true, kinds: [rocket, company, site], label: { en: Launches, zh: 发射次数 } }
reached-orbit: { type: count, volatile: true, kinds: [rocket, company, site], label: { en: Reached orbit, zh: 入轨次数 } }
failures: { type: count, volatile: true, kinds: [rocket, company, site], label: { en: Failures, zh: 失败次数 } }
launch-site: { type: entity, many: true, kinds: [rocket], label: { en: Launch sites, zh: 发射场 } }
coordinates: { type: place, kinds: [site], label: { en: Coordinates, zh: 坐标 } }
website: { type: url, kinds: [company], label: { en: Website, zh: 网站 } }
`,
  'units.yaml': `
m: { family: length, base: 1, label: { en: m, zh: 米 } }
ft: { family: length, base: 0.3048, label: { en: ft, zh: 英尺 } }
kg: { family: mass, base: 1, label: { en: kg, zh: 千克 } }
USD: { family: money, label: { en: US$, zh: 美元 } }
CNY: { family: money, label: { en: ¥, zh: 元 } }
`,
  'terms.yaml': `
status: { flying: { en: Flying, zh: 现役 }, retired: { en: Retired, zh: 已退役 } }
modes: { planned: { en: planned, zh: 计划值 }, as-flown: { en: as flown, zh: 实飞 } }
events: { launch: { en: Launch, zh: 发射 }, landing: { en: Landing, zh: 着陆 } }
`,
  'redirects.yaml': '{}',
  'untrusted.yaml': '{}',
  'sources/shared.yaml': `
gcat-launches: { title: Launch log, publisher: J. McDowell, url: https://planet4589.org/space/gcat, date: 2026-09-28 }
`,
  'sources/gcat-launches.tsv': [
    'launch_tag\tlaunch_date\tlv_type\tlaunch_site\tagency\tlaunch_code',
    '2025-001\t2025-01-05\tAlpha\tJQ\tMAKER\tOS',
    '2025-F01\t2025-03-05\tAlpha\tJQ\tMAKER\tOF',
    '2025-050\t2025-06-05\tAlpha-B\tWEN\tMAKER/AGENT\tOS75',
    '2026-U01\t2026-02-05\tBeta\tWEN\tOTHER\tOS',
    '2026-F02\t2026-09-20\tBeta\tSEA\tOTHER\tOF',
  ].join('\n'),
};

/** A source that claims in tests may cite. */
export const SOURCES = `
sources:
  press: { title: A report, publisher: A paper, url: https://example.org/a, date: 2026-03-01 }`;

/** Loads the files, together with a small vocabulary where they bring none of their own. */
export function knowledgeOf(files: Readonly<Record<string, string>>): Knowledge {
  const { knowledge, problems } = loadKnowledge(
    new Map(Object.entries({ ...VOCABULARY, ...files })),
  );
  if (problems.length > 0)
    throw new Error(`expected files that load, got ${problems.map(formatProblem).join('; ')}`);
  return knowledge;
}

/** What loading the files objects to, as it is printed. */
export function loadingProblems(files: Readonly<Record<string, string>>): string[] {
  return loadKnowledge(new Map(Object.entries({ ...VOCABULARY, ...files }))).problems.map(
    formatProblem,
  );
}

/** One case of a rule: files with one fault and what is printed, or files without any. */
export interface RuleCase {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Each as printed: `file:line: what is wrong; what to do`. Empty for files that pass. */
  readonly problems: readonly string[];
}

/** The tests of one rule. Fails on a table without passing files or without faults. */
export function describeRule(rule: Rule, cases: readonly RuleCase[]): void {
  describe(`rule ${rule.name}`, () => {
    it.each(cases)('$name', ({ files, problems }) => {
      const found = rule.check(knowledgeOf(files)).map(formatProblem);
      expect(found).toEqual(problems.map((problem) => `${problem} [${rule.name}]`));
    });

    it('is tried with files that pass and files that fail', () => {
      expect(cases.some(({ problems }) => problems.length === 0)).toBe(true);
      expect(cases.some(({ problems }) => problems.length > 0)).toBe(true);
    });
  });
}

/** The YAML of an entity: its id and English name, then `body`. */
export function entity(id: string, name: string, body = ''): string {
  return `id: ${id}\nnames: { en: ${name} }\n${body.replace(/^\n/, '')}`;
}
