import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { z } from 'zod';
import { type EntityId, kindOf } from '@/core/knowledge/entity';
import { entitySchema } from '../schema/entity';
import { propertyTableSchema } from '../schema/property-table';
import { isEntityId } from '../schema/scalars';
import { untrustedSchema } from '../schema/untrusted';
import {
  redirectsSchema,
  sharedSourcesSchema,
  termsSchema,
  unitsSchema,
} from '../schema/vocabulary';
import type { Knowledge, LoadedEntity } from './knowledge';
import { parseLaunchLog } from './launch-log';
import { parsePassages } from './passages';
import { compareText, type Problem } from './problem';
import { decodeYaml, parseYaml } from './yaml-file';

/** What reading gave: the knowledge base as far as it can be read, and what could not be. */
export interface Loaded {
  readonly knowledge: Knowledge;
  readonly problems: readonly Problem[];
}

/** The texts of the knowledge base's data files by path from its root (`/` between segments). */
export type DataFiles = ReadonlyMap<string, string>;

/** Reads every data file under `root`, the folder `knowledge/`. */
export function readDataFiles(root: string): DataFiles {
  const files = new Map<string, string>();
  const read = (path: string) =>
    files.set(relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8'));
  for (const name of [
    'properties.yaml',
    'units.yaml',
    'terms.yaml',
    'redirects.yaml',
    'untrusted.yaml',
  ])
    read(join(root, name));
  for (const folder of ['entities', 'passages', 'sources'])
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
      if (entry.isFile() && /\.(yaml|yml|txt|tsv)$/.test(entry.name))
        read(join(entry.parentPath, entry.name));
  return files;
}

/** Parses the files. Never throws for a fault in YAML: every fault becomes a problem with its line. */
export function loadKnowledge(files: DataFiles): Loaded {
  const problems: Problem[] = [];
  const decode = <Schema extends z.ZodType>(path: string, schema: Schema) => {
    const file = parseYaml(path, files.get(path) ?? '{}');
    const decoded = decodeYaml(file, schema);
    problems.push(...decoded.problems);
    return { file, value: decoded.value };
  };

  const entities: LoadedEntity[] = [];
  const ids = new Set<EntityId>();
  const passages = [];
  for (const [path, text] of files) {
    if (path.startsWith('passages/')) passages.push(...parsePassages(path, text));
    if (!path.startsWith('entities/')) continue;
    const id = path.slice('entities/'.length).replace(/\.yaml$/, '');
    if (!isEntityId(id)) {
      problems.push({
        file: path,
        line: 1,
        rule: 'path',
        severity: 'error',
        message:
          'no entity can have this path; name it entities/<kind>/<slug>.yaml, the slug in lower case with hyphens',
      });
      continue;
    }
    ids.add(id);
    const { file, value } = decode(path, entitySchema);
    if (value === null) continue;
    entities.push({
      id,
      kind: kindOf(id),
      file: path,
      value,
      lineOf: (steps) => file.lineOf(steps),
    });
  }
  entities.sort((a, b) => compareText(a.id, b.id));

  const redirects = decode('redirects.yaml', redirectsSchema);
  const knowledge: Knowledge = {
    entities,
    byId: new Map(entities.map((entity) => [entity.id, entity])),
    ids,
    properties: new Map(Object.entries(decode('properties.yaml', propertyTableSchema).value ?? {})),
    units: decode('units.yaml', unitsSchema).value ?? {},
    terms: decode('terms.yaml', termsSchema).value ?? {},
    sharedSources: decode('sources/shared.yaml', sharedSourcesSchema).value ?? {},
    untrusted: decode('untrusted.yaml', untrustedSchema).value ?? {},
    redirects: new Map(
      Object.entries(redirects.value ?? {}).flatMap(([from, to]) =>
        isEntityId(from) ? [[from, { to, line: redirects.file.lineOf([from]) }]] : [],
      ),
    ),
    launches: parseLaunchLog(files.get('sources/gcat-launches.tsv') ?? EMPTY_LOG),
    passages,
  };
  return { knowledge, problems };
}

const EMPTY_LOG = 'launch_tag\tlaunch_date\tlv_type\tlaunch_site\tagency\tlaunch_code';
