/** Query parameters that say where a visitor came from, not which page it is. A trailing `*` stands for any ending. */
export const trackingParameters = [
  'utm_*', 'gclid', 'gclsrc', 'dclid', 'wbraid', 'gbraid', 'gad_*', 'gad', 'fbclid', 'fb_*', 'msclkid', 'yclid', 'ysclid', 'twclid',
  'ttclid', 'li_fat_id', 'igshid', 'igsh', 'mc_cid', 'mc_eid', 'mkt_tok', '_hsenc', '_hsmi', 'hsctatracking', '__hstc', '__hssc',
  '__hsfp', '_ga', '_gl', '_gac', '_gsid', 'ga_*', 'srsltid', 'spm', 'scm', 'share_token', 'vero_id', 'vero_conv', 'oly_enc_id',
  'oly_anon_id', 'rb_clickid', 's_cid', 's_kwcid', 'ef_id', 'cmpid', 'ocid', 'ncid', 'icid', 'sca_esv', 'ved', 'sxsrf', 'zanpid',
  'ranmid', 'raneaid', 'ransiteid', 'irclickid', 'irgwc', 'awc', 'epik', 'wickedid', 'trk', 'trkinfo', 'pk_*', 'mtm_*', 'matomo_*',
  'piwik_*', 'hsa_*', 'guce_*', 'guccounter', 'ref_src', 'ref_url', 'referrer', 'yptr', 'smid', '_openstat', 'wt_mc', 'at_medium', 'at_campaign', 'xtor',
  'openai_*', 'ck_subscriber_id', 'dm_i', 'bsft_*', 'sc_cid', 'sc_channel', '_branch_match_id', '__twitter_impression', 'amp', 'outputtype=amp',
  'action_object_map', 'action_type_map', 'action_ref_map', 'gs_l', 'hmb_*', 'os_ehash', 'wtrid', 'wt_zmc', 'echobox', 'tracking_source', 'ceneo_spo', 'rtid', 'mibextid', 'sfnsn', 'tt_medium', 'tt_content', 'cjevent', 'cjdata', 'sscid', 'hss_channel', 'ns_mchannel', 'ns_source', 'ns_campaign', 'ns_linkname', 'ns_fee', 'at_custom*', 'at_ptr_name', 'at_link_*', 'at_bbc_team', 'at_format', 'itm_*', 'dicbo', 'oborigurl', 'tblci', 'campaignid', 'adgroupid', 'ad_id', 'adset_id', 'ttaid', 'syclid', 'rdt_cid', '_kx', 'trk_*', 'g_st', 'ir_*', 'usqp', 'amp_js_v', 'amp_gsa', '__s', 'mkwid', 'pcrid', 'spm_*', 'share_from', 'share_medium', 'share_plat', 'share_session_id', 'share_tag', 'unique_k', 'timestamp_share',
]; // prettier-ignore

/** Parameters that only track on these domains and may name a page elsewhere. */
export const siteTrackingParameters: Record<string, string[]> = {
  'youtube.com': ['si', 'pp', 'feature', 'ab_channel'],
  'youtu.be': ['si', 'feature'],
  'spotify.com': ['si', 'context'],
  'amazon.com': ['ref', 'ref_', 'tag', 'pd_rd_*', 'pf_rd_*', 'qid', 'sr', 'crid', 'sprefix', 'linkcode', 'psc', 'dib', 'dib_tag', 'camp', 'creative'],
  'theguardian.com': ['cmp'],
  'nytimes.com': ['smid', 'smtyp', 'partner', 'unlocked_article_code'],
  'bbc.com': ['at_*'],
  'bbc.co.uk': ['at_*'],
  'linkedin.com': ['trackingid', 'lipi', 'refid', 'midtoken'],
  'instagram.com': ['igsh', 'hl'],
  'tiktok.com': ['is_from_webapp', 'sender_device', '_r', '_t'],
  'ebay.com': ['_trkparms', '_trksid', 'mkevt', 'mkcid', 'mkrid', 'campid', 'toolid', 'customid', 'amdata'],
  'x.com': ['s', 't'],
  'twitter.com': ['s', 't'],
  'reddit.com': ['share_id', 'rdt'],
  'bilibili.com': ['vd_source', 'spm_id_from', 'from_spmid', 'share_source'],
  'zhihu.com': ['utm_psn'],
  'xiaohongshu.com': ['xsec_token', 'xsec_source'],
}; // prettier-ignore

/** Addresses that only lead on: host (and its subdomains), path prefix, the parameters that carry the page. */
export const redirectWrappers: { host: string; path: string; parameters: string[] }[] = [
  { host: 'google.*', path: '/url', parameters: ['q', 'url'] },
  { host: 'google.*', path: '/imgres', parameters: ['imgrefurl'] },
  { host: 'google.*', path: '/aclk', parameters: ['adurl'] },
  { host: 'translate.google.*', path: '/', parameters: ['u'] },
  { host: 'googleadservices.com', path: '/', parameters: ['adurl'] },
  { host: 'facebook.com', path: '/l.php', parameters: ['u'] },
  { host: 'facebook.com', path: '/flx/warn', parameters: ['u'] },
  { host: 'l.instagram.com', path: '/', parameters: ['u'] },
  { host: 'l.threads.net', path: '/', parameters: ['u'] },
  { host: 'l.threads.com', path: '/', parameters: ['u'] },
  { host: 'l.messenger.com', path: '/', parameters: ['u'] },
  { host: 'duckduckgo.com', path: '/l/', parameters: ['uddg'] },
  { host: 'bing.com', path: '/ck/a', parameters: ['u'] },
  { host: 'youtube.com', path: '/redirect', parameters: ['q'] },
  { host: 'linkedin.com', path: '/redir/', parameters: ['url'] },
  { host: 'linkedin.com', path: '/safety/go', parameters: ['url'] },
  { host: 'out.reddit.com', path: '/', parameters: ['url'] },
  { host: 't.umblr.com', path: '/redirect', parameters: ['z'] },
  { host: 'steamcommunity.com', path: '/linkfilter', parameters: ['url', 'u'] },
  { host: 'slack-redir.net', path: '/link', parameters: ['url'] },
  { host: 'vk.com', path: '/away.php', parameters: ['to'] },
  { host: 'link.zhihu.com', path: '/', parameters: ['target'] },
  { host: 'link.juejin.cn', path: '/', parameters: ['target'] },
  { host: 'safelinks.protection.outlook.com', path: '/', parameters: ['url'] },
  { host: 'perplexity.ai', path: '/redirect', parameters: ['url'] },
  { host: 'chatgpt.com', path: '/link', parameters: ['url'] },
  { host: 'medium.com', path: '/r/', parameters: ['url'] },
  { host: 'pinterest.com', path: '/offsite/', parameters: ['url'] },
  { host: 'bing.com', path: '/aclick', parameters: ['u'] },
  { host: 'l.wl.co', path: '/l', parameters: ['u'] },
  { host: 'go.redirectingat.com', path: '/', parameters: ['url'] },
  { host: 'go.skimresources.com', path: '/', parameters: ['url'] },
  { host: 'redirect.viglink.com', path: '/', parameters: ['u'] },
  { host: 'awin1.com', path: '/cread.php', parameters: ['ued', 'p'] },
  { host: 'click.linksynergy.com', path: '/', parameters: ['murl', 'RD_PARM1'] },
  { host: 'anonym.to', path: '/', parameters: ['url'] },
  { host: 'exit.sc', path: '/', parameters: ['url'] },
];

/** Pages of the answering engines themselves: searches, product cards, conversations. `path` is a prefix; `/?` = the front page with a query. */
export const engineInternal: { host: string; paths: string[] }[] = [
  { host: 'chatgpt.com', paths: ['/?', '/c/', '/g/', '/s/', '/share/', '/search', '/backend-api/'] },
  { host: 'chat.openai.com', paths: ['/'] },
  { host: 'google.*', paths: ['/search', '/shopping/product/', '/shopping?', '/aclk', '/maps/search', '/goto', '/sorry', '/webhp', '/?', '/preferences', '/httpservice'] },
  { host: 'gemini.google.com', paths: ['/app', '/share', '/?'] },
  { host: 'bard.google.com', paths: ['/'] },
  { host: 'vertexaisearch.cloud.google.com', paths: ['/'] },
  { host: 'perplexity.ai', paths: ['/search', '/?'] },
  { host: 'bing.com', paths: ['/search', '/images/search', '/shop', '/chat', '/?', '/ck/'] },
  { host: 'copilot.microsoft.com', paths: ['/'] },
  { host: 'claude.ai', paths: ['/chat', '/share', '/?', '/new'] },
  { host: 'grok.com', paths: ['/chat', '/share', '/?'] },
  { host: 'duckduckgo.com', paths: ['/?', '/y.js'] },
]; // prettier-ignore

/** Host labels in front of the same site for phones or AMP. */
export const mobileLabels = ['m', 'mobile', 'amp', 'touch', 'wap'];
