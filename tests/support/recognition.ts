import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detect, type Recogniser } from '@/core/detection/detect';
import { openGazetteer } from '@/core/detection/gazetteer';
import { createLexicon } from '@/core/detection/lexicon';
import { createMatcher } from '@/core/detection/matcher';
import type { Detection } from '@/core/detection/mention';
import { type EntityId, kindOf } from '@/core/knowledge/entity';
import { compileGazetteer } from '@/knowledge/compiler/gazetteer';
import { compileModel } from '@/knowledge/compiler/model';
import { plainPassages } from '@/knowledge/compiler/passage-text';
import type { RecognitionSource } from '@/knowledge/compiler/recognition-sources';

const KNOWLEDGE = join(import.meta.dirname, '../../knowledge');

/** An entity for a test: what is not given is empty. Aliases are `text` or `text: what else it means`. */
export interface TestEntity {
  readonly id: EntityId;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly related?: readonly EntityId[];
  readonly home?: readonly string[];
  readonly summary?: string;
}

/** A recogniser of these entities alone, with the cues and the weights that the extension ships. */
export function recogniserOf(
  entities: readonly TestEntity[],
  decoys: readonly string[] = [],
): Recogniser {
  const sources = entities.map(
    ({ id, name, aliases = [], related = [], home = [], summary = '' }): RecognitionSource => ({
      id,
      kind: kindOf(id),
      name,
      aliases: aliases.map((alias) => {
        const [text = '', ambiguity] = alias.split(': ');
        return ambiguity === undefined ? { text, kind: 'name' } : { text, kind: 'name', ambiguity };
      }),
      related,
      makers: [],
      home,
      summary,
    }),
  );
  const gazetteer = openGazetteer(compileGazetteer(sources, decoys));
  return {
    gazetteer,
    matcher: createMatcher(gazetteer),
    lexicon: createLexicon(compileModel(sources, read('cues.yaml'), read('weights.json'))),
  };
}

/** Marked text (`[[Electron|rocket/electron]]`) as plain text and as the mentions that it promises, in order. */
export function expected(marked: string): { text: string; mentions: string[] } {
  const [passage] = plainPassages('test', marked.replaceAll('\n', '\u0000'));
  if (passage === undefined) throw new Error(`expected marked text, got "${marked}"`);
  return {
    text: passage.text.replaceAll('\u0000', '\n'),
    mentions: passage.marks.flatMap(({ text, start, label }) =>
      label === '-' ? [] : [`${start} ${text} = ${label}`],
    ),
  };
}

/** What recognition finds in the text, in the words of `expected`. */
export function found(text: string, recogniser: Recogniser): string[] {
  return mentionsOf(detect(text, recogniser));
}

export function mentionsOf({ mentions }: Detection): string[] {
  return mentions.map(({ start, text, id }) => `${start} ${text} = ${id}`);
}

function read(name: string): string {
  return readFileSync(join(KNOWLEDGE, name), 'utf8');
}
