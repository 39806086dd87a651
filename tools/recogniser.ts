import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recogniser } from '@/core/detection/detect';
import { openGazetteer } from '@/core/detection/gazetteer';
import { createLexicon } from '@/core/detection/lexicon';
import { createMatcher } from '@/core/detection/matcher';
import type { RecognitionModel } from '@/core/detection/model';
import { compileGazetteer } from '@/knowledge/compiler/gazetteer';
import { loadKnowledge, readDataFiles } from '@/knowledge/compiler/load';
import { compileModel } from '@/knowledge/compiler/model';
import { readDecoys } from '@/knowledge/compiler/name-forms';
import {
  type RecognitionSource,
  recognitionSources,
} from '@/knowledge/compiler/recognition-sources';

const ROOT = join(import.meta.dirname, '..');
/** The folder of the knowledge base. */
export const KNOWLEDGE = join(ROOT, 'knowledge');
/** Compiled names and models by content, so that a second start need not compile. */
const CACHE = join(ROOT, '.generated', 'recognition');

/** What the extension ships for recognition, as bytes and JSON. */
interface CompiledRecognition {
  /** Base64. */
  readonly names: string;
  readonly model: RecognitionModel;
}

/** The recogniser that the extension would have if it were built now; compiled only when something it is made from has changed. */
export function openRecogniser(): Recogniser {
  const file = join(CACHE, `${contentKey()}.json`);
  if (existsSync(file)) return recogniserFrom(JSON.parse(readFileSync(file, 'utf8')));
  const compiled = compile(readSources());
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(file, JSON.stringify(compiled));
  return recogniserFrom(compiled);
}

/** Compiles entities to a recogniser. */
export function recogniserOf(sources: readonly RecognitionSource[]): Recogniser {
  return recogniserFrom(compile(sources));
}

/** The entities of `knowledge/`. */
export function readSources(): RecognitionSource[] {
  return recognitionSources(loadKnowledge(readDataFiles(KNOWLEDGE)).knowledge);
}

/** Reads a file of the knowledge base. */
export function readKnowledgeFile(name: string): string {
  return readFileSync(join(KNOWLEDGE, name), 'utf8');
}

function compile(sources: readonly RecognitionSource[]): CompiledRecognition {
  return {
    names: Buffer.from(compileGazetteer(sources, readDecoys())).toString('base64'),
    model: compileModel(sources, readKnowledgeFile('cues.yaml'), readKnowledgeFile('weights.json')),
  };
}

function recogniserFrom({ names, model }: CompiledRecognition): Recogniser {
  const gazetteer = openGazetteer(new Uint8Array(Buffer.from(names, 'base64')));
  return { gazetteer, matcher: createMatcher(gazetteer), lexicon: createLexicon(model) };
}

/** A hash of everything that the compiled names and model are made from: data, compiler, and the code that both share. */
function contentKey(): string {
  const hash = createHash('sha256');
  for (const folder of ['knowledge', 'core/detection', 'core/text', 'core/knowledge'])
    for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((found) => found.isFile() && /\.(ya?ml|json|ts)$/.test(found.name))
      .map((found) => join(found.parentPath, found.name))
      .toSorted())
      hash.update(entry.slice(ROOT.length)).update(readFileSync(entry));
  return hash.digest('hex').slice(0, 24);
}
