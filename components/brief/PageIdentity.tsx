import type { CanonicalRefusal, PageKey, PageKeyRule } from '@/core/annotation/page-key';
import type { MessageKey, Translate } from '@/core/i18n/messages';

interface PageIdentityProps {
  readonly identity: PageKey;
  readonly t: Translate;
}

const RULES = {
  address: 'identityAddress',
  canonical: 'identityCanonical',
  'canonical-of-variant': 'identityVariant',
  'canonical-of-amp-cache': 'identityAmp',
  'canonical-of-saved-page': 'identitySaved',
  verbatim: 'identityVerbatim',
} as const satisfies Record<PageKeyRule, MessageKey>;

const REFUSALS = {
  unreadable: 'identityUnreadable',
  'another-site': 'identityOtherSite',
  'front-page': 'identityFrontPage',
  'drops-identity': 'identityDrops',
} as const satisfies Record<CanonicalRefusal, MessageKey>;

/** Under which address the reader's highlights of this page are kept, and why: the answer to "where are they?". */
export function PageIdentity({ identity, t }: PageIdentityProps) {
  const { key, rule, refused, removed } = identity;
  return (
    <details class="brief-identity">
      <summary>{t('identityTitle')}</summary>
      <p class="brief-address">{key}</p>
      <p>{t(RULES[rule])}</p>
      {refused === undefined ? null : <p>{t(REFUSALS[refused])}</p>}
      {removed.length === 0 ? null : (
        <p>{t('identityRemoved', { parameters: removed.join(', ') })}</p>
      )}
    </details>
  );
}
