import { describe, expect, it } from 'vitest';
import { encodeHtml } from '@/core/exchange/html';
import { aMixedCorpus, NOW } from '../core/exchange/corpus';
import { aStoredAnnotation } from '../support/annotations';
import { BROWSERS, stage } from './support';

/** What would run, or call out, wherever a text of a reader or a page became markup. */
const HOSTILE = [
  '<script>window.ran = 1</script>',
  '<img src="/called" onerror="window.ran = 1">',
  '"><svg onload="window.ran = 1">',
  '</style><script>window.ran = 1</script>',
  '<iframe src="/called"></iframe>',
  '<link rel=stylesheet href="/called">',
];

const library = [
  ...aMixedCorpus(),
  ...HOSTILE.map((text, n) =>
    aStoredAnnotation({
      id: `urn:uuid:00000000-0000-4000-9000-00000000000${n}`,
      quote: text,
      note: text,
      tags: [text],
      title: text,
    }),
  ),
];

describe.each(BROWSERS)('the exported page in %s', (name) => {
  it('runs nothing, calls nobody and shows every text as it was written', async () => {
    const html = encodeHtml(library, { now: NOW });
    const scene = await stage(name, (request, response) => {
      if (request.url !== '/exported') return false;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
      return true;
    });
    try {
      const page = await scene.open('/exported');
      const shown = await page.evaluate(() => ({
        ran: 'ran' in window,
        text: document.body.innerText,
        scripts: document.querySelectorAll('script, iframe, img, link, svg').length,
      }));
      expect(shown.ran).toBe(false);
      expect(shown.scripts).toBe(0);
      for (const text of [...HOSTILE, '朱雀三号', '🚀']) expect(shown.text).toContain(text);
      expect(scene.server.requests.filter((one) => one.includes('called'))).toEqual([]);
    } finally {
      await scene.close();
    }
  });
});
