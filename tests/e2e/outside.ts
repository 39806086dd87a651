import type { Page } from 'puppeteer-core';
import { type Driven, FIREFOX_ID } from '@/tools/lib/drive';

/** What puppeteer keeps to itself: the way to ask Firefox's driver for what WebDriver has no name for. */
interface Bidi {
  readonly connection: {
    send(method: string, parameters: object): Promise<{ readonly result: never }>;
  };
}

interface Contexts {
  readonly contexts: readonly { readonly context: string }[];
}

interface Evaluated {
  readonly result: { readonly value: unknown };
}

/** Switches the extension off or on, as the reader does on the browser's page of extensions. */
export function switchExtension(driven: Driven, on: boolean): Promise<void> {
  return driven.name === 'chromium' ? switchChromium(driven, on) : switchFirefox(driven, on);
}

async function switchChromium({ browser, base }: Driven, on: boolean): Promise<void> {
  const page = await browser.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(
    async (id: string, wanted: boolean) => {
      type World = {
        chrome: { management: { setEnabled(id: string, on: boolean): Promise<void> } };
      };
      await (globalThis as unknown as World).chrome.management.setEnabled(id, wanted);
    },
    new URL(base).host,
    on,
  );
  await page.close();
}

async function switchFirefox(driven: Driven, on: boolean): Promise<void> {
  const isOn = await inFirefox(
    driven,
    `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    const addon = await AddonManager.getAddonByID('${FIREFOX_ID}');
    await addon.${on ? 'enable' : 'disable'}();
    return addon.isActive;`,
  );
  if (isOn !== on) throw new Error(`expected the extension to be ${on ? 'on' : 'off'}, it is not`);
}

/** Cuts the network off: of the whole browser in Firefox, of one page in Chromium. */
export async function cutNetwork(driven: Driven, page: Page): Promise<void> {
  if (driven.name === 'chromium') await page.setOfflineMode(true);
  // This machine can be reached offline, so that connections to it have to be cut as well.
  else
    await inFirefox(
      driven,
      `Services.prefs.setBoolPref('network.disable-localhost-when-offline', true);
      Services.io.manageOfflineStatus = false;
      Services.io.offline = true;
      Services.obs.notifyObservers(null, 'net:cancel-all-connections');`,
    );
}

/** Runs code in Firefox's own window, which `--remote-allow-system-access` opens to drivers, and gives what it returns. */
async function inFirefox({ browser }: Driven, code: string): Promise<unknown> {
  // The field is there at run time; puppeteer's types leave it out.
  const { connection } = browser as unknown as Bidi;
  const tree: Contexts = (
    await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 })
  ).result;
  const answer: Evaluated = (
    await connection.send('script.evaluate', {
      expression: `(async () => { ${code} })()`,
      target: { context: tree.contexts[0]?.context },
      awaitPromise: true,
    })
  ).result;
  return answer.result.value;
}
