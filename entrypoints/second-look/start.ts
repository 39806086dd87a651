import { createMayMention } from '@/core/detection/may-mention';
import { readShared } from '@/entrypoints/scout/shared';

/** Hands to the scout what tells names from words that only begin like them: too much code for every page. */
export function takeSecondLook(): void {
  const shared = readShared();
  if (shared === null || shared.reader !== null) return;
  shared.lookAgain(createMayMention(shared.gazetteer));
}
