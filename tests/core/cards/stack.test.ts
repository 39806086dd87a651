import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canGoBack,
  canGoForward,
  close,
  closeFloating,
  closeTop,
  currentId,
  EMPTY_STACK,
  floatingCard,
  follow,
  followIn,
  goBack,
  goBackIn,
  goForward,
  goForwardIn,
  openFloating,
  pinAt,
  raise,
  startTrail,
  TRAIL_LIMIT,
  topCard,
  unpin,
} from '@/core/cards/stack';
import type { EntityId } from '@/core/knowledge/entity';

const A: EntityId = 'rocket/a';
const B: EntityId = 'company/b';
const C: EntityId = 'engine/c';

describe('the trail of a card', () => {
  it('goes back and forward over the cards opened from it', () => {
    const trail = follow(follow(startTrail(A), B), C);
    expect(currentId(goBack(trail))).toBe(B);
    expect(currentId(goForward(goBack(trail)))).toBe(C);
  });

  it('forgets what lay ahead when another card is opened', () => {
    const trail = follow(goBack(follow(startTrail(A), B)), C);
    expect(trail.ids).toEqual([A, C]);
    expect(canGoForward(trail)).toBe(false);
  });

  it('stays where it is at both ends', () => {
    const trail = startTrail(A);
    expect(goBack(trail)).toBe(trail);
    expect(goForward(trail)).toBe(trail);
    expect(canGoBack(trail)).toBe(false);
  });

  it('does not grow by opening the card that is shown', () => {
    const trail = follow(startTrail(A), B);
    expect(follow(trail, B)).toBe(trail);
  });

  it('keeps a card that comes up again further on', () => {
    expect(follow(follow(startTrail(A), B), A).ids).toEqual([A, B, A]);
  });

  it('is never longer than its limit, never outside itself', () => {
    const step = fc.constantFrom<'follow a' | 'follow b' | 'follow c' | 'back' | 'forward'>(
      'follow a',
      'follow b',
      'follow c',
      'back',
      'forward',
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const trail = steps.reduce((at, name) => {
          if (name === 'back') return goBack(at);
          if (name === 'forward') return goForward(at);
          return follow(at, name === 'follow a' ? A : name === 'follow b' ? B : C);
        }, startTrail(A));
        expect(trail.ids.length).toBeLessThanOrEqual(TRAIL_LIMIT);
        expect(trail.ids).toContain(currentId(trail));
      }),
      { seed: 7 },
    );
  });
});

describe('the cards of a page', () => {
  const floating = openFloating(EMPTY_STACK, A, '1');

  it('have one that floats', () => {
    const second = openFloating(floating, B, '2');
    expect(second.cards.map(({ key }) => key)).toEqual(['2']);
    expect(floatingCard(second)?.key).toBe('2');
  });

  it('keep pinned ones when another opens, below it', () => {
    const both = openFloating(pinAt(floating, '1', { x: 5, y: 6 }), B, '2');
    expect(both.cards.map(({ key }) => key)).toEqual(['1', '2']);
    expect(topCard(both)?.key).toBe('2');
  });

  it('close from the top: Escape by Escape', () => {
    const both = openFloating(pinAt(floating, '1', { x: 5, y: 6 }), B, '2');
    expect(topCard(closeTop(both))?.key).toBe('1');
    expect(closeTop(closeTop(closeTop(both)))).toEqual(EMPTY_STACK);
  });

  it('close the floating one alone when its mention is left', () => {
    const both = openFloating(pinAt(floating, '1', { x: 5, y: 6 }), B, '2');
    expect(closeFloating(both).cards.map(({ key }) => key)).toEqual(['1']);
    expect(closeFloating(closeFloating(both))).toEqual(closeFloating(both));
  });

  it('come to the top when touched', () => {
    const both = openFloating(pinAt(floating, '1', { x: 5, y: 6 }), B, '2');
    expect(topCard(raise(both, '1'))?.key).toBe('1');
    expect(raise(both, '2')).toBe(both);
    expect(raise(both, 'gone')).toBe(both);
  });

  it('have trails of their own', () => {
    const both = openFloating(pinAt(floating, '1', { x: 5, y: 6 }), B, '2');
    const followed = followIn(both, '1', C);
    expect(followed.cards.map(({ trail }) => currentId(trail))).toEqual([B, C]);
    expect(topCard(goBackIn(followed, '1'))?.trail.index).toBe(0);
    expect(topCard(goForwardIn(goBackIn(followed, '1'), '1'))?.trail.index).toBe(1);
  });

  it('move when pinned again, and float in place of the floating one when unpinned', () => {
    const moved = pinAt(pinAt(floating, '1', { x: 5, y: 6 }), '1', { x: 50, y: 60 });
    expect(moved.cards[0]?.pinnedAt).toEqual({ x: 50, y: 60 });
    const both = openFloating(moved, B, '2');
    expect(unpin(both, '1').cards.map(({ key }) => key)).toEqual(['1']);
  });

  it('ignore a card that has been closed already', () => {
    expect(close(floating, 'gone')).toBe(floating);
    expect(close(floating, '1')).toEqual(EMPTY_STACK);
  });
});
