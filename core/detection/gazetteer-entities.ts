import { ENTITY_KINDS } from '@/core/knowledge/entity';
import type { GazetteerEntity } from './gazetteer';

/*
 * Entities in the bytes, each after the other: its kind and how many characters (at most 15) its name shares with
 * the name before (four bits each); how many characters follow, twice, plus one if a slug of its own follows; the
 * characters; the slug's length and characters. Lengths and characters are numbers in bytes of seven bits, low ones
 * first. Without a slug of its own an entity has the one made from its name.
 */

/** The slug that most entities have: the name in small letters, everything else as one hyphen. */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f']/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** 15: what four bits hold. */
const LONGEST_SHARED = 15;

/** The bytes of a list of entities. */
export function writeEntities(entities: readonly GazetteerEntity[]): Uint8Array {
  const bytes: number[] = [];
  const write = (value: number) => {
    for (let rest = value; ; rest >>= 7) {
      bytes.push(rest > 0x7f ? (rest & 0x7f) | 0x80 : rest);
      if (rest <= 0x7f) return;
    }
  };
  const writeText = (text: string) => {
    for (let at = 0; at < text.length; at++) write(text.charCodeAt(at));
  };
  let before = '';
  for (const { id, kind, name } of entities) {
    const slug = id.slice(kind.length + 1);
    const isOwn = slug !== slugOf(name);
    let shared = 0;
    while (shared < LONGEST_SHARED && shared < name.length && name[shared] === before[shared])
      shared++;
    bytes.push((ENTITY_KINDS.indexOf(kind) << 4) | shared);
    write((name.length - shared) * 2 + (isOwn ? 1 : 0));
    writeText(name.slice(shared));
    if (isOwn) {
      write(slug.length);
      writeText(slug);
    }
    before = name;
  }
  return Uint8Array.from(bytes);
}

/** The first `count` entities of `bytes`; fewer when the bytes are damaged. */
export function readEntities(bytes: Uint8Array, count: number): GazetteerEntity[] {
  let at = 0;
  const read = () => {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    return value;
  };
  const readText = (length: number) => {
    let text = '';
    for (let left = length; left > 0 && at < bytes.length; left--)
      text += String.fromCharCode(read());
    return text;
  };
  const entities: GazetteerEntity[] = [];
  let before = '';
  for (let left = count; left > 0 && at < bytes.length; left--) {
    const head = bytes[at++] ?? 0;
    const kind = ENTITY_KINDS[head >> 4] ?? ENTITY_KINDS[0];
    const length = read();
    const name = before.slice(0, head & LONGEST_SHARED) + readText(length >> 1);
    const slug = (length & 1) !== 0 ? readText(read()) : slugOf(name);
    entities.push({ id: `${kind}/${slug}`, kind, name });
    before = name;
  }
  return entities;
}
