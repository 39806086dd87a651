// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PageObserver, restAfter } from '@/dom/page-observer';

describe('how long a page is left alone after a look', () => {
  it.each([
    { name: 'a look at nothing', tookMs: 0, restMs: 0 },
    { name: 'a short look: 0.3 % of the time', tookMs: 3, restMs: 1000 },
    { name: 'a longer look: no more than five seconds', tookMs: 60, restMs: 5000 },
    { name: 'a very long look: 3 % of the time', tookMs: 900, restMs: 30_000 },
  ])('$name', ({ tookMs, restMs }) => {
    expect(restAfter(tookMs)).toBeCloseTo(restMs, 3);
  });
});

describe('watching a page', () => {
  let life: AbortController;
  let batches: Node[][];
  let isUrgent = false;
  let tookMs = 0;
  /** Lets the mutation observer speak, which no fake clock moves. */
  const told = () => Promise.resolve().then(() => vi.advanceTimersByTimeAsync(0));

  beforeEach(() => {
    vi.useFakeTimers();
    document.body.innerHTML = '<p id="text">a</p>';
    life = new AbortController();
    batches = [];
    isUrgent = false;
    tookMs = 0;
    const observer = new PageObserver({
      intervalMs: 500,
      signal: life.signal,
      isOurs: (node) => (node as Element).id === 'ours',
      isUrgent: () => isUrgent,
      onChange: async (changed) => {
        batches.push([...changed]);
        return tookMs;
      },
    });
    observer.observe(document);
  });
  afterEach(() => {
    life.abort();
    vi.useRealTimers();
  });

  const change = async () => {
    document.getElementById('text')?.append('b');
    await told();
  };

  it('tells of many changes at once, after the interval', async () => {
    for (let count = 0; count < 20; count++) await change();
    expect(batches).toEqual([]);
    await vi.advanceTimersByTimeAsync(500);
    expect(batches).toHaveLength(1);
    expect(batches[0]).toEqual([document.getElementById('text')]);
  });

  it('says nothing while nothing changes', async () => {
    await vi.advanceTimersByTimeAsync(60_000);
    expect(batches).toEqual([]);
  });

  it('says nothing of our own element', async () => {
    const ours = document.createElement('div');
    ours.id = 'ours';
    document.body.append(ours);
    await told();
    ours.remove();
    await told();
    await vi.advanceTimersByTimeAsync(5000);
    expect(batches).toEqual([]);
  });

  it('waits the longer the longer a look took', async () => {
    tookMs = 9;
    await change();
    await vi.advanceTimersByTimeAsync(500);
    await change();
    await vi.advanceTimersByTimeAsync(2900);
    expect(batches).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(batches).toHaveLength(2);
  });

  it('does not make a change wait that comes long after the last look', async () => {
    tookMs = 9;
    await change();
    await vi.advanceTimersByTimeAsync(10_000);
    await change();
    await vi.advanceTimersByTimeAsync(500);
    expect(batches).toHaveLength(2);
  });

  it('does not make another page wait', async () => {
    tookMs = 900;
    await change();
    await vi.advanceTimersByTimeAsync(500);
    await change();
    await vi.advanceTimersByTimeAsync(1000);
    expect(batches).toHaveLength(1);
    isUrgent = true;
    await change();
    await vi.advanceTimersByTimeAsync(500);
    expect(batches).toHaveLength(2);
  });

  it('falls silent with its signal', async () => {
    await change();
    life.abort();
    await vi.advanceTimersByTimeAsync(5000);
    expect(batches).toEqual([]);
  });
});
