import { useEffect, useState } from 'preact/hooks';
import { OwnEditor } from '@/components/own/OwnEditor';
import { OwnKnowledge } from '@/components/own/OwnKnowledge';
import { draftOf, EMPTY_DRAFT, type OwnDraft } from '@/components/own/own-view';
import { Toast } from '@/components/ui/Toast';
import { createTranslate } from '@/core/i18n/messages';
import type { CatalogueEntry } from '@/core/knowledge/catalogue';
import { checkOwn, type OwnFault, tidyOwn } from '@/core/own/own-check';
import { newOwnId, type OwnEntry } from '@/core/own/own-entry';
import type { Client } from '@/platform/messaging/client';
import type { DocumentRequests } from '@/platform/messaging/contract';

interface OwnSectionProps {
  readonly locale: 'en' | 'zh';
  readonly client: Client<DocumentRequests>;
  readonly catalogue: readonly CatalogueEntry[];
  readonly neverMark: readonly string[];
  /** The entity that the page was opened for; null for none. */
  readonly asked: string | null;
}

interface Editing {
  readonly draft: OwnDraft;
  readonly faults: readonly OwnFault[];
  readonly problem: string | null;
}

const fresh = (draft: OwnDraft): Editing => ({ draft, faults: [], problem: null });

/** The reader's own names and facts: the list, the dialog, and what was just removed. */
export function OwnSection({ locale, client, catalogue, neverMark, asked }: OwnSectionProps) {
  const t = createTranslate(locale);
  const [entries, setEntries] = useState<readonly OwnEntry[]>([]);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [removed, setRemoved] = useState<OwnEntry | null>(null);

  useEffect(() => {
    void client.request('own.list', {}).then((answer) => {
      if (!answer.ok) return;
      setEntries(answer.value);
      if (asked !== null) setEditing(fresh(draftFor(asked, answer.value, catalogue, locale)));
    });
  }, [asked]);

  const close = (): void => {
    setEditing(null);
    // The same entity may be asked for again: then the address must change.
    if (asked !== null) history.replaceState(null, '', location.pathname);
  };
  const store = async (entry: OwnEntry): Promise<string | null> => {
    const answer = await client.request('own.put', { entry });
    if (!answer.ok) return answer.error.message;
    setEntries(sorted([...entries.filter(({ id }) => id !== entry.id), entry]));
    return null;
  };
  const save = async ({ draft }: Editing): Promise<void> => {
    const entry = entryOf(draft);
    if (entry === null) {
      setEditing({ draft, faults: [{ at: 'name', code: 'empty' }], problem: null });
      return;
    }
    const others = entries.filter(({ id }) => id !== entry.id);
    const faults = checkOwn(entry, others, neverMark);
    // The tidied draft: faults tell their places in it.
    const tidied = { ...draft, name: entry.name, names: entry.names, facts: entry.facts };
    const problem = faults.length > 0 ? null : await store(entry);
    if (faults.length === 0 && problem === null) close();
    else setEditing({ draft: tidied, faults, problem });
  };
  const remove = async (entry: OwnEntry): Promise<void> => {
    const answer = await client.request('own.remove', { id: entry.id });
    if (!answer.ok) return;
    setEntries(entries.filter(({ id }) => id !== entry.id));
    setRemoved(entry);
  };

  return (
    <>
      <OwnKnowledge
        locale={locale}
        entries={entries}
        onAdd={() => setEditing(fresh(EMPTY_DRAFT))}
        onEdit={(entry) => setEditing(fresh(draftOf(entry)))}
        onRemove={(entry) => void remove(entry)}
      />
      {editing === null ? null : (
        <OwnEditor
          locale={locale}
          catalogue={catalogue}
          {...editing}
          onChange={(draft) => setEditing({ ...editing, draft })}
          onSave={() => void save(editing)}
          onClose={close}
        />
      )}
      {removed === null ? null : (
        <div class="options-toast">
          <Toast
            message={t('ownRemoved', { name: removed.name })}
            action={{
              label: t('undo'),
              onClick: () => void store(removed).then(() => setRemoved(null)),
            }}
            closeLabel={t('close')}
            onClose={() => setRemoved(null)}
          />
        </div>
      )}
    </>
  );
}

/** What is to be stored; null while the reader has not said what it is about. */
function entryOf(draft: OwnDraft): OwnEntry | null {
  const { newKind, name, names, facts } = draft;
  const random = crypto.getRandomValues(new Uint8Array(6));
  const id = newKind === null ? draft.id : newOwnId(newKind, random);
  if (id === null) return null;
  return tidyOwn({ id, name, names, facts, modified: new Date().toISOString() });
}

/** A draft about one entity: what is stored about it, or a new one. */
function draftFor(
  asked: string,
  entries: readonly OwnEntry[],
  catalogue: readonly CatalogueEntry[],
  locale: 'en' | 'zh',
): OwnDraft {
  const entry = entries.find(({ id }) => id === asked);
  if (entry !== undefined) return draftOf(entry);
  const known = catalogue.find(({ id }) => id === asked);
  if (known === undefined) return EMPTY_DRAFT;
  const { id, names } = known;
  return { ...EMPTY_DRAFT, id, name: (locale === 'zh' && names.zh) || names.en };
}

function sorted(entries: readonly OwnEntry[]): readonly OwnEntry[] {
  return [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
}
