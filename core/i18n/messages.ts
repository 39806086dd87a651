import en from '@/public/_locales/en/messages.json';
import zh from '@/public/_locales/zh_CN/messages.json';

/** The languages that the interface speaks. `zh` is Simplified Chinese. */
export type Locale = 'en' | 'zh';

type Catalog = typeof en;

/** A key of `public/_locales/en/messages.json`. */
export type MessageKey = keyof Catalog;

type Arguments<Entry> = Entry extends { placeholders: infer Names }
  ? [substitutions: { readonly [Name in keyof Names]: string | number }]
  : [];

/** Gives the message for `key` in one language, with `$name$` replaced by the substitution of that name. */
export type Translate = <Key extends MessageKey>(
  key: Key,
  ...substitutions: Arguments<Catalog[Key]>
) => string;

/** As in the browser's file, or the text alone: modules/messages.ts bundles it so, at half the size. */
type Entry = { readonly message: string } | string;

const CATALOGS: Readonly<Record<Locale, Readonly<Record<string, Entry>>>> = { en, zh };

/**
 * Translations for one language, read from the same files that the browser reads for the manifest.
 * The browser's own `i18n.getMessage` was not used: it knows only the browser's language, while a card
 * follows the page's language or the reader's setting.
 *
 * @example createTranslate('zh')('sourcesMore', { count: 3 })
 */
export function createTranslate(locale: Locale): Translate {
  const catalog = CATALOGS[locale];
  return (key, ...[substitutions]) => {
    const entry = catalog[key];
    if (entry === undefined)
      throw new Error(`expected a key of messages.json, got "${String(key)}"`);
    return fill(typeof entry === 'string' ? entry : entry.message, substitutions ?? {});
  };
}

/** Chrome's syntax: `$name$`, names in any case, `$$` for a dollar sign. */
function fill(message: string, substitutions: Readonly<Record<string, string | number>>): string {
  return message.replace(/\$(\w*)\$/g, (_, name: string) =>
    name === '' ? '$' : String(substitutions[name.toLowerCase()] ?? ''),
  );
}
