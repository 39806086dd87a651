import { formatDate } from '@/core/knowledge/format-date';
import { formatNumber } from '@/core/knowledge/format-number';
import { createFormats } from '@/core/knowledge/formats';

export interface AboutProps {
  readonly locale: 'en' | 'zh';
  readonly region?: string;
  /** Of the extension, from its manifest. */
  readonly version: string;
  readonly knowledge: {
    readonly version: string;
    readonly date: string;
    readonly entities: number;
  };
}

/** Which edition this is, what it does with what you read, and whom it thanks. */
export function About({ locale, region, version, knowledge }: AboutProps) {
  const formats = createFormats(locale, 'metric', region);
  const { t } = formats;
  const parts = [
    [t('aboutPrivacy'), t('aboutPrivacyText')],
    [t('aboutPageSees'), t('aboutPageSeesText')],
    [t('aboutSources'), t('aboutSourcesText')],
    [t('aboutLicences'), t('aboutLicencesText')],
  ] as const;
  return (
    <main class="about" lang={locale === 'zh' ? 'zh-Hans' : 'en'}>
      <h1>{t('aboutTitle')}</h1>
      <p class="about-edition">
        {t('aboutVersion', { version })}
        <br />
        {t('aboutKnowledge', {
          date: formatDate(knowledge.date, formats),
          count: formatNumber(knowledge.entities, formats),
        })}
        <br />
        {t('aboutKnowledgeVersion', { version: knowledge.version })}
      </p>
      {parts.map(([title, text]) => (
        <section key={title}>
          <h2>{title}</h2>
          <p>{text}</p>
        </section>
      ))}
    </main>
  );
}
