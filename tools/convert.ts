/*
 * `npm run --silent convert -- --from FORMAT --to FORMAT FILE`: prints FILE in another format. `-` reads standard input.
 * Problems go to standard error as `line: message`; the exit code is 1 only when nothing could be read.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { decodeFile } from '@/core/exchange/decode';
import { encodeAs, FORMATS, formatNamed } from '@/core/exchange/formats';
import { formatProblem } from '@/core/exchange/problem';

const USAGE = 'npm run --silent convert -- --from FORMAT --to FORMAT FILE';

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { from: { type: 'string' }, to: { type: 'string' }, now: { type: 'string' } },
    });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

const { values, positionals } = readArguments();
const [file] = positionals;
const readable = FORMATS.filter(({ decode }) => decode !== undefined).map(({ id }) => id);
const writable = FORMATS.filter(({ write }) => write !== undefined).map(({ id }) => id);
if (values.from === undefined || values.to === undefined || file === undefined)
  fail(`${USAGE}\nreads: ${readable.join(', ')}\nwrites: ${writable.join(', ')}`);
if (formatNamed(values.from)?.decode === undefined)
  fail(`"${values.from}" is no format that can be read; these are: ${readable.join(', ')}`);
const target = formatNamed(values.to);
if (target?.write === undefined)
  fail(`"${values.to}" is no format that can be written; these are: ${writable.join(', ')}`);

function readInput(path: string): Uint8Array {
  try {
    return readFileSync(path === '-' ? 0 : path);
  } catch {
    // Whatever the reason, the remedy is the same.
    return fail(`cannot read "${path}". Check the name of the file.`);
  }
}

// `--now` makes the output repeatable.
const now = values.now ?? new Date().toISOString();
const { records, problems, others } = decodeFile(values.from, readInput(file), { now });
for (const problem of problems) process.stderr.write(`${formatProblem(problem)}\n`);
const readNothing = records.length === 0 && (others ?? []).length === 0 && problems.length > 0;
if (readNothing) process.exitCode = 1;
else {
  const app = process.env.npm_package_version ?? '0.1.0';
  process.stdout.write(encodeAs(target, records, { now, app, others: others ?? [] }) ?? '');
}
