import type { VNode } from 'preact';
import { NoteConflict } from '@/components/annotation/NoteConflict';
import { NoteEditor, type SaveState } from '@/components/annotation/NoteEditor';
import type { HighlightColour } from '@/core/annotation/annotation';
import type { Client } from '@/platform/messaging/client';
import type { DocumentRequests, NoteText } from '@/platform/messaging/contract';

export interface NoteSessionOptions {
  readonly id: string;
  readonly locale: 'en' | 'zh';
  readonly client: Client<DocumentRequests>;
  readonly close: () => void;
  readonly draw: (view: VNode) => void;
}

/** A draft is kept this long after the last key, and the note saved a little later; in milliseconds. */
const DRAFT_MS = 250;
const SAVE_MS = 900;

/** One note being written: loads it, keeps drafts, saves, and settles conflicts. What is typed is never dropped. */
export class NoteSession {
  readonly #options: NoteSessionOptions;
  #saved: NoteText | null = null;
  #theirs: NoteText | null = null;
  #colour: HighlightColour | null = null;
  #text = '';
  #tags: readonly string[] = [];
  #save: SaveState = { kind: 'saved' };
  #draftTimer: number | null = null;
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

  /** Keeps what is typed and not yet saved: also when the frame is about to go. */
  async keepDraft(): Promise<void> {
    const change = this.#change();
    if (change !== null && this.#isDirty) await this.#options.client.request('note.draft', change);
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
    if (this.#draftTimer !== null) window.clearTimeout(this.#draftTimer);
    if (this.#saveTimer !== null) window.clearTimeout(this.#saveTimer);
    this.#draftTimer = window.setTimeout(() => void this.keepDraft(), DRAFT_MS);
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
          onDelete={() => {
            // The note goes, the highlight stays.
            this.#text = '';
            this.#tags = [];
            this.#isDirty = true;
            void this.#close();
          }}
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
