import type { ComponentChildren } from 'preact';
import { createTranslate } from '@/core/i18n/messages';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';

export interface WelcomeProps {
  readonly locale: 'en' | 'zh';
  /** The keys that walk from name to name, as the browser has them. */
  readonly keys: { readonly next: string; readonly previous: string };
  /** A piece of news with marked names and real cards. */
  readonly sample: ComponentChildren;
  readonly onSettings: () => void;
}

/** The first page after installing: the thing at work, and what to expect in four sentences. */
export function Welcome({ locale, keys, sample, onSettings }: WelcomeProps) {
  const t = createTranslate(locale);
  const parts = [
    { icon: 'rocket', title: t('welcomeCards'), text: t('welcomeCardsText') },
    { icon: 'highlighter', title: t('welcomeNotes'), text: t('welcomeNotesText') },
    { icon: 'shield-check', title: t('welcomeYours'), text: t('welcomeYoursText') },
    { icon: 'keyboard', title: t('welcomeKeys'), text: t('welcomeKeysText', keys) },
  ] as const;
  return (
    <main class="about" lang={locale === 'zh' ? 'zh-Hans' : 'en'}>
      <h1 class="welcome-title">{t('welcomeTitle')}</h1>
      <p class="welcome-lead">{t('welcomeLead')}</p>
      {sample}
      <div class="welcome-parts">
        {parts.map(({ icon, title, text }) => (
          <section key={title}>
            <h2>
              <Icon name={icon} />
              {title}
            </h2>
            <p>{text}</p>
          </section>
        ))}
      </div>
      <Button label={t('welcomeStart')} icon="settings" tone="primary" onClick={onSettings} />
    </main>
  );
}
