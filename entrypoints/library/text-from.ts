/** The text of a file in UTF-8, or UTF-16 with a byte order mark; null when it is neither. */
export async function textFrom(file: Blob): Promise<string | null> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  const isBigEndian = bytes[0] === 0xfe && bytes[1] === 0xff;
  try {
    return new TextDecoder(isBigEndian ? 'utf-16be' : encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not text in that encoding, or longer than a text can be: both mean "not readable".
    return null;
  }
}
