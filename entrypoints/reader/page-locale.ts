/** Han characters make up at least this share of the letters of a Chinese page without a language of its own. */
const HAN_SHARE = 0.2;

/**
 * The language that cards speak on this page: the reader's setting, else the page's own language, as it
 * says or, where it says nothing, as its title is written.
 */
export function pageLocale(setting: 'auto' | 'en' | 'zh'): 'en' | 'zh' {
  if (setting !== 'auto') return setting;
  const stated = document.documentElement.lang.toLowerCase();
  if (stated !== '') return stated.startsWith('zh') ? 'zh' : 'en';
  const title = document.title;
  const han = title.match(/\p{Script=Han}/gu)?.length ?? 0;
  const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(title);
  return !kana && title.length > 0 && han / title.length >= HAN_SHARE ? 'zh' : 'en';
}
