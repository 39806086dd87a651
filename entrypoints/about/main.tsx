import '@/components/ui/document.css';
import '@/components/about/about.css';
import { render } from 'preact';
import { KNOWLEDGE } from '#knowledge';
import { About } from '@/components/about/About';
import { browser } from '@/platform/browser';
import { ownLocale } from '@/platform/own-pages';
import { readSettings } from '@/platform/settings-store';

void readSettings().then((settings) => {
  const locale = ownLocale(settings.language);
  document.documentElement.lang = locale === 'zh' ? 'zh-Hans' : 'en';
  const { version } = browser.runtime.getManifest();
  render(
    <About locale={locale} region={navigator.language} version={version} knowledge={KNOWLEDGE} />,
    document.body,
  );
});
