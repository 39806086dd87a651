import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '@/tools/lib/drive';
import { cutNetwork } from './outside';
import { drawn, OWN_PAGES } from './own-pages';
import { BROWSERS, hasOpenHost, restOn, type Stage, stage } from './support';

describe.each(BROWSERS)('without a network, in %s', (name) => {
  let scene: Stage;

  beforeAll(async () => {
    scene = await stage(name);
  });
  afterAll(async () => {
    await scene.close();
  });

  it('cards open, highlights are kept, and the pages of the extension are drawn', async () => {
    const page = await scene.open('/story.html');
    const summary = () => scene.asker.summary(page.url());
    await until(async () => (await summary())?.mentions.length);
    await cutNetwork(scene.driven, page);
    const asked = await page.evaluate(() =>
      fetch('/plain.html', { cache: 'no-store' }).then(
        () => 'answered',
        () => 'refused',
      ),
    );
    expect(asked).toBe('refused');

    await restOn(page, '#second', 'Falcon 9');
    expect(await until(async () => (await summary())?.open)).toBe('rocket/falcon-9');
    await page.keyboard.press('Escape');
    await until(async () => !(await hasOpenHost(page)));

    const placed = async () => (await summary())?.highlights.placed.length ?? 0;
    await until(async () => {
      await page.evaluate(() => {
        const first = document.getElementById('first');
        getSelection()?.removeAllRanges();
        if (first !== null) getSelection()?.selectAllChildren(first);
      });
      await until(() => hasOpenHost(page), 2000);
      await page.keyboard.press('1');
      return until(async () => (await placed()) === 1, 2000);
    });

    for (const { path, drawn: selector } of OWN_PAGES) {
      const own = await scene.driven.openOwn(path);
      if (name === 'chromium') {
        await cutNetwork(scene.driven, own);
        await own.reload();
      }
      await drawn(own, selector);
      await own.close();
    }
  }, 120_000);
});
