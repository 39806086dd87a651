import { formatDate } from '@/core/knowledge/format-date';
import { formatNumber } from '@/core/knowledge/format-number';
import { createFormats } from '@/core/knowledge/formats';
import { CREDITS } from '@/core/privacy';
import { type Installation, PrivacyCheck } from './PrivacyCheck';

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
  /** Name and version of the browser, as it calls itself. */
  readonly browser: string;
  readonly installation: Installation;
}

/** Which edition this is, what it does with what you read, and whom it thanks. */
export function About(props: AboutProps) {
  const { locale, region, version, knowledge, browser, installation } = props;
  const formats = createFormats(locale, 'metric', region);
  const { t } = formats;
  const privacy = [
    [t('aboutPrivacy'), t('aboutPrivacyText')],
    [t('aboutPageSees'), t('aboutPageSeesText')],
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
        <br />
        {t('aboutBrowser', { name: browser })}
      </p>
      {privacy.map(([title, text]) => (
        <section key={title}>
          <h2>{title}</h2>
          <p>{text}</p>
        </section>
      ))}
      <PrivacyCheck formats={formats} installation={installation} />
      <section>
        <h2>{t('aboutSources')}</h2>
        <p>{t('aboutSourcesText')}</p>
      </section>
      <section>
        <h2>{t('aboutLicences')}</h2>
        <p>{t('aboutLicencesText')}</p>
        <dl class="about-table">
          {CREDITS.map(({ name, licence, url }) => (
            <div key={name}>
              <dt>
                <a class="link" href={url} target="_blank" rel="noopener noreferrer">
                  {name}
                </a>
              </dt>
              <dd>{licence}</dd>
            </div>
          ))}
        </dl>
      </section>
    </main>
  );
}
