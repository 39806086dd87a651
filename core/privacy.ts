import type { MessageKey } from './i18n/messages';

/** Why each permission of the manifest is asked for, as the message that says so. A test keeps it complete. */
export const PERMISSION_REASONS = {
  storage: 'whyStorage',
  unlimitedStorage: 'whyUnlimitedStorage',
  scripting: 'whyScripting',
  contextMenus: 'whyContextMenus',
  alarms: 'whyAlarms',
  sidePanel: 'whySidePanel',
} as const satisfies Readonly<Record<string, MessageKey>>;

/** A package or a collection that the extension is made with. */
export interface Credit {
  readonly name: string;
  readonly licence: string;
  readonly url: string;
}

/** Everything by others that is part of the extension. A test keeps it complete. */
export const CREDITS: readonly Credit[] = [
  { name: 'Preact', licence: 'MIT', url: 'https://preactjs.com' },
  { name: '@floating-ui/dom', licence: 'MIT', url: 'https://floating-ui.com' },
  { name: 'idb', licence: 'ISC', url: 'https://github.com/jakearchibald/idb' },
  { name: 'fflate', licence: 'MIT', url: 'https://github.com/101arrowz/fflate' },
  {
    name: 'approx-string-match',
    licence: 'MIT',
    url: 'https://github.com/robertknight/approx-string-match-js',
  },
  {
    name: 'webextension-polyfill',
    licence: 'MPL-2.0',
    url: 'https://github.com/mozilla/webextension-polyfill',
  },
  { name: 'Lucide', licence: 'ISC, MIT', url: 'https://lucide.dev' },
  { name: 'Natural Earth', licence: 'public domain', url: 'https://www.naturalearthdata.com' },
  {
    name: 'GCAT, Jonathan McDowell',
    licence: 'CC BY 4.0',
    url: 'https://planet4589.org/space/gcat',
  },
];
