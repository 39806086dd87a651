import { readFileSync } from 'node:fs';
import { detect } from '@/core/detection/detect';
import { pageTextOfHtml } from './page-text-of-html';
import { openRecogniser } from './recogniser';

/*
 * mentions [--why] [--text] FILE… [--jsonl FILE]
 * Runs the extension's recognition on files and prints one JSON object a line for each mention:
 * {file, start, end, text, id, kind, name}. `.html` is read as the extension reads a page; `--text` prints
 * that text instead. `--jsonl` takes lines {doc, text} and prints `doc` in place of `file`. `--why` adds
 * the evidence, and prints what was considered and declined, with the reason.
 */

interface Input {
  /** How lines name it: `{file}` or `{doc}`. */
  readonly name: Readonly<Record<string, unknown>>;
  readonly text: string;
}

const options = parseArguments(process.argv.slice(2));
if (options === null) {
  console.error('expected files: mentions [--why] [--text] FILE… or mentions --jsonl FILE');
  process.exit(2);
}
// Who reads only the first lines (`| head`) closes the pipe: that is no failure.
process.stdout.on('error', (error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0);
  throw error;
});
const write = createWriter();
if (options.showText) for (const { text } of readInputs(options)) write(text);
else {
  const recogniser = openRecogniser();
  for (const { name, text } of readInputs(options)) {
    const { mentions, declined } = detect(text, recogniser);
    const lines = mentions.map((mention) => {
      const { start, end, id, kind, certainty, alternatives, evidence } = mention;
      const line = { ...name, start, end, text: mention.text, id, kind, name: mention.name };
      return options.why ? { ...line, certainty, alternatives, evidence } : line;
    });
    const considered = options.why
      ? declined.map(({ start, end, text: surface, entities, reason, evidence }) => ({
          ...name,
          start,
          end,
          text: surface,
          declined: true,
          entities,
          reason,
          evidence,
        }))
      : [];
    for (const line of [...lines, ...considered].toSorted((a, b) => a.start - b.start))
      write(JSON.stringify(line));
  }
}
write.flush();

interface Options {
  readonly files: readonly string[];
  readonly jsonl: readonly string[];
  readonly why: boolean;
  readonly showText: boolean;
}

/** Null when no input is named, or an option is unknown. */
function parseArguments(words: readonly string[]): Options | null {
  const files: string[] = [];
  const jsonl: string[] = [];
  let why = false;
  let showText = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') continue;
    if (word === '--why') why = true;
    else if (word === '--text') showText = true;
    else if (word === '--jsonl') jsonl.push(words[++at] ?? '');
    else if (word.startsWith('--')) return null;
    else files.push(word);
  }
  return files.length + jsonl.length === 0 || jsonl.includes('')
    ? null
    : { files, jsonl, why, showText };
}

function* readInputs({ files, jsonl }: Options): Generator<Input> {
  for (const file of files) {
    const source = readFileSync(file, 'utf8');
    const text = /\.x?html?$/i.test(file) ? pageTextOfHtml(source) : source;
    yield { name: { file }, text };
  }
  for (const file of jsonl) {
    let number = 0;
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      number++;
      if (line.trim() === '') continue;
      const { doc, text } = JSON.parse(line);
      if (typeof text !== 'string')
        throw new Error(
          `${file}, line ${number}: expected {"doc", "text"} with a text, got ${line.slice(0, 60)}`,
        );
      yield { name: { doc }, text };
    }
  }
}

/** Collects lines and writes them in large pieces: one system call a line would cost more than recognition. */
function createWriter() {
  let pending: string[] = [];
  const flush = () => {
    if (pending.length > 0) process.stdout.write(`${pending.join('\n')}\n`);
    pending = [];
  };
  const writeLine = (line: string) => {
    pending.push(line);
    if (pending.length >= 2000) flush();
  };
  return Object.assign(writeLine, { flush });
}
