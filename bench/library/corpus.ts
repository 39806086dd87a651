import { closeSync, openSync, writeSync } from 'node:fs';
import type { StoredAnnotation } from '@/core/annotation/annotation';
import { createBackupWriter } from '@/core/exchange/backup';

/*
 * A large library, the same for the same seed: half in English, a third in Chinese, on pages of four highlights,
 * with notes, tags and entities as a busy reader has them. Words are drawn so that few are frequent and many rare,
 * as in any language.
 */

const SYLLABLES =
  'an or lau nch sta ge ve hi cle tur bine me tha ne or bit pay load fair ing nozz le thrus ter re en try'.split(
    ' ',
  );
const KNOWN =
  'first stage landing launch rocket engine satellite orbit upright recovery reuse valuation funding regulator licence insurance constellation propellant turbine methane'.split(
    ' ',
  );
const ENTITIES =
  'rocket/zhuque-3 rocket/falcon-9 rocket/electron rocket/long-march-12a rocket/starship company/spacex company/landspace company/rocket-lab company/isar-aerospace company/relativity-space constellation/starlink constellation/qianfan engine/raptor market/star-market'.split(
    ' ',
  );
const COLOURS = ['yellow', 'red', 'green', 'blue', 'purple'] as const;
const CHINESE =
  '朱雀三号遥一运载火箭在酒泉卫星发射中心点火升空二子级进入预定轨道一级回收未能成功公司称下次试飞将于明年进行投资人认为估值过高监管部门要求提交报告发动机推力低轨星座组网卫星互联网商业航天产业链'.split(
    '',
  );

type Random = () => number;

/** Numbers from 0 to below 1 (mulberry32): the same for the same seed. */
function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** 12,000 words; low places come often. */
function vocabulary(random: Random): readonly string[] {
  const made = new Set(KNOWN);
  while (made.size < 12_000) {
    const count = 2 + Math.floor(random() * 3);
    made.add(Array.from({ length: count }, () => pick(SYLLABLES, random)).join(''));
  }
  return [...made];
}

function pick<Item>(list: readonly Item[], random: Random): Item {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new Error('expected a list that is not empty');
  return item;
}

/** Annotations of a library, one after the other. */
export function* library(count: number): Generator<StoredAnnotation> {
  const random = createRandom(2026);
  const words = vocabulary(random);
  const word = () => words[Math.floor(random() ** 4 * words.length)] ?? '';
  const english = (length: number) => Array.from({ length }, word).join(' ');
  const chinese = (length: number) => Array.from({ length }, () => pick(CHINESE, random)).join('');
  // Most readers mark whole sentences; one in ten begins or ends within one.
  const around = (n: number) => {
    const [stop, space] = n % 10 === 5 ? ['', ''] : n % 3 === 2 ? ['。', ''] : ['.', ' '];
    const words = () => (n % 3 === 2 ? chinese(16) : english(4));
    return { prefix: `${words()}${stop}${space}`, suffix: `${space}${words()}` };
  };
  for (let n = 0; n < count; n++) {
    const isChinese = n % 3 === 2;
    const exact = isChinese ? `${chinese(45)}。` : `${english(20)}.`;
    const page = Math.floor(n / 4);
    const url = `https://news-${page % 60}.example/2026/story-${page}`;
    const created = new Date(Date.UTC(2022, 0, 1) + n * 1_000_000).toISOString();
    const hasNote = n % 4 === 0;
    const text = (value: string, purpose: 'commenting' | 'tagging') =>
      ({
        type: 'TextualBody',
        value,
        format: purpose === 'tagging' ? 'text/plain' : 'text/markdown',
        purpose,
      }) as const;
    yield {
      annotation: {
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        id: `urn:uuid:${idOf(random)}`,
        type: 'Annotation',
        motivation: hasNote ? 'commenting' : 'highlighting',
        created,
        modified: created,
        body: [
          ...(hasNote ? [text(isChinese ? chinese(20) : english(12), 'commenting')] : []),
          ...(n % 5 === 0 ? [text(`tag${n % 40}`, 'tagging')] : []),
          ...(n % 3 === 1
            ? []
            : [
                {
                  type: 'SpecificResource',
                  source: `urn:downrange:${pick(ENTITIES, random)}`,
                  purpose: 'identifying',
                } as const,
              ]),
        ],
        target: {
          type: 'SpecificResource',
          source: url,
          selector: [
            { type: 'TextQuoteSelector', exact, ...around(n) },
            { type: 'TextPositionSelector', start: 500, end: 500 + exact.length },
          ],
          state: { type: 'TimeState', sourceDate: created },
          styleClass: pick(COLOURS, random),
        },
      },
      pageKey: url,
      page: {
        url,
        title: isChinese ? chinese(14) : english(7),
        siteName: `Paper ${page % 60}`,
        published: created.slice(0, 10),
      },
      revision: 1,
    };
  }
}

function idOf(random: Random): string {
  const hex = (length: number) =>
    Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
}

/** Writes a backup of a library of `count` to a file, some at a time; gives its length in bytes. */
export function writeBackup(path: string, count: number): number {
  const writer = createBackupWriter({ now: '2026-04-01T12:00:00.000Z', app: 'bench' });
  const parts: string[] = [];
  let some: StoredAnnotation[] = [];
  for (const one of library(count)) {
    some.push(one);
    if (some.length < 5000) continue;
    parts.push(String(writer.add(some, '')));
    some = [];
  }
  parts.push(String(writer.add(some, '')));
  const { head } = writer.end();
  const file = openSync(path, 'w');
  let length = 0;
  for (const part of [head, ...parts]) length += writeSync(file, part);
  closeSync(file);
  return length;
}
