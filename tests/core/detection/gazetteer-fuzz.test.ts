import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openGazetteer } from '@/core/detection/gazetteer';
import { splitGazetteer } from '@/core/detection/gazetteer-names';
import { createMatcher } from '@/core/detection/matcher';
import { compileGazetteer, readNameTables } from '@/knowledge/compiler/gazetteer';
import { anEntity } from '../../support/names';

const WHOLE = compileGazetteer(
  [
    anEntity('company/spacex', 'SpaceX', { text: 'SPX', kind: 'ticker' }),
    anEntity('company/landspace', 'LandSpace', '蓝箭航天'),
    anEntity('rocket/electron', 'Electron', { text: 'Electron', ambiguity: 'the particle' }),
    anEntity('rocket/long-march-5', 'Long March 5', '长征五号', 'CZ-5'),
    anEntity('company/ispace', 'ispace'),
  ],
  ['Electron Arts'],
  readNameTables(),
);
const TEXT =
  'SpaceX and LandSpace (蓝箭航天) flew Electron, Long March 5, 长征五号, CZ-5A; NASDAQ: SPX. ispace #spacex Electron Arts';

/** A name that cannot be. */
class Impossible extends Error {}

/** What any bytes must do: say that they are none of ours, or give names that lie in the text. */
function readDamaged(bytes: Uint8Array): void {
  try {
    const gazetteer = openGazetteer(bytes);
    let behind = 0;
    for (const { start, end, alias } of createMatcher(gazetteer).scan(TEXT)) {
      if (start < behind || end <= start || end > TEXT.length)
        throw new Impossible(`expected names in order inside of the text, got ${start} to ${end}`);
      behind = end;
      gazetteer.alias(alias);
    }
  } catch (fault) {
    // Views over what is not there, expressions that are none: an error is an answer.
    if (fault instanceof Impossible || !(fault instanceof Error)) throw fault;
  }
}

const damaged = (bytes: Uint8Array, changes: readonly (readonly [number, number])[]) => {
  const copy = bytes.slice();
  for (const [at, byte] of changes) copy[at % copy.length] = byte;
  return copy;
};
const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 12 });
const settings = { seed: 20261129, numRuns: 2000 };

// Not a measurement: thousands of cases on a busy machine.
describe('compiled names on damaged bytes', { timeout: 120_000 }, () => {
  it('finds all of them in whole ones', () => {
    const gazetteer = openGazetteer(WHOLE);
    expect(createMatcher(gazetteer).scan(TEXT)).toHaveLength(10);
    expect(() => readDamaged(WHOLE)).not.toThrow();
  });

  it('survives bytes changed anywhere', () => {
    fc.assert(
      fc.property(changes, (where) => readDamaged(damaged(WHOLE, where))),
      settings,
    );
  });

  it('survives a damaged header', () => {
    const header = fc.array(fc.tuple(fc.nat(63), fc.nat(255)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(header, (where) => readDamaged(damaged(WHOLE, where))),
      settings,
    );
  });

  it('survives damaged meanings', () => {
    const { names, meanings } = splitGazetteer(WHOLE);
    fc.assert(
      fc.property(changes, (where) =>
        readDamaged(Uint8Array.from([...names, ...damaged(meanings, where)])),
      ),
      settings,
    );
  });

  it('survives being cut short, and bytes that are something else', () => {
    fc.assert(
      fc.property(fc.nat(WHOLE.length), (length) => readDamaged(WHOLE.slice(0, length))),
      { seed: 20261129, numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => readDamaged(bytes)),
      { seed: 20261129, numRuns: 2000 },
    );
  });
});
