import type { Translate } from '@/core/i18n/messages';
import type { EntityKind } from '@/core/knowledge/entity';
import {
  LONGEST_FACT,
  LONGEST_NAME,
  MOST_FACTS,
  MOST_NAMES,
  type OwnFault,
} from '@/core/own/own-check';
import type { OwnEntry, OwnFact } from '@/core/own/own-entry';

/** An entry while it is being written. */
export interface OwnDraft {
  /** The entity that it is about; null while none has been chosen, and for a new one of the reader's own. */
  readonly id: OwnEntry['id'] | null;
  /** It will be a new entity of this kind; null for one that Downrange knows. */
  readonly newKind: EntityKind | null;
  readonly name: string;
  readonly names: readonly string[];
  readonly facts: readonly OwnFact[];
}

export const EMPTY_FACT: OwnFact = { label: '', value: '', asOf: '', source: '' };

export const EMPTY_DRAFT: OwnDraft = { id: null, newKind: null, name: '', names: [''], facts: [] };

/** An entry for changing. */
export function draftOf(entry: OwnEntry): OwnDraft {
  const { id, name, names, facts } = entry;
  return { id, newKind: null, name, names: names.length === 0 ? [''] : names, facts };
}

/** What is wrong, and what to do about it. */
export function faultText(fault: OwnFault, t: Translate): string {
  switch (fault.code) {
    case 'empty':
      return fault.at === 'facts' ? t('ownFaultValue') : t('ownFaultName');
    case 'too-short':
      return t('ownFaultShort');
    case 'too-long':
      return t('ownFaultLong', { most: fault.at === 'facts' ? LONGEST_FACT : LONGEST_NAME });
    case 'no-letter':
      return t('ownFaultLetter');
    case 'twice':
      return t('ownFaultTwice');
    case 'taken':
      return t('ownFaultTaken', { other: fault.other });
    case 'never':
      return t('ownFaultNever');
    case 'no-date':
      return t('ownFaultDate');
    case 'nothing':
      return t('ownFaultNothing');
    case 'too-many':
      return t('ownFaultMany', { names: MOST_NAMES, facts: MOST_FACTS });
  }
}
