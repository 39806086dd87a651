import { pause, type Stage } from './stage';
import { traced } from './trace';

/** 3 s at 1,000 a second, ten at a time: a busy single-page site. */
const STORM_MS = 3000;
const AFTER_MS = 1500;

/**
 * A page's own script that changes the page 1,000 times a second while `storm.until` lies ahead: text put in, text
 * changed, text taken out. Made up for where the timer came late.
 */
export const STORM = `
globalThis.storm = { until: 0, made: 0 };
globalThis.start = (ms) => {
  const story = document.getElementById('story');
  const since = performance.now();
  storm.until = since + ms;
  const timer = setInterval(() => {
    const now = performance.now();
    if (now > storm.until) return clearInterval(timer);
    while (storm.made < now - since) {
      const p = document.createElement('p');
      p.textContent = 'The council met again and put off what it had to decide.';
      story.append(p);
      p.firstChild.data = 'It met for the ' + storm.made + 'th time, and nobody was surprised by that.';
      p.remove();
      story.firstElementChild.firstChild.data += '.';
      storm.made += 4;
    }
  }, 10);
};`;

/** Thread time of ours for one change of the page, in µs, while it changes 1,000 times a second. */
export async function measureChanges(stage: Stage, page: string): Promise<number> {
  const tab = await stage.tab();
  await tab.goto(stage.fresh('ours', page), { waitUntil: 'load' });
  await pause(2500);
  const trace = await traced(tab, async () => {
    await tab.evaluate(`start(${STORM_MS})`);
    await pause(STORM_MS + AFTER_MS);
  });
  const made = Number(await tab.evaluate('storm.made'));
  await tab.close();
  return ((trace.ownMs ?? 0) * 1000) / made;
}
