import { encodeAnki } from '@/core/exchange/anki';
import type { EntityId } from '@/core/knowledge/entity';
import type { Formats } from '@/core/knowledge/formats';
import type { LibraryServices } from './services';

/** The choice of cards for Anki in the dialog for exports: facts, not annotations, and so no format among the others. */
export const ANKI = 'anki';

/** The facts about the entities that the reader has marked something about, as a file for Anki. */
export async function ankiFile(
  ids: readonly string[],
  services: Pick<LibraryServices, 'card'>,
  formats: Formats,
): Promise<Blob> {
  const cards = await Promise.all(
    // `as`: what annotations are about is stored as the ids of entities.
    ids.filter((id) => id !== '').map((id) => services.card(id as EntityId)),
  );
  const known = cards.flatMap((card) => (card === null ? [] : [card]));
  return new Blob([encodeAnki(known, formats)], { type: 'text/csv' });
}
