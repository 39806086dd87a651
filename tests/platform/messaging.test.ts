import { describe, expect, it } from 'vitest';
import { err, ok } from '@/core/result';
import { createClient } from '@/platform/messaging/client';
import { createServer } from '@/platform/messaging/server';
import type { Envelope, Send, Sender } from '@/platform/messaging/transport';

interface PageMap {
  double: { params: { readonly n: number }; value: number };
  fail: { params: Record<string, never>; value: null };
  explode: { params: Record<string, never>; value: null };
}
interface DocumentMap {
  secret: { params: Record<string, never>; value: string };
}

const PAGE: Sender = {
  url: 'https://news.example/a',
  tabId: 1,
  tabUrl: 'https://news.example/a',
  frameId: 0,
  isOwnDocument: false,
};
const OURS: Sender = {
  url: 'chrome-extension://x/popup.html',
  tabId: null,
  tabUrl: null,
  frameId: 0,
  isOwnDocument: true,
};

function serverAndFaults() {
  const faults: string[] = [];
  const serve = createServer<PageMap, DocumentMap>(
    {
      double: {
        decode: (params) => {
          const n = (params as { n?: unknown } | null)?.n;
          return typeof n === 'number' ? { n } : null;
        },
        answer: async ({ n }) => ok(n * 2),
      },
      fail: { decode: () => ({}), answer: async () => err({ code: 'not-found', message: 'gone' }) },
      explode: {
        decode: () => ({}),
        answer: async () => {
          throw new Error('boom');
        },
      },
    },
    { secret: { decode: () => ({}), answer: async () => ok('s') } },
    (method) => faults.push(method),
  );
  return { serve, faults };
}

/** Carries messages as a browser does: by structured clone. */
function connect(sender: Sender): { send: Send; faults: string[] } {
  const { serve, faults } = serverAndFaults();
  const send: Send = async (envelope) =>
    structuredClone(await serve(structuredClone(envelope), sender));
  return { send, faults };
}

describe('asking and answering', () => {
  it('carries a value', async () => {
    const client = createClient<PageMap>(connect(PAGE).send);
    expect(await client.request('double', { n: 21 })).toEqual(ok(42));
  });

  it('carries an expected failure', async () => {
    const client = createClient<PageMap>(connect(PAGE).send);
    expect(await client.request('fail', {})).toEqual(err({ code: 'not-found', message: 'gone' }));
  });

  it('refuses parameters that the method does not take', async () => {
    const client = createClient<PageMap>(connect(PAGE).send);
    const answer = await client.request('double', { n: 'x' } as never);
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });

  it('turns an exception into an internal error and reports it once', async () => {
    const { send, faults } = connect(PAGE);
    const answer = await createClient<PageMap>(send).request('explode', {});
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(faults).toEqual(['explode']);
  });

  it('forbids a page what only our own documents may ask', async () => {
    const answer = await createClient<DocumentMap>(connect(PAGE).send).request('secret', {});
    expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });

  it('answers our own documents on both maps', async () => {
    expect(await createClient<DocumentMap>(connect(OURS).send).request('secret', {})).toEqual(
      ok('s'),
    );
    expect(await createClient<PageMap>(connect(OURS).send).request('double', { n: 1 })).toEqual(
      ok(2),
    );
  });

  it.each([null, 'text', { method: 'double' }, { v: 2, method: 'double' }, { v: 1, method: 3 }])(
    'leaves foreign messages alone: %j',
    (message) => {
      expect(serverAndFaults().serve(message, PAGE)).toBeNull();
    },
  );

  it.each(['__proto__', 'constructor', 'toString'])('has no method %s', async (method) => {
    const answer = await serverAndFaults().serve({ v: 1, method, params: {} }, OURS);
    expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });
});

describe('losing the other side', () => {
  const reply = { ok: true, value: 4 };
  it.each([
    { name: 'an answer of undefined', first: () => Promise.resolve(undefined) },
    { name: 'a rejection', first: () => Promise.reject(new Error('Receiving end does not exist')) },
  ])('tries once more after $name', async ({ first }) => {
    const sent: Envelope[] = [];
    const send: Send = (envelope) => {
      sent.push(envelope);
      return sent.length === 1 ? first() : Promise.resolve(reply);
    };
    expect(await createClient<PageMap>(send).request('double', { n: 2 })).toEqual(ok(4));
    expect(sent).toHaveLength(2);
    expect(sent[0]).toEqual(sent[1]);
  });

  it('gives up after the second loss with a message for people', async () => {
    let tries = 0;
    const send: Send = async () => {
      tries++;
      return undefined;
    };
    const answer = await createClient<PageMap>(send).request('double', { n: 2 });
    expect(answer).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(tries).toBe(2);
  });

  it('does not try again when the extension was updated under the page', async () => {
    let tries = 0;
    const send: Send = () => {
      tries++;
      return Promise.reject(new Error('Extension context invalidated.'));
    };
    const answer = await createClient<PageMap>(send).request('double', { n: 2 });
    expect(tries).toBe(1);
    expect(answer).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('Reload the page') },
    });
  });
});
