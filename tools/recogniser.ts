import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recogniser } from '@/core/detection/detect';
import { openGazetteer } from '@/core/detection/gazetteer';
import { createLexicon } from '@/core/detection/lexicon';
import { createMatcher } from '@/core/detection/matcher';
import { compileGazetteer } from '@/knowledge/compiler/gazetteer';
import { loadKnowledge, readDataFiles } from '@/knowledge/compiler/load';
import { compileModel } from '@/knowledge/compiler/model';
import { readDecoys } from '@/knowledge/compiler/name-forms';
import {
  type RecognitionSource,
  recognitionSources,
} from '@/knowledge/compiler/recognition-sources';

/** The folder of the knowledge base. */
export const KNOWLEDGE = join(import.meta.dirname, '..', 'knowledge');

/** Compiles entities to a recogniser as the extension has it. */
export function recogniserOf(
  sources: readonly RecognitionSource[],
  decoys: readonly string[] = readDecoys(),
): Recogniser {
  const cues = readFileSync(join(KNOWLEDGE, 'cues.yaml'), 'utf8');
  const weights = readFileSync(join(KNOWLEDGE, 'weights.json'), 'utf8');
  const gazetteer = openGazetteer(compileGazetteer(sources, decoys));
  return {
    gazetteer,
    matcher: createMatcher(gazetteer),
    lexicon: createLexicon(compileModel(sources, cues, weights)),
  };
}

/** The entities of `knowledge/`. */
export function readSources(): RecognitionSource[] {
  return recognitionSources(loadKnowledge(readDataFiles(KNOWLEDGE)).knowledge);
}
