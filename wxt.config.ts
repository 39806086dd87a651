import { defineConfig } from 'wxt';

/** Whatever is not named is refused: the extension reads its own files and asks nobody for anything. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const PAGES = ['http://*/*', 'https://*/*', 'file:///*'];

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  outDir: '.output',
  zip: {
    name: 'downrange',
    // What the build needs and nothing else: the reviewers of Firefox's store build from it.
    excludeSources: ['docs/screenshots/**', 'docs/store/*.png', 'tests/**', 'bench/**', '.ci/**'],
  },
  vite: () => ({
    build: {
      // Newer than Vite's default on purpose: with older targets the CSS compiler rewrites light-dark() into
      // variables that ::highlight() does not see, and nothing is painted.
      target: ['chrome128', 'firefox146'],
      cssTarget: ['chrome128', 'firefox146'],
    },
  }),
  manifest: ({ browser, command }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'contextMenus',
      'alarms',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    host_permissions: PAGES,
    // While developing, the build server adds what it needs to the browser's own policy.
    ...(command === 'build' ? { content_security_policy: { extension_pages: POLICY } } : {}),
    content_scripts: [
      {
        matches: PAGES,
        js: ['scout.js'],
        run_at: 'document_idle',
        all_frames: true,
        match_about_blank: true,
        match_origin_as_fallback: true,
      },
    ],
    // Frames with what the reader wrote: documents of ours inside the page; nothing else of ours can be loaded by one.
    web_accessible_resources: [
      {
        resources: ['note.html', 'own.html'],
        matches: PAGES,
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    commands: {
      'next-mention': {
        suggested_key: { default: 'Alt+Shift+N' },
        description: '__MSG_commandNextMention__',
      },
      'previous-mention': {
        suggested_key: { default: 'Alt+Shift+P' },
        description: '__MSG_commandPreviousMention__',
      },
      'highlight-selection': {
        suggested_key: { default: 'Alt+Shift+H' },
        description: '__MSG_menuHighlight__',
      },
      'page-note': {
        suggested_key: { default: 'Alt+Shift+B' },
        description: '__MSG_menuPageNote__',
      },
      // Browsers suggest keys for four commands at most; the reader itself hears Alt+Shift+M.
      'next-highlight': { description: '__MSG_commandNextHighlight__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'downrange@downrange.example',
              strict_min_version: '146.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '128' }),
  }),
});
