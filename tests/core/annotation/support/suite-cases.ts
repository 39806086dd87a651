import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Selector } from '@/core/annotation/annotation';

/** One case of another project's suite, see `tests/fixtures/anchoring/README.md`. Fields depend on `op`. */
export interface SuiteCase {
  readonly id: string;
  readonly suite: string;
  readonly op: string;
  readonly name: string;
  readonly html?: string;
  readonly text?: string;
  readonly root?: string;
  readonly positionUnit?: 'codepoint';
  readonly selectors?: readonly Readonly<Record<string, unknown>>[];
  readonly scope?: { readonly start: number; readonly end: number } | string;
  readonly range?: {
    readonly start?: number;
    readonly end?: number;
    readonly text?: string;
    readonly fromBefore?: string;
  };
  readonly fragment?: string;
  readonly parsed?: readonly Readonly<Record<string, string>>[];
  readonly lang?: string;
  readonly substring?: string;
  readonly pattern?: string;
  readonly maxErrors?: number;
  readonly queries?: readonly {
    readonly exact: string;
    readonly prefix?: string;
    readonly suffix?: string;
  }[];
  readonly expect: Readonly<Record<string, unknown>> & {
    readonly found?: boolean;
    readonly text?: string | null;
    readonly start?: number;
    readonly end?: number;
    readonly all?: readonly {
      readonly start: number;
      readonly end: number;
      readonly text: string;
    }[];
  };
}

const FILE = fileURLToPath(new URL('../../../fixtures/anchoring/suites.jsonl', import.meta.url));

/** All 340 cases, in the order of the file. */
export const SUITE_CASES: readonly SuiteCase[] = readFileSync(FILE, 'utf8')
  .trim()
  .split('\n')
  .map((line): SuiteCase => JSON.parse(line));

/** The cases of some operations, in the order of the file. */
export function casesOf(...operations: readonly string[]): readonly SuiteCase[] {
  return SUITE_CASES.filter(({ op }) => operations.includes(op));
}

/** The selectors of a case as ours: kinds that plain text cannot answer left out, positions in UTF-16 units of `text`. */
export function selectorsOfCase(suiteCase: SuiteCase, text: string): readonly Selector[] {
  return (suiteCase.selectors ?? []).flatMap((selector): readonly Selector[] => {
    const { type, exact, prefix, suffix, start, end, hint } = selector;
    if (type === 'TextQuoteSelector' && typeof exact === 'string') {
      const quote: Selector = {
        type,
        exact,
        ...(typeof prefix === 'string' ? { prefix } : {}),
        ...(typeof suffix === 'string' ? { suffix } : {}),
      };
      // Hypothesis' tests give the position as a number beside the quote.
      return typeof hint === 'number'
        ? [quote, { type: 'TextPositionSelector', start: hint, end: hint + exact.length }]
        : [quote];
    }
    if (type === 'TextPositionSelector' && typeof start === 'number' && typeof end === 'number') {
      const unit =
        suiteCase.positionUnit === 'codepoint'
          ? (point: number) => offsetOfPoint(text, point)
          : (at: number) => at;
      return [{ type, start: unit(start), end: unit(end) }];
    }
    return [];
  });
}

/** UTF-16 offset of the code point with this index. */
function offsetOfPoint(text: string, point: number): number {
  return [...text].slice(0, point).join('').length;
}
