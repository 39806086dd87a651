import { ENTITY_KINDS, type EntityId } from '@/core/knowledge/entity';
import type { GazetteerEntity } from './gazetteer';

/*
 * Entities in the bytes: kind (one byte), name, slug; a string is its length and its UTF-16 code units, each
 * in as many bytes of seven bits as it needs, low ones first. An empty slug is the one made from the name.
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

/** The bytes of a list of entities. */
export function writeEntities(entities: readonly GazetteerEntity[]): Uint8Array {
  const bytes: number[] = [];
  const write = (value: number) => {
    for (let rest = value; ; rest >>= 7) {
      bytes.push(rest > 0x7f ? (rest & 0x7f) | 0x80 : rest);
      if (rest <= 0x7f) return;
    }
  };
  for (const { id, kind, name } of entities) {
    const slug = id.slice(kind.length + 1);
    bytes.push(ENTITY_KINDS.indexOf(kind));
    for (const text of [name, slug === slugOf(name) ? '' : slug]) {
      write(text.length);
      for (let at = 0; at < text.length; at++) write(text.charCodeAt(at));
    }
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
  const readText = () => {
    let text = '';
    for (let left = read(); left > 0 && at < bytes.length; left--)
      text += String.fromCharCode(read());
    return text;
  };
  const entities: GazetteerEntity[] = [];
  for (let left = count; left > 0 && at < bytes.length; left--) {
    const kind = ENTITY_KINDS[bytes[at++] ?? 0] ?? ENTITY_KINDS[0];
    const name = readText();
    const slug = readText();
    const id: EntityId = `${kind}/${slug === '' ? slugOf(name) : slug}`;
    entities.push({ id, kind, name });
  }
  return entities;
}
