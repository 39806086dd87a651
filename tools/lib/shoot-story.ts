import { createAsker } from './ask-reader';
import { buildFolder } from './build';
import { launch, until } from './drive';

/** A picture of a demo story with a card open. */
export interface StoryShot {
  /** Where the picture goes. */
  readonly path: string;
  /** Address of the story. */
  readonly url: string;
  /** Whose card is open. */
  readonly entity: string;
  readonly dark: boolean;
  readonly width: number;
  readonly height: number;
}

/** Opens a story in the built extension in Chromium, opens a card by keyboard's way, and takes the picture. */
export async function shootStory(executable: string, shot: StoryShot): Promise<void> {
  const { width, height, dark } = shot;
  const driven = await launch('chromium', {
    executable,
    extension: buildFolder('chromium'),
    headless: true,
    width,
    height,
    dark,
  });
  const asker = await createAsker(driven);
  const page = await driven.open(shot.url);
  await asker.summary(page.url());
  await page.bringToFront();
  await asker.command(page.url(), { downrange: 'show-entity', id: shot.entity });
  await until(async () => (await asker.summary(page.url()))?.open === shot.entity);
  // The card fades in; the picture is taken when nothing moves any more.
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished)));
  await page.screenshot({ path: shot.path as `${string}.png` });
  await driven.close();
}
