import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '@/tools/lib/drive';
import { violations } from './own-pages';
import { BROWSERS, hasOpenHost, type Stage, selectText, stage } from './support';

const ZHUQUE = 'The first flight of Zhuque-3 ended well';
const FALCON = 'Falcon 9 of SpaceX flew the same night';

/** Waits for a control with these words and presses it. */
async function press(page: Page, words: string): Promise<void> {
  await until(() =>
    page.evaluate((wanted: string) => {
      const scope = document.querySelector('dialog[open]') ?? document;
      const found = [
        ...scope.querySelectorAll<HTMLElement>('button:not(:disabled), label, summary'),
      ].find((one) => (one.textContent ?? '').trim().startsWith(wanted));
      found?.click();
      return found !== undefined;
    }, words),
  );
}

const textOf = (page: Page) => page.evaluate(() => document.body.innerText);

async function shows(page: Page, text: string): Promise<void> {
  await until(async () => (await textOf(page)).includes(text)).catch(async () => {
    throw new Error(`expected the page to show “${text}”, it shows: ${await textOf(page)}`);
  });
}

const quotesIn = (page: Page) =>
  page.evaluate(() => document.querySelectorAll('.virtual-list .result').length);

/** Gives a file to the open import dialog. */
async function choose(page: Page, name: string, content: string): Promise<void> {
  await until(() =>
    page.evaluate(
      (fileName: string, text: string) => {
        const input = document.querySelector<HTMLInputElement>('dialog input[type=file]');
        if (input === null) return false;
        const files = new DataTransfer();
        files.items.add(new File([text], fileName));
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
        return true;
      },
      name,
      content,
    ),
  );
}

/** Everything in the database, by id. */
async function stored(page: Page): Promise<readonly unknown[]> {
  return page.evaluate(
    () =>
      new Promise<unknown[]>((resolve, reject) => {
        const open = indexedDB.open('downrange');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const all = open.result.transaction('annotations').objectStore('annotations').getAll();
          all.onsuccess = () => {
            open.result.close();
            resolve(all.result);
          };
        };
      }),
  );
}

async function wipe(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const open = indexedDB.open('downrange');
        open.onsuccess = () => {
          const write = open.result.transaction('annotations', 'readwrite');
          write.objectStore('annotations').clear();
          write.oncomplete = () => {
            open.result.close();
            resolve();
          };
        };
      }),
  );
}

async function axe(page: Page, where: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const)
    expect(await violations(page, theme), `${where}, ${theme}`).toEqual([]);
}

describe.each(BROWSERS)('the library in %s', (name) => {
  let scene: Stage;
  let library: Page;

  beforeAll(async () => {
    scene = await stage(name);
    const story = await scene.open('/story.html');
    await scene.asker.summary(story.url());
    let count = 0;
    for (const [selector, text] of [
      ['#first', ZHUQUE],
      ['#second', FALCON],
    ] as const) {
      await selectText(story, selector, text);
      await until(() => hasOpenHost(story));
      await story.keyboard.press('1');
      count += 1;
      await until(
        async () => (await scene.asker.summary(story.url()))?.highlights.placed.length === count,
      );
      await story.keyboard.press('Escape');
      await until(async () => !(await hasOpenHost(story)));
    }
    await story.close();
    library = await openLibrary();
  });
  afterAll(async () => {
    await scene.close();
  });

  /** The library in a tab of its own, where files that are saved are caught instead. */
  const openLibrary = async () => {
    const page = await scene.driven.openOwn('library.html');
    await page.bringToFront();
    await page.evaluate(() => {
      const world = window as unknown as { saved: Blob[] };
      world.saved = [];
      URL.createObjectURL = (blob) => {
        if (blob instanceof Blob) world.saved.push(blob);
        return 'data:,';
      };
      HTMLAnchorElement.prototype.click = () => undefined;
    });
    return page;
  };
  const search = async (words: string) => {
    await library.evaluate((text: string) => {
      const field = document.querySelector<HTMLInputElement>('input[type=search]');
      if (field === null) throw new Error('no search field');
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, words);
  };
  /** Exports everything and gives the text of the file. */
  const exported = async (format: string) => {
    const before = await library.evaluate(
      () => (window as unknown as { saved: Blob[] }).saved.length,
    );
    await press(library, 'Export');
    await press(library, 'Everything');
    await press(library, format);
    await press(library, 'Download');
    const text = await until(() =>
      library.evaluate(
        async (count: number) =>
          (await (window as unknown as { saved: Blob[] }).saved[count]?.text()) ?? null,
        before,
      ),
    );
    await library.evaluate(() =>
      document.querySelector<HTMLElement>('dialog button[aria-label=Close]')?.click(),
    );
    return text;
  };
  const startImport = async (file: string, content: string) => {
    await press(library, 'Import');
    await choose(library, file, content);
  };
  const leaveDialog = async () => {
    await library.evaluate(() =>
      document.querySelector<HTMLElement>('dialog button[aria-label=Close]')?.click(),
    );
    await until(() => library.evaluate(() => document.querySelector('dialog') === null));
  };

  it('shows what was highlighted in a page', async () => {
    await shows(library, ZHUQUE);
    await shows(library, FALCON);
    await axe(library, 'the list');
  });

  it('finds it in either script', async () => {
    for (const words of ['朱雀', 'zhuque']) {
      await search(words);
      await until(async () => (await quotesIn(library)) === 1);
      await shows(library, ZHUQUE);
      await search('');
      await until(async () => (await quotesIn(library)) === 2);
    }
  });

  it('moves one to the trash and brings it back', async () => {
    await library.evaluate(() =>
      document.querySelector<HTMLElement>('.result input[type=checkbox]')?.click(),
    );
    await press(library, 'Move to the bin');
    await until(async () => (await quotesIn(library)) === 1);
    await press(library, 'Undo');
    await until(async () => (await quotesIn(library)) === 2);
  });

  it('writes JSON-LD and Markdown with both quotations', async () => {
    const collection: unknown = JSON.parse(await exported('W3C'));
    expect(collection).toMatchObject({ type: 'AnnotationCollection', total: 2 });
    const markdown = await exported('Markdown, one file');
    expect(markdown).toContain(FALCON);
    expect(markdown).toContain('Two rockets, one lesson');
  });

  it('has the same content again after backup, wipe and import, and undoes an import', async () => {
    const before = await stored(library);
    expect(before).toHaveLength(2);
    const backup = await exported('Downrange backup');
    await wipe(library);
    await library.close();
    library = await openLibrary();
    await startImport('downrange.jsonl', backup);
    await shows(library, '2 new');
    await axe(library, 'the preview of an import');
    expect(await stored(library)).toEqual([]);
    await library.evaluate(() =>
      document.querySelector<HTMLElement>('dialog .button-primary')?.click(),
    );
    await shows(library, '2 added, 0 updated.');
    expect(await stored(library)).toEqual(before);
    await press(library, 'Done');
    await until(async () => (await quotesIn(library)) === 2);

    await wipe(library);
    await library.close();
    library = await openLibrary();
    await startImport('downrange.jsonl', backup);
    await shows(library, '2 new');
    await library.evaluate(() =>
      document.querySelector<HTMLElement>('dialog .button-primary')?.click(),
    );
    await press(library, 'Undo');
    await shows(library, 'The 2 added are in the bin.');
    await leaveDialog();
    await until(async () => (await quotesIn(library)) === 0);
    await press(library, 'Bin');
    await until(async () => (await quotesIn(library)) === 2);
    await library.evaluate(() => {
      for (const box of document.querySelectorAll<HTMLElement>('.result input')) box.click();
    });
    await press(library, 'Restore');
    await until(async () => (await quotesIn(library)) === 0);
  });

  it('stores nothing of a damaged file and says what is wrong', async () => {
    await library.close();
    library = await openLibrary();
    await until(async () => (await quotesIn(library)) === 2);
    const before = await stored(library);
    const backup = await exported('Downrange backup');
    await startImport('cut.jsonl', backup.slice(0, -40));
    await shows(library, '1 not taken');
    await shows(library, 'Line 1:');
    const disabled = await library.evaluate(
      () => document.querySelector<HTMLButtonElement>('dialog .button-primary')?.disabled,
    );
    expect(disabled).toBe(true);
    await leaveDialog();
    expect(await stored(library)).toEqual(before);
  });

  it('restores a daily backup from the settings', async () => {
    const backup = await exported('Downrange backup');
    await library.evaluate(async (text: string) => {
      await new Promise<void>((resolve, reject) => {
        // What the background does once a day, which no test waits for.
        const opening = indexedDB.open('downrange-backups', 1);
        opening.onupgradeneeded = () => {
          opening.result.createObjectStore('days', { keyPath: 'day' });
          opening.result.createObjectStore('texts');
        };
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(['days', 'texts'], 'readwrite');
          transaction.objectStore('days').put({ day: '2026-03-01', size: text.length });
          transaction.objectStore('texts').put(text, '2026-03-01');
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      });
      location.hash = '#/settings';
    }, backup);
    await press(library, 'Restore');
    await shows(library, '2 here already');
    await leaveDialog();
    await axe(library, 'the settings');
  });

  it('passes axe in the export dialog and in a dossier', async () => {
    await library.evaluate(() => {
      location.hash = '#/';
    });
    await press(library, 'Export');
    await shows(library, 'Downrange backup');
    await axe(library, 'the export dialog');
    await leaveDialog();
    await library.evaluate(() => {
      location.hash = '#/entity/rocket/zhuque-3';
    });
    await shows(library, ZHUQUE);
    await axe(library, 'a dossier');
  });

  it('takes a note on an entity', async () => {
    await press(library, 'Note');
    // Same origin: what Firefox's driver does not report as a frame is reached through its element.
    await until(() =>
      library.evaluate(() => {
        const field = document
          .querySelector<HTMLIFrameElement>('iframe.library-note')
          ?.contentDocument?.querySelector('textarea');
        field?.focus();
        return field != null;
      }),
    );
    await library.keyboard.type('Fly it again.');
    await until(() =>
      library.evaluate(() => {
        const note = document.querySelector<HTMLIFrameElement>('iframe.library-note');
        const text = note?.contentDocument?.querySelector('[role=status]')?.textContent ?? '';
        return /Saved/.test(text);
      }),
    );
    await leaveDialog();
    await shows(library, 'Fly it again.');
  });
});
