import type { MarketBrand } from './brands.ts';
import type { AnswerLanguage } from './language.ts';
import { pick, sample } from './random.ts';
import type { Random } from './random.ts';

/** A page that a simulated engine looked at. */
export type Source = { url: string; domain: string; site: string; title: string; snippet: string };

type Site = { domain: string; site: string; pages: readonly (readonly [path: string, title: string])[] };

// Review sites, communities, media and videos; like the brands', none of these domains can exist.
const english: readonly Site[] = [
  {
    domain: 'crmreviewdesk.example',
    site: 'CRM Review Desk',
    pages: [
      ['/best-crm-small-business', 'Best CRM for Small Business: Tested'],
      ['/crm-pricing-compared', 'CRM Pricing Compared'],
    ],
  },
  {
    domain: 'saasgrid.example',
    site: 'SaaS Grid',
    pages: [
      ['/categories/crm', 'CRM Software: Reviews and Ratings'],
      ['/categories/marketing-automation', 'Marketing Automation Software'],
    ],
  },
  {
    domain: 'softwarepicks.example',
    site: 'Software Picks',
    pages: [
      ['/lists/crm-for-agencies', 'CRM for Agencies: The Short List'],
      ['/guides/choose-a-crm', 'How to Choose a CRM'],
    ],
  },
  {
    domain: 'forum.salesops.example',
    site: 'Sales Ops Forum',
    pages: [
      ['/t/which-crm-do-you-use/4821', 'Which CRM do you actually use?'],
      ['/t/leads-getting-lost/3377', 'Leads getting lost between marketing and sales'],
    ],
  },
  {
    domain: 'community.founders.example',
    site: 'Founders Community',
    pages: [
      ['/r/smallbusiness/comments/crm_advice', 'CRM advice for a team of ten'],
      ['/r/marketing/comments/email_tool', 'Which e-mail tool would you pick today?'],
    ],
  },
  {
    domain: 'growthletter.example',
    site: 'Growth Letter',
    pages: [
      ['/articles/lead-response-time', 'Lead Response Time: What the Data Says'],
      ['/articles/marketing-stack', 'A Marketing Stack for Small Teams'],
    ],
  },
  {
    domain: 'www.bizdaily.example',
    site: 'Biz Daily',
    pages: [
      ['/tech/crm-market-report', 'CRM Market Report'],
      ['/advice/keep-customers', 'How to Keep the Customers You Have'],
    ],
  },
  {
    domain: 'video.learnsales.example',
    site: 'Learn Sales',
    pages: [
      ['/watch/crm-setup', 'Set Up a CRM in One Afternoon'],
      ['/watch/pipeline-basics', 'Pipeline Basics'],
    ],
  },
];
const simplified: readonly Site[] = [
  {
    domain: 'ruanjianpingce.example',
    site: '软件评测网',
    pages: [
      ['/crm/xiaoqiye', '小企业CRM评测'],
      ['/crm/jiage', 'CRM价格对比'],
    ],
  },
  {
    domain: 'saasbang.example',
    site: 'SaaS榜',
    pages: [
      ['/fenlei/crm', 'CRM软件口碑榜'],
      ['/fenlei/yingxiao', '营销自动化软件'],
    ],
  },
  {
    domain: 'bbs.xiaoshou.example',
    site: '销售论坛',
    pages: [
      ['/thread-4821', '大家都在用什么CRM？'],
      ['/thread-3377', '线索总是跟丢怎么办'],
    ],
  },
  {
    domain: 'wenda.chuangye.example',
    site: '创业问答',
    pages: [
      ['/question/70213', '十人团队选什么客户管理系统？'],
      ['/question/68110', '邮件营销工具哪个好'],
    ],
  },
  {
    domain: 'www.zengzhangbao.example',
    site: '增长报',
    pages: [
      ['/wenzhang/huifu', '首次回复时间有多重要'],
      ['/wenzhang/gongju', '小团队的营销工具组合'],
    ],
  },
  {
    domain: 'shipin.xuexiao.example',
    site: '学销售',
    pages: [
      ['/v/crm-rumen', '一个下午搭好CRM'],
      ['/v/loudou', '销售漏斗入门'],
    ],
  },
];
const traditional: readonly Site[] = [
  {
    domain: 'ruanti-pingbi.example',
    site: '軟體評比',
    pages: [
      ['/crm/sme', '中小企業CRM評比'],
      ['/crm/price', 'CRM價格比較'],
    ],
  },
  {
    domain: 'saasbang-tw.example',
    site: 'SaaS排行',
    pages: [
      ['/category/crm', 'CRM軟體口碑排行'],
      ['/category/marketing', '行銷自動化軟體'],
    ],
  },
  {
    domain: 'forum.yewu.example',
    site: '業務論壇',
    pages: [
      ['/t/4821', '大家都用哪一套CRM？'],
      ['/t/3377', '潛在客戶一直跟丟怎麼辦'],
    ],
  },
  {
    domain: 'qa.startup-tw.example',
    site: '新創問答',
    pages: [
      ['/q/70213', '十人團隊該選哪套客戶管理系統？'],
      ['/q/68110', '電子郵件行銷工具推薦'],
    ],
  },
  {
    domain: 'www.chengzhang.example',
    site: '成長週報',
    pages: [
      ['/article/response', '第一次回覆的時間有多重要'],
      ['/article/tools', '小團隊的行銷工具組合'],
    ],
  },
  {
    domain: 'video.xueyewu.example',
    site: '學業務',
    pages: [
      ['/v/crm-start', '一個下午建好CRM'],
      ['/v/funnel', '銷售漏斗入門'],
    ],
  },
];
const sites: Record<AnswerLanguage, readonly Site[]> = { en: english, 'zh-Hans': simplified, 'zh-Hant': traditional };

const ownPages: Record<AnswerLanguage, readonly (readonly [path: string, title: string])[]> = {
  en: [
    ['/crm', 'CRM'],
    ['/pricing', 'Pricing'],
    ['/blog/lead-management-guide', 'Lead Management Guide'],
    ['/features/automation', 'Automation'],
  ],
  'zh-Hans': [
    ['/zh-cn/crm', '客户管理'],
    ['/zh-cn/pricing', '价格'],
    ['/zh-cn/blog/xiansuo', '线索管理指南'],
  ],
  'zh-Hant': [
    ['/zh-tw/crm', '客戶管理'],
    ['/zh-tw/pricing', '價格'],
    ['/zh-tw/blog/leads', '潛在客戶管理指南'],
  ],
};

// Snippets say nothing about brands: they are what the page says, not the answer.
const snippets: Record<AnswerLanguage, readonly string[]> = {
  en: [
    'We compared setup time, price and support over several weeks with a team of ten.',
    'The most frequent complaint is not a missing function but a slow first reply.',
    'Ratings below are averages of verified reviews from the past twelve months.',
    'Plans start with a free tier; the functions most teams need sit one tier higher.',
  ],
  'zh-Hans': [
    '我们用十人团队，花了几周时间对比了上手时间、价格和客服。',
    '最常见的抱怨不是缺功能，而是第一次回复太慢。',
    '以下评分为过去十二个月已验证评价的平均值。',
  ],
  'zh-Hant': [
    '我們用十人團隊，花了幾週比較上手時間、價格和客服。',
    '最常見的抱怨不是缺少功能，而是第一次回覆太慢。',
    '以下評分為過去十二個月已驗證評價的平均值。',
  ],
};

export function brandPage(random: Random, brand: MarketBrand, language: AnswerLanguage): Source {
  const domain = pick(random, brand.domains);
  const [path, title] = pick(random, ownPages[language]);
  return {
    url: `https://www.${domain}${path}`,
    domain,
    site: brand.name,
    title: `${title} | ${brand.name}`,
    snippet: pick(random, snippets[language]),
  };
}

/** Up to `count` pages of different third parties. */
export function independentPages(random: Random, language: AnswerLanguage, count: number): Source[] {
  return sample(random, sites[language], count).map((site) => {
    const [path, title] = pick(random, site.pages);
    return {
      url: `https://${site.domain}${path}`,
      domain: site.domain.replace(/^www\./, ''),
      site: site.site,
      title,
      snippet: pick(random, snippets[language]),
    };
  });
}
