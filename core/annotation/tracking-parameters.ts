/*
 * Parameters that say how a reader came to a page and never which page it is. Only names that mean nothing else
 * anywhere are listed: `ref`, `source` and `t` are not, because for some site they are part of the address, and
 * two keys for one page do less harm than one key for two pages.
 */

const PREFIXES = [
  'utm_',
  'mtm_',
  'pk_',
  'piwik_',
  'matomo_',
  'hsa_',
  'vero_',
  'at_campaign',
  'at_medium',
];

const NAMES = new Set(
  (
    'fbclid gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid msclkid yclid ysclid twclid ttclid igsh igshid ' +
    'li_fat_id epik mc_cid mc_eid mkt_tok _hsenc _hsmi __hstc __hssc __hsfp hsctatracking oly_enc_id oly_anon_id rb_clickid ' +
    's_cid ncid cmpid cmp_id icid wickedid _ga _gl __twitter_impression ref_src ref_url smid smtyp guccounter ' +
    'guce_referrer guce_referrer_sig taid soc_src soc_trk ' +
    // WeChat, Weibo, Alibaba, Baidu and Toutiao sharing.
    'spm scm isappinstalled nsukey share_token share_source share_medium share_plat share_session_id sharefrom ' +
    'wx_header wechat_redirect weibo_id vt_campaign tt_from timestamp_share'
  ).split(' '),
);

/** `from=timeline` says that a link was shared in WeChat; any other `from` may be part of the address. */
const SHARED_FROM = new Set([
  'timeline',
  'singlemessage',
  'groupmessage',
  'weibo',
  'qq',
  'wechat',
  'share',
]);

/** True for a parameter that only follows the reader. Names are compared without case. */
export function isTracking(name: string, value: string): boolean {
  const lower = name.toLowerCase();
  if (lower === 'from') return SHARED_FROM.has(value.toLowerCase());
  return NAMES.has(lower) || PREFIXES.some((prefix) => lower.startsWith(prefix));
}

/** True for a parameter that tells one page of a site from another: `id`, `newsId`, `article_id`, `p`, `v`. */
export function isIdentifying(name: string): boolean {
  return /^(?:p|v|q|aid|nid|sid|cid|tid|pid|gid|fid|doc|key|uuid|article|story|post|item|topic|thread)$|(?:^|_)id$|(?:article|news|story|doc|post|content|item|page|topic|thread|info|class)_?id$/i.test(
    name,
  );
}
