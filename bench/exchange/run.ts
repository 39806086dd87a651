/*
 * `npx tsx bench/exchange/run.ts [COUNT] [FORMAT]`: how long export and import of a library take, format by format. Prints; asserts nothing. Times are the processor's.
 */
import type { StoredAnnotation } from '@/core/annotation/annotation';
import { decodeAny } from '@/core/exchange/decode';
import { FORMATS } from '@/core/exchange/formats';
import { applyMerge, merge } from '@/core/exchange/merge';

const NOW = '2026-04-01T12:00:00.000Z';
const QUOTES = [
  'The first stage came down upright on the pad, nine minutes after it had left it, and stood there steaming.',
  '朱雀三号遥一运载火箭在酒泉卫星发射中心点火升空，二子级进入预定轨道，一子级回收未能成功。',
  'Falcon 9 🚀',
];
const count = Number(process.argv[2] ?? 100_000);
const library = Array.from({ length: count }, (_, n) => aRecord(n));

function aRecord(n: number): StoredAnnotation {
  const url = `https://news.example/2026/story-${n >> 2}`;
  const exact = `${QUOTES[n % QUOTES.length]}${n % 3 === 2 ? '' : ` (${n})`}`;
  const created = new Date(Date.UTC(2024, 0, 1) + n * 600_000).toISOString();
  const hasNote = n % 2 === 0;
  return {
    annotation: {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `urn:uuid:00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`,
      type: 'Annotation',
      motivation: hasNote ? 'commenting' : 'highlighting',
      created,
      modified: created,
      body: [
        ...(hasNote
          ? [
              {
                type: 'TextualBody',
                value: `A note, number ${n}.\n\nWith two paragraphs.`,
                format: 'text/markdown',
                purpose: 'commenting',
              } as const,
            ]
          : []),
        { type: 'TextualBody', value: `tag${n % 50}`, format: 'text/plain', purpose: 'tagging' },
        {
          type: 'SpecificResource',
          source: 'urn:downrange:rocket/zhuque-3',
          purpose: 'identifying',
        },
      ],
      target: {
        type: 'SpecificResource',
        source: url,
        selector: [
          {
            type: 'TextQuoteSelector',
            exact,
            prefix: 'some thirty characters before ',
            suffix: ' and about as many after it.',
          },
          { type: 'TextPositionSelector', start: 500, end: 500 + exact.length },
        ],
        state: { type: 'TimeState', sourceDate: created },
        styleClass: 'yellow',
      },
    },
    pageKey: url,
    page: { url, title: `Story ${n >> 2}`, siteName: 'News', published: '2026-02-28' },
    revision: 1,
  };
}

function timed<Value>(run: () => Value): { readonly value: Value; readonly ms: number } {
  const start = process.cpuUsage();
  const value = run();
  // Time of the processor, not of the wall: what else the machine does stays out.
  const { user, system } = process.cpuUsage(start);
  return { value, ms: Math.round((user + system) / 1000) };
}

process.stdout.write(`${`${count} records`}\n`);
for (const { id, encode, decode } of FORMATS) {
  if (encode === undefined || (process.argv[3] ?? id) !== id) continue;
  const { value, ms } = timed(() => encode(library, { now: NOW, app: 'bench' }));
  const size = (value.length / 1e6).toFixed(1);
  const parts = [`${id.padEnd(20)} export ${String(ms).padStart(6)} ms ${size.padStart(7)} MB`];
  if (decode !== undefined && typeof value === 'string') {
    const read = timed(() => decodeAny(id, value, { now: NOW }));
    const merged = timed(() => applyMerge(library, merge(library, read.value.records), 'local'));
    parts.push(
      `import ${String(read.ms).padStart(6)} ms, merge ${String(merged.ms).padStart(5)} ms, ${read.value.problems.length} problems`,
    );
  }
  process.stdout.write(`${parts.join('   ')}\n`);
}
process.stdout.write(`${`memory ${Math.round(process.memoryUsage().rss / 1e6)} MB`}\n`);
