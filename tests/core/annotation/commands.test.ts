import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, describe as group, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Runs a command on lines from standard input; what it prints, line by line, and its exit code. */
function run(command: string, lines: readonly string[]) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--no-warnings', `tools/${command}.ts`, '-'],
    {
      cwd: ROOT,
      input: lines.join('\n'),
      encoding: 'utf8',
      env: { ...process.env, TSX_TSCONFIG_PATH: `${ROOT}tsconfig.json` },
    },
  );
  return {
    answers: stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line)),
    stderr,
    status,
  };
}

group('the commands for people who work on anchoring', () => {
  it('anchor answers each line with state, place and score', () => {
    const quote = {
      type: 'TextQuoteSelector',
      exact: 'Nobody was hurt.',
      prefix: 'It flew. ',
      suffix: ' It rained.',
    };
    const { answers, stderr, status } = run('anchor', [
      JSON.stringify({
        id: 'a',
        text: 'It flew. Nobody was hurt. It rained.',
        selectors: [quote, { type: 'TextPositionSelector', start: 9, end: 25 }],
      }),
      JSON.stringify({
        id: 2,
        text: 'It flew. Nobody at all was hurt. It rained.',
        selectors: [quote],
      }),
      JSON.stringify({
        id: 'c',
        text: 'It flew. It rained.',
        selectors: [quote, { type: 'CssSelector', value: 'p' }],
      }),
      JSON.stringify({
        id: 'd',
        text: 'A line separator\u2028and 🚀 it.',
        selectors: [{ type: 'TextQuoteSelector', exact: '🚀' }],
      }),
    ]);
    expect(answers).toEqual([
      { id: 'a', state: 'placed', start: 9, end: 25, score: 1 },
      expect.objectContaining({ id: 2, state: 'changed' }),
      { id: 'c', state: 'lost', start: null, end: null, score: expect.any(Number) },
      { id: 'd', state: 'placed', start: 21, end: 23, score: 1 },
    ]);
    expect([stderr, status]).toEqual(['', 0]);
  });

  it('describe answers each line with selectors or the reason for none', () => {
    const { answers, status } = run('describe', [
      JSON.stringify({ id: 'a', text: 'One two three', start: 3, end: 8 }),
      JSON.stringify({ id: 'b', text: 'One   two', start: 3, end: 6 }),
    ]);
    expect(answers).toEqual([
      {
        id: 'a',
        selectors: [
          { type: 'TextQuoteSelector', exact: 'two', prefix: 'One ', suffix: ' three' },
          { type: 'TextPositionSelector', start: 4, end: 7 },
        ],
      },
      { id: 'b', error: { code: 'blank', message: expect.any(String) } },
    ]);
    expect(status).toBe(0);
  });

  it('a line that is no case is answered as such, and the others all the same', () => {
    const { answers, status } = run('describe', [
      '{"id":"a","text":"One two"}',
      'not JSON',
      '{"id":"c","text":"One","start":2,"end":9}',
      '{"id":"d","text":"One","start":0,"end":3}',
    ]);
    expect(answers).toEqual([
      {
        id: 'a',
        error: { code: 'bad-case', message: 'line 1: expected "start" and "end" to be numbers' },
      },
      { id: null, error: { code: 'bad-case', message: expect.stringMatching(/^line 2: /) } },
      {
        id: 'c',
        error: { code: 'bad-case', message: expect.stringMatching(/^line 3: expected 0 <= start/) },
      },
      expect.objectContaining({ id: 'd', selectors: expect.any(Array) }),
    ]);
    expect(status).toBe(1);
  });
});
