import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeOutcome, decodeReachedOrbit, parseLaunchLog } from '@/knowledge/compiler/launch-log';

describe('decodeOutcome', () => {
  it.each([
    { code: 'OS', outcome: 'S', why: 'reached its orbit' },
    { code: 'DS', outcome: 'S', why: 'reached deep space' },
    { code: 'NS', outcome: 'S', why: 'did what a marginal flight was to do' },
    { code: 'XS', outcome: 'S', why: 'left another world' },
    { code: 'OF', outcome: 'F', why: 'failed' },
    { code: 'OF40', outcome: 'P', why: 'failed, with 40 percent achieved' },
    { code: 'OS75', outcome: 'P', why: 'succeeded, with 75 percent achieved' },
  ])('reads $code as $outcome: it $why', ({ code, outcome }) => {
    expect(decodeOutcome(code)).toBe(outcome);
  });

  it.each(['', 'O', 'ZS', 'OX', 'OS7x'])('throws on the unknown code "%s"', (code) => {
    expect(() => decodeOutcome(code)).toThrow('expected a GCAT launch code');
  });
});

describe('decodeReachedOrbit', () => {
  it.each([
    { tag: '2025-123', reached: true },
    { tag: '1957 ALP', reached: true },
    { tag: '2025-F03', reached: false },
    { tag: '2026-U02', reached: false },
  ])('$tag: $reached', ({ tag, reached }) => {
    expect(decodeReachedOrbit(tag)).toBe(reached);
  });
});

const HEAD = 'launch_tag\tlaunch_date\tlv_type\tlaunch_site\tagency\tlaunch_code';

describe('parseLaunchLog', () => {
  it('finds its columns by name, in any order, and splits agencies that share a launch', () => {
    const log = parseLaunchLog(
      'agency\tlaunch_code\tlv_type\tlaunch_date\tlaunch_tag\tlaunch_site\textra\nA/B\tOS\tAlpha\t2025-01-05\t2025-001\tJQ\tx\n',
    );
    expect(log.launches).toEqual([
      {
        tag: '2025-001',
        date: '2025-01-05',
        vehicle: 'Alpha',
        agencies: ['A', 'B'],
        site: 'JQ',
        outcome: 'S',
        reachedOrbit: true,
      },
    ]);
    expect([...log.agencies]).toEqual(['A', 'B']);
  });

  it('sorts by date and takes the last one as the date of the log', () => {
    const log = parseLaunchLog(
      `${HEAD}\n2025-002\t2025-02-05\tA\tJQ\tM\tOS\n2025-001\t2025-01-05\tA\tJQ\tM\tOS\n`,
    );
    expect(log.launches.map(({ tag }) => tag)).toEqual(['2025-001', '2025-002']);
    expect(log.asOf).toBe('2025-02-05');
  });

  it('covers no day when it is empty', () => {
    expect(parseLaunchLog(HEAD).asOf).toBeNull();
  });

  it('throws on a missing column, naming it', () => {
    expect(() => parseLaunchLog('launch_tag\tlaunch_date\n')).toThrow('no column "lv_type"');
  });

  it('throws on a row without a date, naming its line', () => {
    expect(() => parseLaunchLog(`${HEAD}\n2025-001\t?\tA\tJQ\tM\tOS`)).toThrow(
      'line 2 of the launch log: expected a date, got "?"',
    );
  });

  it('reads the log that is shipped', () => {
    const path = new URL('../../../knowledge/sources/gcat-launches.tsv', import.meta.url);
    const log = parseLaunchLog(readFileSync(path, 'utf8'));
    expect(log.launches[0]?.date).toBe('1957-10-04');
    expect(log.launches.length).toBeGreaterThan(7000);
    const zhuque = log.launches.filter(
      ({ vehicle, date }) => vehicle === 'Zhuque-3' && date < '2026-09',
    );
    expect(zhuque.map(({ date, outcome }) => `${date}${outcome}`)).toEqual([
      '2025-12-03S',
      '2026-08-18S',
    ]);
  });
});
