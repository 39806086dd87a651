/* The single import of the extension API: everything else takes it from here. */
import browser from 'webextension-polyfill';

export type { Runtime } from 'webextension-polyfill';
export { browser };
