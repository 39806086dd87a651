import type { VNode } from 'preact';
import { NoteConflict } from '@/components/annotation/NoteConflict';
import { NoteEditor, type SaveState } from '@/components/annotation/NoteEditor';
import { type Body, noteOf, type StoredAnnotation, tagsOf } from '@/core/annotation/annotation';
import { createTranslate } from '@/core/i18n/messages';
import type { AnnotationStore } from '@/platform/storage/annotation-store';
import type { DraftStore } from '@/platform/storage/draft-store';

export interface NoteSessionOptions {
  readonly id: string;
  readonly locale: 'en' | 'zh';
  readonly store: AnnotationStore;
  readonly drafts: DraftStore;
  readonly now: () => string;
  /** Address of the tab that the frame is in, as the browser says. */
  readonly tabUrl: () => Promise<string | null>;
  /** The note stands in a window of ours, not in a page. */
  readonly isOwnPage: boolean;
  /** Tells the page around that something stored for it has changed. */
  readonly announce: () => Promise<void>;
  readonly close: () => void;
  readonly draw: (view: VNode) => void;
}

/** A note is saved this long after the last key, in milliseconds; a draft of it is kept before. */
const SAVE_MS = 600;

/** One note being written: loads it, keeps drafts, saves, and settles conflicts. */
export class NoteSession {
  readonly #options: NoteSessionOptions;
  #stored: StoredAnnotation | null = null;
  #theirs: StoredAnnotation | null = null;
  #text = '';
  #tags: readonly string[] = [];
  #shown: SaveState = { kind: 'saved' };
  #timer: number | null = null;
  #isDirty = false;

  constructor(options: NoteSessionOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    const { id, store, drafts, locale } = this.#options;
    const found = await store.get(id);
    if (!found.ok || !(await this.#mayShow(found.value))) {
      this.#options.draw(
        <p class="note-refused">
          {found.ok ? createTranslate(locale)('noteNotHere') : found.error.message}
        </p>,
      );
      return;
    }
    this.#stored = found.value;
    const draft = await drafts.get(id);
    this.#text = draft?.text ?? noteOf(found.value.annotation);
    this.#tags = draft?.tags ?? tagsOf(found.value.annotation);
    this.#isDirty = draft !== null;
    this.#draw();
  }

  /** Keeps what is typed and not yet saved. */
  async keepDraft(): Promise<void> {
    const stored = this.#stored;
    if (stored === null || !this.#isDirty) return;
    await this.#options.drafts.put({
      key: this.#options.id,
      text: this.#text,
      tags: this.#tags,
      revision: stored.revision,
      at: this.#options.now(),
    });
  }

  /** In a page, only the page's own notes: another site cannot call one up by its id. */
  async #mayShow(stored: StoredAnnotation): Promise<boolean> {
    if (this.#options.isOwnPage) return true;
    const url = await this.#options.tabUrl();
    const source = stored.page?.url;
    if (url === null || source === undefined || !URL.canParse(url) || !URL.canParse(source))
      return false;
    return new URL(url).host === new URL(source).host;
  }

  #onInput(change: () => void): void {
    change();
    this.#isDirty = true;
    this.#set({ kind: 'saving' });
    if (this.#timer !== null) window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#save(), SAVE_MS);
  }

  async #save(): Promise<boolean> {
    const stored = this.#stored;
    if (stored === null) return false;
    if (!this.#isDirty) return true;
    await this.keepDraft();
    this.#set({ kind: 'saving' });
    const written = await this.#options.store.put(this.#next(stored), null);
    if (written.ok) {
      this.#stored = written.value;
      this.#isDirty = false;
      await this.#options.drafts.remove(this.#options.id);
      this.#set({ kind: 'saved' });
      await this.#options.announce();
      return true;
    }
    if (written.error.code === 'stale-revision') {
      this.#theirs = written.error.current;
      this.#set({ kind: 'conflict' });
    } else {
      this.#set({ kind: 'failed', reason: written.error.message });
    }
    return false;
  }

  #next(stored: StoredAnnotation): StoredAnnotation {
    const { annotation } = stored;
    const body: Body[] = [
      ...(this.#text.trim() === ''
        ? []
        : [
            {
              type: 'TextualBody',
              value: this.#text,
              format: 'text/markdown',
              purpose: 'commenting',
            } as const,
          ]),
      ...this.#tags.map(
        (tag) =>
          ({ type: 'TextualBody', value: tag, format: 'text/plain', purpose: 'tagging' }) as const,
      ),
      ...annotation.body.filter((one) => one.type === 'SpecificResource'),
    ];
    const isPassage =
      annotation.motivation === 'highlighting' || annotation.motivation === 'commenting';
    const motivation = isPassage
      ? this.#text.trim() === ''
        ? 'highlighting'
        : 'commenting'
      : annotation.motivation;
    return {
      ...stored,
      revision: stored.revision + 1,
      annotation: { ...annotation, body, motivation, modified: this.#options.now() },
    };
  }

  async #resolve(choice: 'mine' | 'theirs' | 'both'): Promise<void> {
    const theirs = this.#theirs;
    if (theirs === null) return;
    this.#theirs = null;
    this.#stored = theirs;
    if (choice === 'theirs') {
      this.#text = noteOf(theirs.annotation);
      this.#tags = tagsOf(theirs.annotation);
      this.#isDirty = false;
      await this.#options.drafts.remove(this.#options.id);
      this.#set({ kind: 'saved' });
      return;
    }
    if (choice === 'both') this.#text = `${noteOf(theirs.annotation)}\n\n---\n\n${this.#text}`;
    await this.#save();
  }

  async #close(): Promise<void> {
    if (await this.#save()) this.#options.close();
  }

  #set(save: SaveState): void {
    this.#shown = save;
    this.#draw();
  }

  #draw(): void {
    const stored = this.#stored;
    if (stored === null) return;
    const { locale } = this.#options;
    const theirs = this.#theirs;
    this.#options.draw(
      <>
        <NoteEditor
          locale={locale}
          colour={stored.annotation.target.styleClass ?? null}
          text={this.#text}
          tags={this.#tags}
          entities={[]}
          save={this.#shown}
          onText={(text) =>
            this.#onInput(() => {
              this.#text = text;
            })
          }
          onTags={(tags) =>
            this.#onInput(() => {
              this.#tags = tags;
            })
          }
          onDelete={() => void this.#delete()}
          onDone={() => void this.#close()}
        />
        {theirs === null ? null : (
          <NoteConflict
            locale={locale}
            theirs={noteOf(theirs.annotation)}
            onChoose={(choice) => void this.#resolve(choice)}
          />
        )}
      </>,
    );
  }

  /** Takes the note away and leaves the highlight: the page's undo is for highlights, this one's text is in the draft. */
  async #delete(): Promise<void> {
    this.#text = '';
    this.#tags = [];
    this.#isDirty = true;
    await this.#close();
  }
}
