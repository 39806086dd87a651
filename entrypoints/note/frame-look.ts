/**
 * Gives a document of ours in the page the language and the theme that its address asks for, and returns the
 * language. Without a theme it follows the system.
 */
export function applyFrameLook(): 'en' | 'zh' {
  const asked = new URLSearchParams(location.search);
  const locale = asked.get('lang') === 'zh' ? 'zh' : 'en';
  document.documentElement.lang = locale === 'zh' ? 'zh-Hans' : 'en';
  if (asked.get('theme') === 'dark') document.documentElement.dataset.theme = 'dark';
  return locale;
}
