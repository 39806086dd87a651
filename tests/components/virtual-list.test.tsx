// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VirtualList } from '@/components/library/VirtualList';

/** Stands in for the browser's observer: the test says what is near the window. */
class Observer {
  static readonly all: Observer[] = [];
  target: Element | null = null;
  readonly #tell: (entries: { isIntersecting: boolean }[]) => void;
  constructor(tell: (entries: { isIntersecting: boolean }[]) => void) {
    this.#tell = tell;
    Observer.all.push(this);
  }
  observe(target: Element): void {
    this.target = target;
  }
  disconnect(): void {
    this.target = null;
  }
  say(isIntersecting: boolean): void {
    act(() => this.#tell([{ isIntersecting }]));
  }
}

beforeEach(() => {
  Observer.all.length = 0;
  vi.stubGlobal('IntersectionObserver', Observer);
});
afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

function show(count: number): HTMLElement {
  const root = document.createElement('div');
  document.body.append(root);
  act(() => {
    render(
      <VirtualList
        count={count}
        estimatePx={100}
        label="Highlights"
        row={(index) => <span class="row">{index}</span>}
      />,
      root,
    );
  });
  return root;
}

function rows(root: HTMLElement): readonly number[] {
  return [...root.querySelectorAll('.row')].map((row) => Number(row.textContent));
}

describe('a long list', () => {
  it('draws only its beginning until more comes near', () => {
    const root = show(100_000);
    expect(rows(root).length).toBeLessThan(100);
    Observer.all[1]?.say(true);
    expect(rows(root).slice(0, 2)).toEqual([0, 1]);
    expect(rows(root)).toContain(21);
  });

  it('begins with few elements, however long it is, and unfolds where one looks', () => {
    const root = show(100_000);
    const far = [...root.querySelectorAll<HTMLElement>('.virtual-list > li')];
    expect(far).toHaveLength(125);
    expect(far.at(-1)?.style.blockSize).toBe('80000px');
    Observer.all.at(-1)?.say(true);
    expect(root.querySelectorAll('.virtual-list > li:last-child > ul > li')).toHaveLength(40);
    Observer.all.at(-1)?.say(true);
    expect(rows(root).at(-1)).toBe(99_999);
  });

  it('drops what is far away and keeps its room', () => {
    const root = show(200);
    Observer.all[0]?.say(false);
    expect(rows(root)).toEqual([]);
    expect(root.querySelector<HTMLElement>('.virtual-list > li')?.style.blockSize).toBe('2000px');
  });

  it('ends where the rows end', () => {
    const root = show(41);
    Observer.all[2]?.say(true);
    expect(rows(root).at(-1)).toBe(40);
    expect(Observer.all).toHaveLength(3);
  });

  it('tells each row its place among all', () => {
    const row = show(500).querySelector('[aria-posinset="3"]');
    expect(row?.getAttribute('aria-setsize')).toBe('500');
  });

  it('is empty without rows', () => {
    expect(rows(show(0))).toEqual([]);
  });
});
