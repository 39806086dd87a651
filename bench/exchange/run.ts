/*
 * `npx tsx bench/exchange/run.ts [COUNT] [FORMAT]`: how long export and import of a library take, format by format. Prints; asserts nothing. Times are the processor's.
 */
import { library } from '@/bench/library/corpus';
import { decodeAny } from '@/core/exchange/decode';
import { encodeAs, FORMATS } from '@/core/exchange/formats';
import { applyMerge, merge } from '@/core/exchange/merge';

const NOW = '2026-04-01T12:00:00.000Z';
const count = Number(process.argv[2] ?? 100_000);
const all = [...library(count)];

function timed<Value>(run: () => Value): { readonly value: Value; readonly ms: number } {
  const start = process.cpuUsage();
  const value = run();
  // Time of the processor, not of the wall: what else the machine does stays out.
  const { user, system } = process.cpuUsage(start);
  return { value, ms: Math.round((user + system) / 1000) };
}

process.stdout.write(`${`${count} records`}\n`);
for (const format of FORMATS) {
  const { id, decode } = format;
  if ((process.argv[3] ?? id) !== id) continue;
  const { value, ms } = timed(() => encodeAs(format, all, { now: NOW, app: 'bench' }));
  if (value === null) continue;
  const size = (value.length / 1e6).toFixed(1);
  const parts = [`${id.padEnd(20)} export ${String(ms).padStart(6)} ms ${size.padStart(7)} MB`];
  if (decode !== undefined && typeof value === 'string') {
    const read = timed(() => decodeAny(id, value, { now: NOW }));
    const merged = timed(() => applyMerge(all, merge(all, read.value.records), 'local'));
    parts.push(
      `import ${String(read.ms).padStart(6)} ms, merge ${String(merged.ms).padStart(5)} ms, ${read.value.problems.length} problems`,
    );
  }
  process.stdout.write(`${parts.join('   ')}\n`);
}
process.stdout.write(`${`memory ${Math.round(process.memoryUsage().rss / 1e6)} MB`}\n`);
