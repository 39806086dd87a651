import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { splitGazetteer } from '@/core/detection/gazetteer-names';
import { compileKnowledge } from './compile';
import { compileGazetteer } from './gazetteer';
import type { Knowledge } from './knowledge';
import { compileModel } from './model';
import { readDecoys } from './name-forms';
import { recognitionSources } from './recognition-sources';

/** The files of a build by path from the output folder. */
export type Emitted = ReadonlyMap<string, string>;

/** The texts of the files that the recognition of names is made from, beside the entities. */
export interface RecognitionTexts {
  /** `cues.yaml`. */
  readonly cues: string;
  /** `weights.json`. */
  readonly weights: string;
}

/**
 * Everything that a build of the extension takes from the knowledge base: under `public/` what is
 * shipped as files, and the modules behind `#knowledge`, `#gazetteer` and `#model`.
 */
export function emit(knowledge: Knowledge, texts: RecognitionTexts): Emitted {
  const { cards, catalogue, manifest } = compileKnowledge(knowledge);
  const { version, date, counts } = manifest;
  // One list for both: the model numbers entities in the gazetteer's order.
  const sources = recognitionSources(knowledge);
  const { names, meanings } = splitGazetteer(compileGazetteer(sources, readDecoys()));
  const model = compileModel(sources, texts.cues, texts.weights);
  return new Map([
    ...[...cards].map(([id, card]): [string, string] => [
      `public/cards/${id}.json`,
      JSON.stringify(card),
    ]),
    ['public/cards/index.json', JSON.stringify(catalogue)],
    ['public/cards/manifest.json', JSON.stringify(manifest)],
    ['knowledge.ts', moduleOf('KNOWLEDGE', { version, date, entities: counts.entities })],
    ['gazetteer.ts', moduleOf('GAZETTEER', toBase64(names))],
    // As text: an engine keeps an object that stands in code twice, and takes longer to read it.
    [
      'model.ts',
      moduleOf('MODEL', JSON.stringify(model)) + moduleOf('MEANINGS', toBase64(meanings)),
    ],
  ]);
}

/** Writes the files below `folder` and nothing else: what an earlier build left there is removed. */
export function writeEmitted(folder: string, files: Emitted): void {
  rmSync(folder, { recursive: true, force: true });
  const made = new Set<string>();
  for (const [path, text] of files) {
    const target = join(folder, path);
    const parent = dirname(target);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(target, text);
  }
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

/** A module with one constant. JSON is a subset of TypeScript. */
function moduleOf(name: string, value: unknown): string {
  return `export const ${name} = ${JSON.stringify(value)};\n`;
}
