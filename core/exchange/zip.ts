import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { TextFile } from './markdown';

/** What a zip may unpack to, in bytes: more is no collection of notes but a bomb. */
const LARGEST_ENTRY = 64 * 1024 * 1024;
const LARGEST_SUM = 256 * 1024 * 1024;

/** Text files as one zip. `now` (ISO 8601) dates the entries, so that the same library gives the same bytes. */
export function zipFiles(files: readonly TextFile[], now: string): Uint8Array {
  const mtime = new Date(now);
  const entries = Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)] as const));
  return zipSync(entries, { level: 6, mtime });
}

/** The Markdown files of a zip, by name; null when it is damaged or unpacks to more than 256 MB. */
export function unzipMarkdown(bytes: Uint8Array): readonly TextFile[] | null {
  let sum = 0;
  let isTooLarge = false;
  try {
    const entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(?:md|markdown)$/i.test(name)) return false;
        sum += originalSize;
        isTooLarge ||= originalSize > LARGEST_ENTRY || sum > LARGEST_SUM;
        return !isTooLarge;
      },
    });
    if (isTooLarge) return null;
    const names = Object.keys(entries).sort();
    return names.flatMap((name) => {
      const entry = entries[name];
      return entry === undefined ? [] : [{ name, text: strFromU8(entry) }];
    });
  } catch {
    // fflate throws on every kind of damage; which kind helps nobody.
    return null;
  }
}
