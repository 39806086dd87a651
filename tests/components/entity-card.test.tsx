// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EntityCard, type EntityCardProps } from '@/components/card/EntityCard';
import { aCard, aClaim, anEvent, ZHUQUE_3 } from '../support/cards';

const callbacks = () => ({
  onOpen: vi.fn(),
  onPin: vi.fn(),
  onCompare: vi.fn(),
  onCopy: vi.fn(),
  onNote: vi.fn(),
  onDossier: vi.fn(),
  onConfirm: vi.fn(),
  onNotHere: vi.fn(),
  onNeverHere: vi.fn(),
  onClose: vi.fn(),
  onDragStart: vi.fn(),
});

function show(extra: Partial<EntityCardProps> = {}) {
  const called = callbacks();
  const root = document.createElement('div');
  document.body.append(root);
  act(() => {
    render(
      <EntityCard
        card={ZHUQUE_3}
        published={{ date: '2025-12-17', basis: 'json-ld' }}
        locale="en"
        units="metric"
        now="2026-11-21T08:00:00Z"
        {...called}
        {...extra}
      />,
      root,
    );
  });
  return { root, called };
}

afterEach(() => {
  document.body.replaceChildren();
});

function find(root: Element, selector: string, words = ''): HTMLElement {
  const found = [...root.querySelectorAll<HTMLElement>(selector)].find((element) =>
    `${element.textContent} ${element.getAttribute('aria-label') ?? ''}`.includes(words),
  );
  if (found === undefined) throw new Error(`expected ${selector} with “${words}”, found none`);
  return found;
}

function click(element: HTMLElement): void {
  act(() => element.click());
}

function press(element: HTMLElement, key: string): void {
  act(() => {
    element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
}

function words(root: Element): string {
  return (root.textContent ?? '').replaceAll('\u00a0', ' ').replaceAll('\u2060', '');
}

describe('the card', () => {
  it('is a dialog that is named by its heading', () => {
    const { root } = show();
    const dialog = find(root, '[role="dialog"]');
    const heading = root.querySelector(`#${dialog.getAttribute('aria-labelledby')}`);
    expect(heading?.textContent).toBe('Zhuque-3');
  });

  it('gives names in both scripts, with pinyin, and what else it is called', () => {
    const { root } = show();
    expect(find(root, '.other').lang).toBe('zh-Hans');
    expect(words(root)).toContain('朱雀三号Zhūquè sān hào');
    expect(words(root)).toContain('Also calledZQ-3');
  });

  it('leads with the Chinese name in Chinese', () => {
    const { root } = show({ locale: 'zh' });
    expect(find(root, 'h2').textContent).toBe('朱雀三号');
    expect(find(root, '.other').textContent).toBe('Zhuque-3');
    expect(words(root)).toContain('这篇报道之后');
  });

  it('opens the maker from its head', () => {
    const { root, called } = show();
    click(find(root, '.entity-link', 'LandSpace'));
    expect(called.onOpen).toHaveBeenCalledWith('company/landspace');
  });

  it('opens links with the keyboard', () => {
    const { root, called } = show();
    press(find(root, '.entity-link', 'LandSpace'), 'Enter');
    expect(called.onOpen).toHaveBeenCalledTimes(1);
  });

  it('starts a drag from the head, not from a button in it', () => {
    const { root, called } = show();
    const down = () => new PointerEvent('pointerdown', { bubbles: true });
    find(root, '.card-head button').dispatchEvent(down());
    expect(called.onDragStart).not.toHaveBeenCalled();
    find(root, '.card-line').dispatchEvent(down());
    expect(called.onDragStart).toHaveBeenCalledTimes(1);
  });
});

describe('since the story', () => {
  it('tells what happened after it, and the record then and now', () => {
    const text = words(find(show().root, '.since'));
    expect(text).toContain('Lands for the first time.');
    expect(text).toContain('then 1 of 1, now 2 of 2');
    expect(text).not.toContain('First flight.');
  });

  it('counts landings where the events tell of every flight', () => {
    const lost = anEvent({ date: '2025-12-03', kind: 'landing-failure', sources: [1] });
    const card = { ...ZHUQUE_3, events: [lost, anEvent()] };
    expect(words(find(show({ card }).root, '.since'))).toContain('Landingsthen 0 of 1, now 1 of 2');
  });

  it('says how far a listing was before its next step', () => {
    const step = (date: string, en: string) =>
      anEvent({ date, kind: 'listing', text: { en, zh: en } });
    const events = [step('2025-07-29', 'Tutoring is filed.'), step('2025-12-31', 'Accepted.')];
    const text = words(find(show({ card: aCard({ events }) }).root, '.since'));
    expect(text).toContain('BeforeTutoring is filed.');
    expect(text).toContain('Accepted.');
  });

  it('never reports a plan as having happened', () => {
    const { root } = show({ now: '2027-01-01' });
    expect(words(find(root, '.since'))).not.toContain('Third flight');
    expect(words(find(root, '.events'))).toContain('planned · Third flight.');
  });

  for (const [name, published] of [
    ['without a date', null],
    ['with a date in the future', { date: '2030-01-01', basis: 'meta' }],
    ['of today', { date: '2026-11-21', basis: 'meta' }],
  ] as const) {
    it(`is silent for a story ${name}`, () => {
      expect(show({ published }).root.querySelector('.since')).toBeNull();
    });
  }
});

describe('facts', () => {
  it('say which are planned, about, disputed and old', () => {
    const text = words(find(show().root, '.facts'));
    expect(text).toContain('21.3 t');
    expect(text).toContain('planned, longer version');
    expect(text).toContain('about 20 t');
    expect(text).toContain('sources differ');
    expect(text).toContain('as of Jan 2024, over a year old');
  });

  it('follow the reader’s units', () => {
    expect(words(find(show({ units: 'us' }).root, '.facts'))).toContain('217 ft');
  });

  it('have a numeral for every source', () => {
    const { root } = show();
    const rows = [...root.querySelectorAll('.card-body .facts dd')];
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.querySelector('.ref') !== null)).toBe(true);
  });

  it('open their citation, which can be copied', () => {
    const { root, called } = show();
    const height = find(root, '.facts dd', '66.1');
    click(find(height, '.ref'));
    expect(words(height)).toContain('as of 3 Dec 2025');
    click(find(height, '.citation button'));
    expect(called.onCopy.mock.calls[0]?.[0]).toContain('https://daily.example/1');
  });

  it('are copied with their citation by C, from the keyboard', () => {
    const { root, called } = show();
    press(find(find(root, '.facts dd', '66.1'), '.ref'), 'c');
    expect(called.onCopy).toHaveBeenCalledTimes(1);
    expect(called.onCopy.mock.calls[0]?.[0]).toMatch(/^Zhuque-3, Height: 66\.1/);
  });

  it('leave C with a modifier to the browser', () => {
    const { root, called } = show();
    const ref = find(root, '.ref');
    ref.dispatchEvent(new KeyboardEvent('keydown', { key: 'c', ctrlKey: true, bubbles: true }));
    expect(called.onCopy).not.toHaveBeenCalled();
  });

  it('beyond the first seven wait behind a button', () => {
    const { root } = show();
    expect(words(find(root, '.facts'))).not.toContain('Maker');
    click(find(root, '.facts-column > button'));
    expect(words(find(root, '.facts'))).toContain('Maker');
  });

  it('are left out altogether for a card without any', () => {
    const { root } = show({ card: aCard({ alsoCalled: [] }), published: null });
    expect(root.querySelector('.facts')).toBeNull();
    expect(root.querySelectorAll('dt')).toHaveLength(0);
  });
});

describe('pictures', () => {
  it('have a sentence as their label', () => {
    const labels = [...show().root.querySelectorAll('svg[role="img"]')].map((svg) =>
      (svg.getAttribute('aria-label') ?? '').replaceAll('\u00a0', ' '),
    );
    expect(labels).toEqual([
      'Zhuque-3, 66.1 m tall and 4.5 m across, beside a person of 1.75 m',
      'Launches a year, 2025 to 2026: 2025: 1; 2026: 1',
    ]);
  });

  it('draw no body where the diameter is not known', () => {
    const { root } = show({ card: aCard({ claims: [aClaim()] }) });
    expect(root.querySelector('.drawing .shape-unknown')).not.toBeNull();
    expect(root.querySelector('.drawing .shape-solid')).toBeNull();
  });

  it('are not drawn at all without a height', () => {
    const { root } = show({ card: aCard({ claims: [aClaim({ property: 'diameter' })] }) });
    expect(root.querySelector('.drawing')).toBeNull();
  });
});

describe('a possible match', () => {
  const mention = {
    text: 'Zhuque',
    certainty: 'possibly',
    alternatives: ['rocket/zhuque-2', 'rocket/nameless'],
    evidence: [{ feature: 'cue', weight: 1, detail: 'booster' }],
  } as const;
  const alternativeNames = { 'rocket/zhuque-2': { en: 'Zhuque-2', zh: '朱雀二号' } };

  it('gives reasons instead of facts', () => {
    const { root } = show({ mention, alternativeNames });
    expect(words(root)).toContain('Possibly');
    expect(words(root)).toContain('“booster” stands nearby');
    expect(root.querySelector('.facts')).toBeNull();
  });

  it('lists what else it may be, as far as that has a name', () => {
    const { root, called } = show({ mention, alternativeNames });
    const links = [...root.querySelectorAll<HTMLElement>('.alternatives .entity-link')];
    expect(links.map((link) => link.textContent)).toEqual(['Zhuque-2']);
    links.forEach(click);
    expect(called.onOpen).toHaveBeenCalledWith('rocket/zhuque-2');
  });

  it('lets the reader decide', () => {
    const { root, called } = show({ mention });
    click(find(root, '.card-foot button', 'Yes'));
    click(find(root, '.card-foot button', 'Not here'));
    click(find(root, '.card-foot button', 'Never on this site'));
    expect(called.onConfirm).toHaveBeenCalledTimes(1);
    expect(called.onNotHere).toHaveBeenCalledTimes(1);
    expect(called.onNeverHere).toHaveBeenCalledTimes(1);
  });
});

describe('the menu of a sure match', () => {
  const mention = { text: 'Zhuque-3', certainty: 'sure', alternatives: [], evidence: [] } as const;

  it('explains the match on request', () => {
    const { root } = show({ mention });
    expect(root.querySelector('.why')).toBeNull();
    click(find(root, '.menu > button'));
    click(find(root, '[role="menuitem"]', 'Why this match?'));
    expect(words(find(root, '.why'))).toContain('The text says “Zhuque-3”');
  });

  it('walks with arrow keys and closes with Escape alone', () => {
    const { root } = show({ mention });
    click(find(root, '.menu > button'));
    const first = find(root, '[role="menuitem"]');
    expect(document.activeElement).toBe(first);
    press(first, 'ArrowDown');
    expect(document.activeElement?.textContent).toBe('Not here');
    const outer = vi.fn();
    root.addEventListener('keydown', outer);
    press(find(root, '[role="menuitem"]', 'Not here'), 'Escape');
    expect(root.querySelector('[role="menu"]')).toBeNull();
    expect(outer).not.toHaveBeenCalled();
  });

  it('has nothing to say about a match when the card came from another card', () => {
    const { root } = show();
    click(find(root, '.menu > button'));
    const items = [...root.querySelectorAll('[role="menuitem"]')].map((item) => item.textContent);
    expect(items).toEqual(['Copy all facts']);
  });
});

describe('ways out', () => {
  it('has a visible close button as a sheet and when pinned', () => {
    for (const extra of [{ layout: 'sheet' }, { pinned: true }] as const) {
      const { root, called } = show(extra);
      click(find(root, '.tools button', 'Close'));
      expect(called.onClose).toHaveBeenCalledTimes(1);
    }
  });

  it('offers back and forward only in a trail', () => {
    expect(show().root.querySelector('[aria-label="Back"]')).toBeNull();
    const onBack = vi.fn();
    const { root } = show({ onBack });
    click(find(root, '[aria-label="Back"]'));
    expect(onBack).toHaveBeenCalledTimes(1);
    expect(find(root, '[aria-label="Forward"]').hasAttribute('disabled')).toBe(true);
  });

  it('counts the reader’s notes, or offers to write one', () => {
    expect(words(find(show({ noteCount: 3 }).root, '.card-foot'))).toContain('My notes 3');
    const { root, called } = show();
    click(find(root, '.card-foot button', 'Note'));
    expect(called.onNote).toHaveBeenCalledWith('rocket/zhuque-3');
  });
});
