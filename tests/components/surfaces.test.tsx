// @vitest-environment happy-dom
import { type ComponentChildren, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AnnotationRow, type ShownAnnotation } from '@/components/annotation/AnnotationRow';
import { NoteEditor, type NoteEditorProps } from '@/components/annotation/NoteEditor';
import { Options } from '@/components/options/Options';
import { hostFrom } from '@/components/options/SiteList';
import { DEFAULT_SETTINGS, type Settings } from '@/core/settings';
import { METRIC } from '../support/cards';

function show(content: ComponentChildren): HTMLElement {
  const root = document.createElement('div');
  document.body.append(root);
  act(() => render(content, root));
  return root;
}

afterEach(() => document.body.replaceChildren());

function control(root: Element, words: string): HTMLElement {
  const found = [...root.querySelectorAll<HTMLElement>('button, input')].find(
    (element) =>
      element.textContent?.includes(words) === true ||
      element.getAttribute('aria-label') === words ||
      [...root.querySelectorAll('label')].some(
        (label) =>
          element.id !== '' &&
          label.htmlFor === element.id &&
          label.textContent?.includes(words) === true,
      ) ||
      element.closest('label')?.textContent?.includes(words) === true,
  );
  if (found === undefined) throw new Error(`expected a control “${words}”, found none`);
  return found;
}

function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  act(() => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

function press(element: HTMLElement, key: string): void {
  act(() => {
    element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
}

describe('the settings', () => {
  const open = (settings: Partial<Settings> = {}) => {
    const onChange = vi.fn();
    const onShortcuts = vi.fn();
    const root = show(
      <Options
        locale="en"
        settings={{ ...DEFAULT_SETTINGS, ...settings }}
        shortcuts={[
          { command: 'next-mention', description: 'Next name', keys: 'Alt+Shift+N' },
          { command: 'previous-mention', description: 'Previous name', keys: '' },
        ]}
        own={null}
        onShortcuts={onShortcuts}
        onChange={onChange}
      />,
    );
    return { root, onChange, onShortcuts };
  };

  it('list the pages that were switched off one by one, and switch them on again', () => {
    const pages = ['https://news.example/a', 'https://www.meridian.example/b?page=2'];
    const { root, onChange } = open({ blockedPages: pages });
    expect(root.textContent).toContain('news.example/a');
    act(() => control(root, 'Remove meridian.example/b?page=2').click());
    expect(onChange).toHaveBeenCalledWith({ blockedPages: ['https://news.example/a'] });
  });

  it('say nothing of single pages where none is switched off', () => {
    expect(open().root.textContent).not.toContain('Single pages');
  });

  it('show the shortcuts as the browser has them, and lead to where they are changed', () => {
    const { root, onShortcuts } = open();
    const rows = [...root.querySelectorAll('.shortcuts > div')].map((row) => row.textContent);
    expect(rows).toEqual(['Next nameAltShiftN', 'Previous namenone set']);
    act(() => control(root, 'Change shortcuts').click());
    expect(onShortcuts).toHaveBeenCalledOnce();
  });

  it('take a name that is never to be marked, tidied, and none that is empty', () => {
    const { root, onChange } = open({ neverMark: ['Vector'] });
    const field = control(root, 'Add a name never to be marked');
    if (!(field instanceof HTMLInputElement)) throw new Error('expected a field');
    act(() => field.closest('form')?.requestSubmit());
    expect(onChange).not.toHaveBeenCalled();
    type(field, '  Electron ');
    act(() => field.closest('form')?.requestSubmit());
    expect(onChange).toHaveBeenCalledWith({ neverMark: ['Electron', 'Vector'] });
  });

  it('are stored at once, one at a time', () => {
    const { root, onChange } = open();
    act(() => control(root, 'US').click());
    expect(onChange.mock.calls).toEqual([[{ units: 'us' }]]);
  });

  it('offer a length of rest only when cards open on rest', () => {
    expect(open().root.textContent).toContain('How long the pointer rests');
    expect(open({ openOn: 'click' }).root.textContent).not.toContain('How long the pointer rests');
  });

  it('add a site from a pasted address', () => {
    const { root, onChange } = open({ blocked: ['z.example'] });
    const field = control(root, 'Add a site');
    if (!(field instanceof HTMLInputElement)) throw new Error('expected a field');
    type(field, 'https://www.Bank.example/login?x=1');
    act(() => control(root, 'Add').closest('form')?.requestSubmit());
    expect(onChange).toHaveBeenCalledWith({ blocked: ['bank.example', 'z.example'] });
  });

  it('refuse what is no site, and say so', () => {
    const { root, onChange } = open();
    const field = control(root, 'Add a site');
    if (!(field instanceof HTMLInputElement)) throw new Error('expected a field');
    type(field, 'not a site');
    act(() => field.closest('form')?.requestSubmit());
    expect(onChange).not.toHaveBeenCalled();
    expect(root.textContent).toContain('That is not the name of a site.');
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });

  it('give back a name that was never to be marked on a site', () => {
    const { root, onChange } = open({ neverMarkOn: { 'a.example': ['Vector'] } });
    control(root, 'Remove Vector on a.example').click();
    expect(onChange).toHaveBeenCalledWith({ neverMarkOn: {} });
  });

  for (const [text, host] of [
    ['example.org', 'example.org'],
    ['http://www.example.org:8080/a', 'example.org'],
    ['localhost', 'localhost'],
    ['example', null],
    ['two words.org', null],
    ['', null],
  ] as const) {
    it(`read “${text}” as ${host ?? 'no site'}`, () => expect(hostFrom(text)).toBe(host));
  }
});

describe('the note', () => {
  const open = (extra: Partial<NoteEditorProps> = {}) => {
    const called = { onText: vi.fn(), onTags: vi.fn(), onDelete: vi.fn(), onDone: vi.fn() };
    const root = show(
      <NoteEditor
        locale="en"
        colour="blue"
        text=""
        tags={['reuse']}
        entities={[]}
        save={{ kind: 'saved' }}
        {...called}
        {...extra}
      />,
    );
    const field = root.querySelector<HTMLTextAreaElement>('textarea');
    const tag = root.querySelector<HTMLInputElement>('.tag-input');
    if (field === null || tag === null) throw new Error('expected a text and a tag field');
    return { root, called, field, tag };
  };

  it('hands on every change', () => {
    const { called, field } = open();
    type(field, 'to ask');
    expect(called.onText).toHaveBeenCalledWith('to ask');
  });

  it('makes a tag of a word on Enter and on a comma, each once', () => {
    for (const key of ['Enter', ',', '，']) {
      const { called, tag } = open();
      type(tag, ' landing ');
      press(tag, key);
      expect(called.onTags.mock.calls).toEqual([[['reuse', 'landing']]]);
    }
  });

  it('does not add a tag twice, nor an empty one', () => {
    const { called, tag } = open();
    type(tag, 'reuse');
    press(tag, 'Enter');
    type(tag, '   ');
    press(tag, 'Enter');
    expect(called.onTags.mock.calls).toEqual([[['reuse']]]);
  });

  it('says where the text is, and why it is not', () => {
    expect(open().root.textContent).toContain('Saved on this computer');
    expect(
      open({ save: { kind: 'failed', reason: 'the disk is full' } }).root.textContent,
    ).toContain('Not saved: the disk is full');
  });

  it('is done with Ctrl and Enter', () => {
    const { called, field } = open();
    act(() => {
      field.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }),
      );
    });
    expect(called.onDone).toHaveBeenCalledTimes(1);
  });
});

describe('a highlight in a list', () => {
  const annotation: ShownAnnotation = {
    id: 'a',
    colour: 'green',
    quote: 'the next flight',
    note: '',
    tags: [],
    entities: [],
    state: 'placed',
  };
  const open = (extra: Partial<ShownAnnotation>, marks: { start: number; end: number }[] = []) =>
    show(
      <AnnotationRow
        annotation={{ ...annotation, ...extra }}
        formats={METRIC}
        marks={marks}
        onOpen={vi.fn()}
        onSeeChanges={vi.fn()}
        onPlaceAgain={vi.fn()}
      />,
    );

  it('marks what was found, in order, cut to the text', () => {
    const marks = [
      { start: 9, end: 99 },
      { start: 0, end: 3 },
      { start: 2, end: 3 },
    ];
    const root = open({}, marks);
    expect([...root.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
      'the',
      'flight',
    ]);
    expect(root.querySelector('blockquote')?.textContent).toBe('the next flight');
  });

  it('opens by its note where it is a note on a whole page', () => {
    const root = open({ quote: null, note: 'All about money.' });
    expect(control(root, 'All about money.').tagName).toBe('BUTTON');
    expect(root.querySelector('blockquote')).toBeNull();
  });

  it('has no button in the note of a passage: the quote opens it', () => {
    const root = open({ note: 'Ask them.' });
    const note = root.querySelector('.annotation-note');
    expect(note?.textContent).toBe('Ask them.');
    expect(note?.querySelector('button')).toBeNull();
  });

  it('says that its passage is gone, with ways to go on', () => {
    const root = open({ state: 'lost' });
    expect(root.textContent).toContain('The page has changed; this passage is gone');
    expect(root.textContent).toContain('Place again');
  });

  it('says nothing of its place when it stands', () => {
    expect(open({}).querySelector('.annotation-state')).toBeNull();
  });

  it('says that it is being looked for without alarm', () => {
    const state = open({ state: 'waiting' }).querySelector('.annotation-state');
    expect(state?.classList.contains('is-doubtful')).toBe(false);
  });
});
