import { isCollection, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem';

/** Keys and indices from the root of a YAML document to one of its values. */
export type YamlPath = readonly (string | number)[];

/** A parsed file that can still say where each of its values stands. */
export interface YamlFile {
  readonly path: string;
  /** The plain value; null when the text is no valid YAML. */
  readonly value: unknown;
  /** What the parser objected to: syntax, duplicate keys. */
  readonly problems: readonly Problem[];
  /** The line, from 1, of the value at `path`, or of the nearest thing above it that exists. */
  lineOf(path: YamlPath): number;
}

/** Reads YAML 1.2 core: dates stay strings, `yes` is a word, a key may appear only once. */
export function parseYaml(path: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    uniqueKeys: true,
    prettyErrors: false,
    lineCounter: lines,
  });
  const problems = document.errors.map(
    (error): Problem => ({
      file: path,
      line: lines.linePos(error.pos[0]).line,
      rule: 'yaml',
      severity: 'error',
      message:
        error.code === 'DUPLICATE_KEY'
          ? 'this key stands here twice; merge the two or remove one'
          : `${error.message.trim()}; correct the YAML`,
    }),
  );
  return {
    path,
    value: problems.length > 0 ? null : document.toJS(),
    problems,
    lineOf(steps) {
      let node: unknown = document.contents;
      let offset = isNode(node) ? node.range?.[0] : undefined;
      for (const step of steps) {
        if (!isCollection(node)) break;
        if (isMap(node)) {
          const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
          if (pair === undefined) break;
          if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
          node = pair.value;
        } else {
          node = node.get(step, true);
          if (isNode(node)) offset = node.range?.[0] ?? offset;
        }
      }
      return offset === undefined ? 1 : lines.linePos(offset).line;
    },
  };
}

/**
 * The file's value if it has the schema's shape, else null and one problem for each fault.
 * A file that is no YAML yields only the parser's problems.
 */
export function decodeYaml<Schema extends z.ZodType>(
  file: YamlFile,
  schema: Schema,
): { readonly value: z.infer<Schema> | null; readonly problems: readonly Problem[] } {
  if (file.problems.length > 0) return { value: null, problems: file.problems };
  const result = schema.safeParse(file.value);
  if (result.success) return { value: result.data, problems: [] };
  const problems = result.error.issues.map((issue): Problem => {
    const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    const where = path.length === 0 ? 'the file' : pathText(path);
    return {
      file: file.path,
      line: file.lineOf(path),
      rule: 'schema',
      severity: 'error',
      message: `${where}: ${issue.message}`,
    };
  });
  return { value: null, problems };
}

/** `claims[2].value`. */
function pathText(path: YamlPath): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`,
    )
    .join('');
}
