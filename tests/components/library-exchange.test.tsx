// @vitest-environment happy-dom
import { type ComponentChildren, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { BackupList } from '@/components/library/BackupList';
import { ExportDialog, type ExportDialogProps } from '@/components/library/ExportDialog';
import type { FormatChoice, ImportPreview } from '@/components/library/exchange-view';
import { ImportDialog, type ImportState } from '@/components/library/ImportDialog';
import { createTranslate } from '@/core/i18n/messages';
import { formatBytes } from '@/core/knowledge/format-bytes';
import { createFormats } from '@/core/knowledge/formats';

const t = createTranslate('en');
const formats: readonly FormatChoice[] = [
  {
    id: 'backup',
    label: 'Backup',
    extension: '.jsonl',
    use: 'To import.',
    loss: 'Loses nothing.',
    isCopyable: true,
  },
  {
    id: 'zip',
    label: 'Zip',
    extension: '.zip',
    use: 'For editors.',
    loss: 'Without the bin.',
    isCopyable: false,
  },
];
const NONE = { count: 0, first: [] };
const item = (id: string) => ({ id, title: `quote ${id}`, detail: '' });
const preview = (change: Partial<ImportPreview>): ImportPreview => ({
  own: { count: 0, first: [] },
  added: NONE,
  updated: NONE,
  unchanged: NONE,
  conflicts: NONE,
  refused: NONE,
  ...change,
});

beforeAll(() => {
  // happy-dom has the element without its modal side.
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
});
afterEach(() => {
  for (const root of [...document.body.children]) act(() => render(null, root));
  document.body.replaceChildren();
});

function show(content: ComponentChildren): HTMLElement {
  const root = document.createElement('div');
  document.body.append(root);
  act(() => render(content, root));
  return root;
}

function button(root: Element, words: string): HTMLButtonElement {
  const found = [...root.querySelectorAll('button')].find((one) => one.textContent === words);
  if (found === undefined) throw new Error(`expected a button “${words}”, found none`);
  return found;
}

function radio(root: Element, words: string): HTMLInputElement {
  const label = [...root.querySelectorAll('label')].find((one) =>
    one.textContent?.startsWith(words),
  );
  const input = label?.querySelector('input');
  if (input == null) throw new Error(`expected a choice “${words}”, found none`);
  return input;
}

describe('the export dialog', () => {
  const open = (change: Partial<ExportDialogProps> = {}) => {
    const called = { onExport: vi.fn(), onCancel: vi.fn(), onClose: vi.fn() };
    const root = show(
      <ExportDialog
        t={t}
        counts={{ all: 9, shown: 4, chosen: 0 }}
        scope="shown"
        formats={formats}
        state={{ step: 'choose' }}
        {...called}
        {...change}
      />,
    );
    return { root, ...called };
  };

  it('exports what is shown in the first format', () => {
    const { root, onExport } = open();
    act(() => button(root, 'Download').click());
    expect(onExport).toHaveBeenCalledWith('shown', 'backup', 'download');
  });

  it('offers only scopes that hold something', () => {
    const { root } = open();
    expect(() => radio(root, 'Selected')).toThrow();
    expect(radio(root, 'Everything (9)').checked).toBe(false);
  });

  it('copies text, and does not offer to copy a zip', () => {
    const { root, onExport } = open();
    act(() => button(root, 'Copy').click());
    expect(onExport).toHaveBeenCalledWith('shown', 'backup', 'copy');
    act(() => radio(root, 'Zip').click());
    expect(button(root, 'Copy').disabled).toBe(true);
  });

  it('says what the chosen format leaves out', () => {
    const { root } = open();
    expect(root.textContent).not.toContain('Without the bin.');
    act(() => radio(root, 'Zip').click());
    expect(root.textContent).toContain('Without the bin.');
  });

  it('can be stopped while it works', () => {
    const { root, onCancel, onExport } = open({
      state: { step: 'busy', stage: 'encoding', share: 0.5 },
    });
    act(() => button(root, 'Cancel').click());
    expect(onCancel).toHaveBeenCalledOnce();
    expect(onExport).not.toHaveBeenCalled();
    expect(root.querySelector('progress')).not.toBeNull();
  });
});

describe('the import dialog', () => {
  const open = (state: ImportState) => {
    const called = {
      onFile: vi.fn(),
      onFormat: vi.fn(),
      onApply: vi.fn(),
      onUndo: vi.fn(),
      onCancel: vi.fn(),
      onClose: vi.fn(),
    };
    const root = show(<ImportDialog t={t} formats={formats} state={state} {...called} />);
    return { root, ...called };
  };
  const withPreview = (change: Partial<ImportPreview>) =>
    open({ step: 'preview', name: 'a.jsonl', format: 'backup', preview: preview(change) });

  it('applies what is new', () => {
    const { root, onApply } = withPreview({ added: { count: 2, first: [item('a'), item('b')] } });
    expect(root.textContent).toContain('2 new');
    act(() => button(root, 'Import').click());
    expect(onApply).toHaveBeenCalledWith({ all: 'both', byId: {} });
  });

  it('has nothing to apply where everything is refused, and says where and why', () => {
    const { root } = withPreview({
      refused: { count: 1, first: [{ where: { line: 4 }, message: 'the quotation is empty.' }] },
    });
    expect(button(root, 'Import').disabled).toBe(true);
    expect(root.textContent).toContain('Line 4: the quotation is empty.');
  });

  it('has nothing to apply where everything is here already', () => {
    const { root } = withPreview({ unchanged: { count: 1, first: [item('a')] } });
    expect(button(root, 'Import').disabled).toBe(true);
  });

  it('asks about conflicts, for all and for one', () => {
    const conflict = { id: 'a', mine: item('mine'), theirs: item('theirs') };
    const { root, onApply } = withPreview({
      conflicts: { count: 2, first: [conflict, { ...conflict, id: 'b' }] },
    });
    act(() => radio(root, 'Keep mine').click());
    const one = root.querySelectorAll('.import-conflict')[1];
    if (one === undefined) throw new Error('expected two conflicts');
    act(() => radio(one, 'Take theirs').click());
    act(() => button(root, 'Import').click());
    expect(onApply).toHaveBeenCalledWith({ all: 'mine', byId: { b: 'theirs' } });
  });

  it('offers to undo what was added, once', () => {
    const outcome = { added: 2, updated: 1 };
    const { root, onUndo } = open({ step: 'done', outcome, isUndone: false });
    act(() => button(root, 'Undo').click());
    expect(onUndo).toHaveBeenCalledOnce();
    const undone = open({ step: 'done', outcome, isUndone: true });
    expect(() => button(undone.root, 'Undo')).toThrow();
  });

  it.each(['reading', 'comparing', 'writing'] as const)('can be stopped while %s', (stage) => {
    const { root, onCancel, onClose } = open({ step: 'busy', stage, share: 0.25 });
    expect(root.querySelector('progress')?.value).toBe(0.25);
    act(() => button(root, 'Cancel').click());
    expect(onCancel).toHaveBeenCalledOnce();
    expect(onClose).not.toHaveBeenCalled();
  });
});

describe('the list of backups', () => {
  const shown = createFormats('en', 'metric');
  const open = (backups: readonly { day: string; size: number }[]) => {
    const onRestore = vi.fn();
    const root = show(
      <BackupList
        formats={shown}
        backups={backups}
        usedBytes={2_400_000}
        onRestore={onRestore}
        onExport={vi.fn()}
        onImport={vi.fn()}
      />,
    );
    return { root, onRestore };
  };

  it('restores the day that was asked for', () => {
    const { root, onRestore } = open([
      { day: '2026-03-02', size: 1000 },
      { day: '2026-03-01', size: 1000 },
    ]);
    act(() => root.querySelectorAll<HTMLElement>('.backup-list button')[1]?.click());
    expect(onRestore).toHaveBeenCalledWith('2026-03-01');
  });

  it('says that there is none yet', () => {
    expect(open([]).root.textContent).toContain('No backup yet');
  });

  it('gives sizes as file managers do', () => {
    expect([200, 48_000, 2_400_000].map((size) => formatBytes(size, shown))).toEqual([
      '1 kB',
      '48 kB',
      '2.4 MB',
    ]);
  });
});
