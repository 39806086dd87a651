import type { Alias, NamedEntity } from '@/core/detection/gazetteer';

/**
 * Compiles the names of `entities`, and `decoys` (longer other names which hold ours), to the bytes that
 * `openGazetteer` reads. The result depends on the arguments alone.
 */
export function compileGazetteer(
  entities: readonly NamedEntity[],
  decoys: readonly string[],
): Uint8Array {
  const byText = new Map<string, { text: string; alias: Alias }>();
  for (const entity of entities)
    for (const alias of [{ text: entity.name, kind: 'name' as const }, ...entity.aliases]) {
      if (alias.kind === 'ticker') continue;
      const known = byText.get(alias.text)?.alias;
      const ids = new Set([...(known?.entities ?? []), entity.id]);
      const declared = 'ambiguity' in alias && alias.ambiguity !== undefined;
      byText.set(alias.text, {
        text: alias.text,
        alias: {
          entities: [...ids],
          kind: known?.kind ?? alias.kind,
          ambiguous: declared || ids.size > 1 || known?.ambiguous === true,
          decoy: false,
          short: alias.kind === 'short',
        },
      });
    }
  for (const text of decoys)
    byText.set(text, {
      text,
      alias: { entities: [], kind: 'name', ambiguous: false, decoy: true, short: false },
    });
  const json = JSON.stringify({
    entities: entities.map(({ id, kind, name }) => ({ id, kind, name })),
    list: [...byText.values()],
  });
  const bytes = new Uint8Array(json.length * 2);
  for (let at = 0; at < json.length; at++) {
    bytes[at * 2] = json.charCodeAt(at) & 0xff;
    bytes[at * 2 + 1] = json.charCodeAt(at) >> 8;
  }
  return bytes;
}
