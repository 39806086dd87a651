// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchSelection } from '@/dom/selection';

/** What was told, in order: the selected words, or null. */
let told: (string | null)[];
let lifetime: AbortController;
const toolbar = document.createElement('div');

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML =
    '<p id="text">Nine engines lit.</p><div id="editor" contenteditable="true"><p>A draft.</p></div>';
  document.body.append(toolbar);
  told = [];
  lifetime = new AbortController();
  watchSelection({
    document,
    signal: lifetime.signal,
    isOurs: (target) => target === toolbar,
    onSelect: (range) => told.push(range?.toString() ?? null),
  });
});
afterEach(() => {
  lifetime.abort();
  document.getSelection()?.removeAllRanges();
  vi.useRealTimers();
});

/** An event as the reader's hand makes it; a page can only make those that are not trusted. */
function happen(type: string, on: EventTarget = document.body, isTrusted = true): void {
  const event = new Event(type, { bubbles: true, composed: true });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  on.dispatchEvent(event);
}

function select(selector: string): void {
  const element = document.querySelector(selector);
  if (element !== null) document.getSelection()?.selectAllChildren(element);
  happen('selectionchange', document);
}

describe('what is selected', () => {
  it('is told 10 ms after the pointer is released, never while it is down', () => {
    happen('pointerdown');
    select('#text');
    vi.advanceTimersByTime(1000);
    expect(told).toEqual([]);
    happen('pointerup');
    vi.advanceTimersByTime(9);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told).toEqual(['Nine engines lit.']);
  });

  it('is told 100 ms after the last change by keyboard or touch', () => {
    select('#text');
    vi.advanceTimersByTime(99);
    select('#text');
    vi.advanceTimersByTime(99);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told).toEqual(['Nine engines lit.']);
  });

  it('is told to be nothing when the selection goes', () => {
    select('#text');
    vi.advanceTimersByTime(100);
    document.getSelection()?.removeAllRanges();
    happen('selectionchange', document);
    vi.advanceTimersByTime(100);
    expect(told).toEqual(['Nine engines lit.', null]);
  });

  it('is nothing in an editor', () => {
    select('#editor');
    vi.advanceTimersByTime(100);
    expect(told).toEqual([null]);
  });

  it('is not waited for when a page makes up that a button is down', () => {
    happen('pointerdown', document.body, false);
    select('#text');
    vi.advanceTimersByTime(100);
    expect(told).toEqual(['Nine engines lit.']);
  });

  it('is told while our own toolbar is pressed, and no more once it has ended', () => {
    happen('pointerdown', toolbar);
    select('#text');
    vi.advanceTimersByTime(100);
    expect(told).toHaveLength(1);
    select('#text');
    lifetime.abort();
    vi.advanceTimersByTime(100);
    expect(told).toHaveLength(1);
  });
});
