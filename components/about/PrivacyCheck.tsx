import { formatBytes } from '@/core/knowledge/format-bytes';
import type { Formats } from '@/core/knowledge/formats';
import { PERMISSION_REASONS } from '@/core/privacy';

/** What this installation is allowed, has done and holds, as the browser says. */
export interface Installation {
  readonly permissions: readonly string[];
  /** Match patterns of pages that it may read. */
  readonly hosts: readonly string[];
  /** Addresses outside the extension that it has ever asked for; empty for none. */
  readonly requests: readonly string[];
  /** The security policy that the browser enforces for it. */
  readonly policy: string;
  /** Bytes on this computer; null where the browser does not tell. */
  readonly usedBytes: number | null;
}

interface PrivacyCheckProps {
  readonly formats: Formats;
  readonly installation: Installation;
}

type Reason = (typeof PERMISSION_REASONS)[keyof typeof PERMISSION_REASONS];
const REASONS: Readonly<Record<string, Reason | undefined>> = PERMISSION_REASONS;

/** Privacy that can be checked: permissions with reasons, requests made, storage used. */
export function PrivacyCheck({ formats, installation }: PrivacyCheckProps) {
  const { t } = formats;
  const { permissions, hosts, requests, policy, usedBytes } = installation;
  return (
    <>
      <section>
        <h2>{t('aboutRequests')}</h2>
        <p class="about-number">{t('aboutRequestsMade', { count: requests.length })}</p>
        {requests.length === 0 ? null : (
          <ul>
            {requests.map((address) => (
              <li key={address}>{address}</li>
            ))}
          </ul>
        )}
        <p>{t('aboutRequestsText')}</p>
        <details>
          <summary>{t('aboutPolicy')}</summary>
          <code>{policy}</code>
        </details>
      </section>
      <section>
        <h2>{t('aboutPermissions')}</h2>
        <dl class="about-table">
          <div>
            <dt>{hosts.join(' ')}</dt>
            <dd>{t('whyHosts')}</dd>
          </div>
          {permissions.map((name) => {
            const reason = REASONS[name];
            return (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{t(reason ?? 'whyUnknown')}</dd>
              </div>
            );
          })}
        </dl>
      </section>
      <section>
        <h2>{t('aboutStorage')}</h2>
        <p class="about-number">
          {usedBytes === null ? t('aboutStorageUnknown') : formatBytes(usedBytes, formats)}
        </p>
        <p>{t('aboutStorageText')}</p>
      </section>
    </>
  );
}
