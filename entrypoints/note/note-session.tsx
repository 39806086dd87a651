import type { VNode } from 'preact';
import { NoteConflict } from '@/components/annotation/NoteConflict';
import { NoteEditor, type SaveState } from '@/components/annotation/NoteEditor';
import { Toast } from '@/components/ui/Toast';
import type { HighlightColour } from '@/core/annotation/annotation';
import { createTranslate } from '@/core/i18n/messages';
import type { Client } from '@/platform/messaging/client';
import type { DocumentRequests, NoteText } from '@/platform/messaging/contract';

export interface NoteSessionOptions {
  readonly id: string;
  readonly locale: 'en' | 'zh';
  readonly client: Client<DocumentRequests>;
  readonly close: () => void;
  readonly draw: (view: VNode) => void;
}

/** A note is saved after a pause of this length, in milliseconds. */
const SAVE_MS = 900;
/** How long a deleted note can be had back before its frame closes, in milliseconds. */
const UNDO_MS = 8000;

/** One note being written: loads it, keeps drafts, saves, and settles conflicts. What is typed is never dropped. */
export class NoteSession {
  readonly #options: NoteSessionOptions;
  #saved: NoteText | null = null;
  #theirs: NoteText | null = null;
  #colour: HighlightColour | null = null;
  #text = '';
  #tags: readonly string[] = [];
  #save: SaveState = { kind: 'saved' };
  #isKeeping = false;
  #isBehind = false;
  #saveTimer: number | null = null;
  #isDirty = false;

  constructor(options: NoteSessionOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    const { id, client, draw } = this.#options;
    const found = await client.request('note.get', { id });
    if (!found.ok) {
      draw(<p class="note-refused">{found.error.message}</p>);
      return;
    }
    const { draft, colour, ...saved } = found.value;
    this.#saved = saved;
    this.#colour = colour;
    this.#text = draft?.text ?? saved.text;
    this.#tags = draft?.tags ?? saved.tags;
    this.#isDirty = draft !== null;
    this.#draw();
  }

  /**
   * Keeps what is typed and not yet saved. With every key and not after a pause: a tab that is closed does not
   * wait for our last message. One request at a time, the last one with the latest text.
   */
  async keepDraft(): Promise<void> {
    this.#isBehind = true;
    if (this.#isKeeping) return;
    this.#isKeeping = true;
    while (this.#isBehind) {
      this.#isBehind = false;
      const change = this.#change();
      if (change !== null && this.#isDirty)
        await this.#options.client.request('note.draft', change);
    }
    this.#isKeeping = false;
  }

  #change() {
    if (this.#saved === null) return null;
    return {
      id: this.#options.id,
      text: this.#text,
      tags: this.#tags,
      revision: this.#saved.revision,
    };
  }

  #onInput(): void {
    this.#isDirty = true;
    this.#set({ kind: 'saving' });
    if (this.#saveTimer !== null) window.clearTimeout(this.#saveTimer);
    void this.keepDraft();
    this.#saveTimer = window.setTimeout(() => void this.#store(), SAVE_MS);
  }

  /** True when nothing is left to save. */
  async #store(): Promise<boolean> {
    const change = this.#change();
    if (change === null || !this.#isDirty) return true;
    if (this.#saveTimer !== null) window.clearTimeout(this.#saveTimer);
    const answer = await this.#options.client.request('note.save', change);
    if (!answer.ok) {
      this.#set({ kind: 'failed', reason: answer.error.message });
      return false;
    }
    const { state, ...text } = answer.value;
    if (state === 'conflict') {
      this.#theirs = text;
      this.#set({ kind: 'conflict' });
      return false;
    }
    this.#saved = text;
    // Typed on while it was being saved: the next save is on its way.
    this.#isDirty = change.text !== this.#text || change.tags !== this.#tags;
    this.#set({ kind: this.#isDirty ? 'saving' : 'saved' });
    return !this.#isDirty;
  }

  async #resolve(choice: 'mine' | 'theirs' | 'both'): Promise<void> {
    const theirs = this.#theirs;
    if (theirs === null) return;
    this.#theirs = null;
    this.#saved = theirs;
    if (choice === 'theirs') {
      this.#text = theirs.text;
      this.#tags = theirs.tags;
    } else if (choice === 'both') {
      this.#text = `${theirs.text}\n\n---\n\n${this.#text}`;
    }
    this.#isDirty = true;
    await this.#store();
  }

  async #close(): Promise<void> {
    if (await this.#store()) this.#options.close();
  }

  /** The note goes, the highlight stays; for a moment it can be had back. */
  async #delete(): Promise<void> {
    const before = { text: this.#text, tags: this.#tags };
    this.#write('', []);
    if (!(await this.#store())) return;
    const { locale, draw, close } = this.#options;
    const t = createTranslate(locale);
    if (before.text.trim() === '' && before.tags.length === 0) {
      close();
      return;
    }
    const timer = window.setTimeout(close, UNDO_MS);
    const undo = () => {
      window.clearTimeout(timer);
      this.#write(before.text, before.tags);
      void this.#store();
    };
    draw(
      <div class="note-deleted">
        <Toast
          message={t('noteDeleted')}
          action={{ label: t('undo'), onClick: undo }}
          closeLabel={t('close')}
          onClose={close}
        />
      </div>,
    );
  }

  #write(text: string, tags: readonly string[]): void {
    this.#text = text;
    this.#tags = tags;
    this.#isDirty = true;
  }

  #set(save: SaveState): void {
    this.#save = save;
    this.#draw();
  }

  #draw(): void {
    if (this.#saved === null) return;
    const { locale, draw } = this.#options;
    const theirs = this.#theirs;
    draw(
      <>
        <NoteEditor
          locale={locale}
          colour={this.#colour}
          text={this.#text}
          tags={this.#tags}
          entities={[]}
          save={this.#save}
          onText={(text) => {
            this.#text = text;
            this.#onInput();
          }}
          onTags={(tags) => {
            this.#tags = tags;
            this.#onInput();
          }}
          onDelete={() => void this.#delete()}
          onDone={() => void this.#close()}
        />
        {theirs === null ? null : (
          <NoteConflict
            locale={locale}
            theirs={theirs.text}
            onChoose={(choice) => void this.#resolve(choice)}
          />
        )}
      </>,
    );
  }
}
