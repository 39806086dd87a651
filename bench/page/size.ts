import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildFolder } from '@/tools/lib/build';

/** What every page gets, in bytes. */
export interface ScoutSize {
  readonly raw: number;
  readonly gzip: number;
  /** Without the names: all but the one long string of base64. */
  readonly code: number;
}

/** The size of the scout as it was built. */
export function measureSize(): ScoutSize {
  const bytes = readFileSync(join(buildFolder('chromium'), 'scout.js'));
  const strings = bytes.toString().match(/[A-Za-z0-9+/=]{1000,}/g) ?? [];
  const names = Math.max(0, ...strings.map(({ length }) => length));
  if (names === 0) throw new Error('expected the names in scout.js as one string of base64');
  return {
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    code: bytes.length - names,
  };
}
