import type { EntitySource } from '../schema/entity';
import { looseNameKey, namedBy } from './names';

/**
 * The other names worth showing, in file order: no typographic variants, no part of a name that is
 * shown already (`Firefly` beside `Firefly Aerospace`), no tickers, which are facts of their own.
 */
export function alsoCalled(entity: EntitySource): readonly string[] {
  const shown = namedBy(entity)
    .filter(({ alias }) => alias === undefined)
    .map(({ text }) => looseNameKey(text));
  const others: string[] = [];
  for (const { text, kind } of entity.aliases ?? []) {
    const key = looseNameKey(text);
    if (kind === 'ticker' || shown.some((name) => name.includes(key))) continue;
    shown.push(key);
    others.push(text);
  }
  return others;
}
