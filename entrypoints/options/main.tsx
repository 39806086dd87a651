import '@/components/ui/document.css';
import '@/components/annotation/colours.css';
import '@/components/options/options.css';
import { render } from 'preact';
import { Options } from '@/components/options/Options';
import type { Settings } from '@/core/settings';
import { ownLocale } from '@/platform/own-pages';
import { changeSettings, onSettingsChanged, readSettings } from '@/platform/settings-store';

function draw(settings: Settings): void {
  const locale = ownLocale(settings.language);
  document.documentElement.lang = locale === 'zh' ? 'zh-Hans' : 'en';
  render(
    <Options
      locale={locale}
      settings={settings}
      onChange={(change) => void changeSettings(change).then(draw)}
    />,
    document.body,
  );
}

void readSettings().then(draw);
onSettingsChanged(draw, new AbortController().signal);
