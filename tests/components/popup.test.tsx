// @vitest-environment happy-dom
import { type ComponentChildren, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Popup, type PopupProps } from '@/components/popup/Popup';

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

function press(element: HTMLElement, key: string): void {
  act(() => {
    element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
}

const NOTHING: PopupProps['mine'] = { placed: 0, lost: 0, doubtful: [], pageNote: null };

describe('the popup', () => {
  const open = (extra: Partial<PopupProps> = {}) => {
    const called = {
      onSiteSwitch: vi.fn(),
      onOpen: vi.fn(),
      onBrief: vi.fn(),
      onHighlights: vi.fn(),
      onSeeChanges: vi.fn(),
      onPageNote: vi.fn(),
      onPageSwitch: vi.fn(),
      onEnabled: vi.fn(),
      onCards: vi.fn(),
      onHighlighting: vi.fn(),
      onSiteMode: vi.fn(),
      onStep: vi.fn(),
    };
    const root = show(
      <Popup
        locale="en"
        site="news.example"
        state="on"
        names={[
          {
            id: 'rocket/zhuque-3',
            names: { en: 'Zhuque-3', zh: '朱雀三号' },
            count: 4,
            certainty: 'sure',
          },
          { id: 'company/spacex', names: { en: 'SpaceX' }, count: 2, certainty: 'sure' },
          { id: 'rocket/electron', names: { en: 'Electron' }, count: 1, certainty: 'possibly' },
        ]}
        isReadInPart={false}
        mine={NOTHING}
        switches={{ cards: true, highlights: false, siteMode: 'everywhere' }}
        onLibrary={vi.fn()}
        onSettings={vi.fn()}
        {...called}
        {...extra}
      />,
    );
    return { root, called };
  };

  it('lists the names with the other script, and says which are only possible', () => {
    const rows = [...open().root.querySelectorAll('.list-row')].map((row) => row.textContent);
    expect(rows).toEqual([
      'Zhuque-3朱雀三号4',
      'Electronpossibly1',
      'SpaceX2',
      'Write a note on this page',
    ]);
  });

  it('opens a name', () => {
    const { root, called } = open();
    control(root, 'Zhuque-3').click();
    expect(called.onOpen).toHaveBeenCalledWith('rocket/zhuque-3');
  });

  it('switches the site off', () => {
    const { root, called } = open();
    act(() => control(root, 'On for news.example').click());
    expect(called.onSiteSwitch).toHaveBeenCalledWith(false);
  });

  it('has no switch where no extension may read', () => {
    expect(
      open({ state: 'unreadable', names: [] }).root.querySelector('[role="switch"]'),
    ).toBeNull();
  });

  it('says what to do on a page without names, and offers no brief', () => {
    const { root } = open({ names: [] });
    expect(root.textContent).toContain('You can still highlight here');
    expect(control(root, 'Brief').hasAttribute('disabled')).toBe(true);
  });

  it('groups names by kind, in the order in which the page first names one', () => {
    const kinds = [...open().root.querySelectorAll('.popup-kind h3')].map((h) => h.textContent);
    expect(kinds).toEqual(['Rocket', 'Company']);
  });

  for (const [name, key, expected] of [
    ['n walks on', 'n', 1],
    ['N with Shift or Caps Lock, too', 'N', 1],
    ['p walks back', 'p', -1],
  ] as const) {
    it(name, () => {
      const { root, called } = open();
      press(control(root, 'Zhuque-3'), key);
      expect(called.onStep.mock.calls).toEqual([[expected]]);
    });
  }

  it('walks nowhere on another key, or where there is no name', () => {
    const { root, called } = open();
    press(control(root, 'Zhuque-3'), 'x');
    const empty = open({ names: [] });
    press(control(empty.root, 'Library'), 'n');
    expect([called.onStep.mock.calls, empty.called.onStep.mock.calls]).toEqual([[], []]);
  });

  it('walks by pointer as well', () => {
    const { root, called } = open();
    control(root, 'Next name (N)').click();
    control(root, 'Previous name (P)').click();
    expect(called.onStep.mock.calls).toEqual([[1], [-1]]);
  });

  it('keeps the other switches behind one button', () => {
    const { root } = open();
    expect(root.querySelectorAll('[role="switch"]')).toHaveLength(1);
    act(() => control(root, 'More switches').click());
    expect(root.querySelectorAll('[role="switch"]')).toHaveLength(6);
  });

  for (const [label, callback, expected] of [
    ['On this page', 'onPageSwitch', false],
    ['Downrange is on', 'onEnabled', false],
    ['Only on sites that I switch on', 'onSiteMode', 'allow-list'],
    ['Names and cards', 'onCards', false],
    ['Highlighting', 'onHighlighting', true],
  ] as const) {
    it(`switches “${label}” apart from the others`, () => {
      const { root, called } = open();
      act(() => control(root, 'More switches').click());
      act(() => control(root, label).click());
      expect(called[callback].mock.calls).toEqual([[expected]]);
    });
  }

  it('says that it is off on this page only, and leaves the site on', () => {
    const { root } = open({ state: 'off-page' });
    expect(root.textContent).toContain('Off on this page');
    expect((control(root, 'On for news.example') as HTMLInputElement).checked).toBe(true);
    expect(root.querySelector('.popup-list')).toBeNull();
  });

  it.each([
    { name: 'a page that was read in part', isReadInPart: true, says: true },
    { name: 'a page that was read whole', isReadInPart: false, says: false },
    { name: 'a site that is off', isReadInPart: true, state: 'off-here' as const, says: false },
  ])('says when a page is too long to be read: $name', ({ says, name: _, ...extra }) => {
    expect(open(extra).root.textContent?.includes('This page is very long')).toBe(says);
  });

  it('tells of highlights that lost their passage', () => {
    const { root } = open({ mine: { ...NOTHING, placed: 1, lost: 2 } });
    expect(root.textContent).toContain('1 highlight here; 2 more no longer find their passage');
  });

  it('leads from a highlight whose words changed to what changed', () => {
    const doubtful = [{ id: 'urn:7', quote: 'It landed.', state: 'changed' as const }];
    const { root, called } = open({ mine: { ...NOTHING, placed: 1, doubtful } });
    control(root, 'It landed.').click();
    expect(called.onSeeChanges).toHaveBeenCalledWith('urn:7');
  });

  it('shows the note on the page, and opens it', () => {
    const { root, called } = open({ mine: { ...NOTHING, pageNote: 'All about money.' } });
    control(root, 'All about money.').click();
    expect(called.onPageNote).toHaveBeenCalledOnce();
  });

  it('offers no note where no extension may write', () => {
    const { root } = open({ state: 'unreadable', names: [] });
    expect(root.textContent).not.toContain('Write a note');
  });
});
