/** Bytes of UTF-8 that a name may have: file systems allow 255, folders and a number must fit too. */
const LONGEST_NAME = 120;

/** Names that Windows keeps for devices. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A title as the name of a file, without extension: no sign that a file system or a wiki link gives a meaning. */
export function fileNameFrom(title: string): string {
  const plain = title.replace(/[\\/:*?"<>|#^[\]\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ').replace(/\s+/g, ' ');
  let name = '';
  let bytes = 0;
  for (const character of plain.trim()) {
    bytes += utf8Length(character.codePointAt(0) ?? 0);
    if (bytes > LONGEST_NAME) break;
    name += character;
  }
  name = name.replace(/^[.\s]+|[.\s]+$/g, '');
  if (name === '') return 'Untitled';
  return RESERVED.test(name) ? `${name}_` : name;
}

/** Bytes of a code point in UTF-8. */
function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/** Gives names of which no two are equal, not even on a disk that does not tell capitals. */
export function createNamer(): (title: string) => string {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (title) => {
    const base = fileNameFrom(title);
    const key = base.toLowerCase();
    let name = base;
    for (let n = next.get(key) ?? 2; taken.has(name.toLowerCase()); n++) {
      name = `${base} ${n}`;
      next.set(key, n + 1);
    }
    taken.add(name.toLowerCase());
    return name;
  };
}
