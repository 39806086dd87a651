import { deflateSync, strFromU8, strToU8, unzipSync, Zip, ZipPassThrough } from 'fflate';
import type { TextFile } from './markdown';
import type { FileWriter } from './writer';

/** What a zip may unpack to, in bytes: more is no collection of notes but a bomb. */
const LARGEST_ENTRY = 64 * 1024 * 1024;
const LARGEST_SUM = 256 * 1024 * 1024;

/**
 * Writes a zip with a text file for each group. `now` (ISO 8601) dates the entries, so that the same library gives
 * the same bytes.
 */
export function createZipWriter(
  fileOf: (records: Parameters<FileWriter['add']>[0], key: string) => TextFile,
  now: string,
): FileWriter {
  let chunks: Uint8Array[] = [];
  const zip = new Zip((fault, chunk) => {
    // fflate reports faults of its own use here; there is none that a file of text could cause.
    if (fault !== null) throw fault;
    chunks.push(chunk);
  });
  const take = () => {
    const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const chunk of chunks) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    chunks = [];
    return whole;
  };
  return {
    add(records, key) {
      const { name, text } = fileOf(records, key);
      const entry = deflated(name);
      entry.mtime = new Date(now);
      zip.add(entry);
      entry.push(strToU8(text), true);
      return take();
    },
    end() {
      zip.end();
      return { head: '', tail: take() };
    },
  };
}

/**
 * An entry that is compressed at once. fflate's own way for streams takes two megabytes for each entry, because it
 * does not know how long it will be: most of the time of a library in 25,000 files.
 */
function deflated(name: string): ZipPassThrough {
  const entry = new ZipPassThrough(name);
  entry.compression = DEFLATE;
  // `process` is meant to be replaced (fflate's documentation); its type hides that from all but subclasses.
  return Object.assign(entry, {
    process: (bytes: Uint8Array, isLast: boolean) =>
      entry.ondata(null, deflateSync(bytes, { level: 6 }), isLast),
  });
}

/** The number of the method in a zip (APPNOTE 4.4.5). */
const DEFLATE = 8;

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
