import { join } from 'node:path';
import { loadKnowledge, readDataFiles } from '@/knowledge/compiler/load';
import { recognitionSources } from '@/knowledge/compiler/recognition-sources';
import { ROOT } from '@/tools/lib/build';

/** Every name and alias of the knowledge base, once. */
export function realNames(): readonly string[] {
  const { knowledge } = loadKnowledge(readDataFiles(join(ROOT, 'knowledge')));
  const names = recognitionSources(knowledge).flatMap(({ name, aliases }) => [
    name,
    ...aliases.map(({ text }) => text),
  ]);
  return [...new Set(names)];
}

/** The source of one global regular expression that finds the names, the longest first. */
export function alternation(names: readonly string[]): string {
  const longestFirst = names.toSorted((a, b) => b.length - a.length);
  return `/${longestFirst.map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|')}/g`;
}
