import '@/components/ui/document.css';
import '@/components/about/about.css';
import { render } from 'preact';
import { KNOWLEDGE } from '#knowledge';
import { About } from '@/components/about/About';
import { browser } from '@/platform/browser';
import { readBrowserName, readInstallation } from '@/platform/installation';
import { ownLocale } from '@/platform/own-pages';
import { readSettings } from '@/platform/settings-store';

void start();

async function start(): Promise<void> {
  const [settings, installation, name] = await Promise.all([
    readSettings(),
    readInstallation(),
    readBrowserName(),
  ]);
  const locale = ownLocale(settings.language);
  document.documentElement.lang = locale === 'zh' ? 'zh-Hans' : 'en';
  const { version } = browser.runtime.getManifest();
  render(
    <About
      locale={locale}
      region={navigator.language}
      version={version}
      knowledge={KNOWLEDGE}
      browser={name}
      installation={installation}
    />,
    document.body,
  );
}
