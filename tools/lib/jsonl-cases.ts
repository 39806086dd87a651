import { createReadStream } from 'node:fs';

/**
 * Answers JSON Lines with JSON Lines: each line's `id` and what `answer` gives for it, in order, on standard
 * output and nothing else there. A line that cannot be answered gets `{"id","error"}` and the run goes on;
 * the exit code is then 1. Reads the file named by the last argument, or standard input for none or `-`.
 */
export async function runCases(
  command: string,
  answer: (line: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
): Promise<void> {
  const [file = '-', ...surplus] = process.argv.slice(2).filter((argument) => argument !== '--');
  if (surplus.length > 0) {
    process.stderr.write(
      `Usage: npm run --silent ${command} -- CASES.jsonl (got more than one file)\n`,
    );
    process.exit(2);
  }
  const input = file === '-' ? process.stdin : createReadStream(file);
  input.on('error', (error: Error) => {
    process.stderr.write(`Cannot read ${file}: ${error.message}\n`);
    process.exit(2);
  });
  let number = 0;
  for await (const line of linesOf(input)) {
    number++;
    if (line.trim() === '') continue;
    process.stdout.write(`${JSON.stringify(answerLine(line, number, answer))}\n`);
  }
}

/** Lines end with `\n` and nothing else: `node:readline` would also cut at U+2028, which JSON leaves bare in strings. */
async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  input.setEncoding('utf8');
  let rest = '';
  for await (const chunk of input) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}

function answerLine(
  line: string,
  number: number,
  answer: (line: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  let id: unknown = null;
  try {
    const parsed: unknown = JSON.parse(line);
    if (!isRecord(parsed)) throw new TypeError('expected an object');
    id = parsed.id ?? null;
    return { id, ...answer(parsed) };
  } catch (error) {
    // One bad case must not hide the others: it is answered with what is wrong with it.
    const message = error instanceof Error ? error.message : String(error);
    process.exitCode = 1;
    return { id, error: { code: 'bad-case', message: `line ${number}: ${message}` } };
  }
}

/** True for a JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
