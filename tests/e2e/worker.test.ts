import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../core/annotation/support/random';
import { readStore, type Stage, stage } from './support';

/** How often the worker is killed in the middle of something; the full number is for the night. */
const KILLS = process.env.DOWNRANGE_NIGHTLY === '1' ? 500 : 60;
/** A request is on its way, at work or being committed for about this long on a quiet machine, in milliseconds. */
const KILL_WITHIN_MS = 24;

interface Api {
  readonly tabs: {
    query(filter: object): Promise<{ id: number; url?: string }[]>;
    sendMessage(id: number, message: object, options: object): Promise<unknown>;
  };
  readonly runtime: { sendMessage(message: object): Promise<unknown> };
}
interface Reply {
  readonly ok?: boolean;
  readonly attempts?: number;
  readonly value?: { readonly state?: string; readonly revision?: number };
}
interface Known {
  revision: number;
  text: string;
}

/*
 * A scripted hour of reading, highlighting and noting, with the worker killed at a random moment of each request.
 * Chromium only: Firefox's driver cannot reach an event page, and its own reaper waits for requests to be answered.
 */
describe('a worker that is killed between a request and its commit', () => {
  let scene: Stage;
  let page: Page;
  let own: Page;
  let devtools: CDPSession;

  beforeAll(async () => {
    scene = await stage('chromium', (request, response) => {
      if (request.url !== '/long') return false;
      const lines = Array.from(
        { length: KILLS },
        (_, index) =>
          `<p id="line-${index}">This is sentence number ${index} of a long report.</p>`,
      );
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(
          `<!doctype html><title>Long</title><p>SpaceX flew a Falcon 9 rocket.</p>${lines.join('')}`,
        );
      return true;
    });
    own = await scene.driven.openOwn('note.html#none');
    devtools = await own.createCDPSession();
    await devtools.send('ServiceWorker.enable');
    page = await scene.open('/long');
    await scene.asker.summary(page.url());
  });
  afterAll(async () => {
    await scene.close();
  });

  /** Asks as our own documents do: once more when no reply came. Null when both were lost. */
  const ask = (method: string, params: object): Promise<Reply | null> =>
    own.evaluate(
      async (message: object) => {
        const world = globalThis as unknown as { chrome: Api };
        for (let attempt = 0; attempt < 2; attempt++) {
          const reply = await world.chrome.runtime.sendMessage(message).catch(() => null);
          if (typeof (reply as Reply | null)?.ok === 'boolean')
            return { ...(reply as Reply), attempts: attempt + 1 };
        }
        return null;
      },
      { v: 1, method, params },
    );
  const highlight = async (line: number) => {
    await page.evaluate((wanted: number) => {
      const element = document.getElementById(`line-${wanted}`);
      if (element !== null) getSelection()?.selectAllChildren(element);
    }, line);
    await scene.asker.command(page.url(), { downrange: 'highlight-selection', note: false });
  };
  const painted = async () => (await scene.asker.summary(page.url()))?.highlights.placed ?? [];

  it(
    `loses nothing that it confirmed and writes nothing by halves, ${KILLS} times over`,
    async () => {
      const random = createRandom(20261129);
      const known = new Map<string, Known>();
      let confirmedNotes = 0;
      let interrupted = 0;
      let lines = 0;
      for (let kill = 0; kill < KILLS; kill++) {
        const ids = [...known.keys()];
        const id = ids.length === 0 || random.chance(0.5) ? null : random.pick(ids);
        const was = id === null ? undefined : known.get(id);
        const text = `Note ${kill} of the hour.`;
        const work =
          id === null || was === undefined
            ? highlight(lines++)
            : ask('note.save', { id, text, tags: [`t${kill % 7}`], revision: was.revision });
        await new Promise((resolve) => setTimeout(resolve, random.next() * KILL_WITHIN_MS));
        await devtools.send('ServiceWorker.stopAllWorkers');
        const reply = await work;
        if (id !== null && reply?.attempts !== 1) interrupted += 1;
        if (id === null || was === undefined) {
          // Painted is confirmed: nothing is drawn before its transaction has completed.
          for (const one of await painted())
            if (!known.has(one)) known.set(one, { revision: 1, text: '' });
        } else if (reply?.ok === true && reply.value?.state === 'saved') {
          confirmedNotes += 1;
          known.set(id, { revision: reply.value.revision ?? 0, text });
        } else {
          // Lost on the way twice, or answered with a failure: what is stored decides, as after a reload.
          const now = (await readStore(scene, 'annotations')).find(
            (one) => one.annotation?.id === id,
          );
          known.set(id, { revision: now?.revision ?? 0, text: textOf(now) });
        }
      }
      const stored = await readStore(scene, 'annotations');
      const changes = await readStore(scene, 'changes');
      for (const [id, { revision, text }] of known) {
        const one = stored.find(({ annotation }) => annotation?.id === id);
        expect([one?.revision, textOf(one)], id).toEqual([revision, text]);
      }
      // Each revision of each annotation has its line in the change log, and no line is without one.
      const logged = changes.map(({ id, revision }) => `${id} ${revision}`).sort();
      const expected = stored
        .flatMap(({ annotation, revision = 0 }) =>
          Array.from({ length: revision }, (_, index) => `${annotation?.id} ${index + 1}`),
        )
        .sort();
      expect(logged).toEqual(expected);
      expect(known.size).toBeGreaterThan(KILLS / 5);
      expect(confirmedNotes).toBeGreaterThan(KILLS / 5);
      // Otherwise every kill came too early or too late, and nothing was tried.
      expect(interrupted).toBeGreaterThan(0);
      process.stderr.write(`worker: ${interrupted} of ${KILLS} kills hit a note on its way\n`);
      // After a reload everything confirmed is painted again.
      await page.reload();
      const after = new Set(await painted());
      expect([...known.keys()].filter((id) => !after.has(id))).toEqual([]);
    },
    KILLS * 6_000,
  );
});

function textOf(record: Awaited<ReturnType<typeof readStore>>[number] | undefined): string {
  const body = record?.annotation?.body.find(
    (one) => one.type === 'TextualBody' && one.purpose === 'commenting',
  );
  return body?.type === 'TextualBody' ? body.value : '';
}
