import { describe, expect, it } from 'vitest';
import { HoverIntent, isTowards } from '@/core/cards/hover-intent';

const CARD = { left: 100, top: 120, right: 460, bottom: 500 };
const NAME = { on: 'mention', target: 'falcon' } as const;
const OTHER = { on: 'mention', target: 'starship' } as const;
const NOTHING = { on: 'nothing' } as const;
const ON_CARD = { on: 'card' } as const;
const at = (x: number, y: number) => ({ x, y });

/** A pointer that rested on the name until its card opened at 300. */
function opened(): HoverIntent<string> {
  const intent = new HoverIntent<string>(300, 300);
  intent.move(NAME, at(110, 100), 0, null);
  expect(intent.tick(300)).toEqual({ do: 'open', target: 'falcon' });
  return intent;
}

describe('opening', () => {
  it('opens after the rest, not before', () => {
    const intent = new HoverIntent<string>(300, 300);
    expect(intent.move(NAME, at(0, 0), 1000, null)).toEqual({ do: 'nothing' });
    expect(intent.wakeAt).toBe(1300);
    expect(intent.tick(1299)).toEqual({ do: 'nothing' });
    expect(intent.tick(1300)).toEqual({ do: 'open', target: 'falcon' });
    expect(intent.wakeAt).toBeNull();
  });

  it('goes on counting while the pointer moves within one name', () => {
    const intent = new HoverIntent<string>(300, 300);
    intent.move(NAME, at(0, 0), 0, null);
    intent.move(NAME, at(4, 0), 200, null);
    expect(intent.tick(300)).toEqual({ do: 'open', target: 'falcon' });
  });

  it('starts anew on another name', () => {
    const intent = new HoverIntent<string>(300, 300);
    intent.move(NAME, at(0, 0), 0, null);
    intent.move(OTHER, at(50, 0), 200, null);
    expect(intent.tick(300)).toEqual({ do: 'nothing' });
    expect(intent.tick(500)).toEqual({ do: 'open', target: 'starship' });
  });

  it('never opens for a pointer that only passes', () => {
    const intent = new HoverIntent<string>(300, 300);
    intent.move(NAME, at(0, 0), 0, null);
    intent.move(NOTHING, at(0, 50), 100, null);
    expect(intent.wakeAt).toBeNull();
    expect(intent.tick(1000)).toEqual({ do: 'nothing' });
  });

  it('forgets the rest when interrupted by typing or scrolling', () => {
    const intent = new HoverIntent<string>(300, 300);
    intent.move(NAME, at(0, 0), 0, null);
    intent.interrupt();
    expect(intent.tick(1000)).toEqual({ do: 'nothing' });
  });
});

describe('closing', () => {
  it('closes after the grace when the pointer leaves away from the card', () => {
    const intent = opened();
    intent.move(NOTHING, at(110, 60), 400, CARD);
    expect(intent.tick(699)).toEqual({ do: 'nothing' });
    expect(intent.tick(700)).toEqual({ do: 'close' });
  });

  it('stays while the pointer travels slowly towards the card', () => {
    const intent = opened();
    intent.move(NOTHING, at(112, 104), 400, CARD);
    intent.move(NOTHING, at(120, 108), 650, CARD);
    intent.move(NOTHING, at(130, 112), 900, CARD);
    expect(intent.move(ON_CARD, at(140, 121), 1150, CARD)).toEqual({ do: 'nothing' });
    expect(intent.tick(9000)).toEqual({ do: 'nothing' });
  });

  it('stays when the pointer comes back to its name in time', () => {
    const intent = opened();
    intent.move(NOTHING, at(110, 60), 400, CARD);
    intent.move(NAME, at(110, 100), 600, CARD);
    expect(intent.tick(9000)).toEqual({ do: 'nothing' });
  });

  it('closes after the grace when the pointer leaves the card', () => {
    const intent = opened();
    intent.move(ON_CARD, at(140, 130), 400, CARD);
    intent.move(NOTHING, at(20, 130), 500, CARD);
    expect(intent.tick(800)).toEqual({ do: 'close' });
  });

  it('does not close what Escape has closed already', () => {
    const intent = opened();
    intent.setOpen(null);
    intent.move(NOTHING, at(110, 60), 400, null);
    expect(intent.tick(9000)).toEqual({ do: 'nothing' });
  });

  it('does not open again at once where Escape closed it and the pointer stayed', () => {
    const intent = opened();
    intent.setOpen(null);
    expect(intent.tick(9000)).toEqual({ do: 'nothing' });
  });
});

describe('the safe triangle', () => {
  const from = at(110, 100);
  it.each([
    { name: 'straight down', point: at(110, 110), expected: true },
    { name: 'down towards the far corner', point: at(250, 112), expected: true },
    { name: 'a little to the left of the card', point: at(100, 110), expected: true },
    { name: 'far to the left', point: at(40, 110), expected: false },
    { name: 'far to the right, too early', point: at(440, 104), expected: false },
    { name: 'upwards', point: at(110, 60), expected: false },
  ])('says $expected for $name', ({ point, expected }) => {
    expect(isTowards(from, point, CARD)).toBe(expected);
  });

  it('works for a card above the name', () => {
    const above = { left: 100, top: -300, right: 460, bottom: 80 };
    expect(isTowards(from, at(120, 90), above)).toBe(true);
    expect(isTowards(from, at(120, 130), above)).toBe(false);
  });
});
