/** Where a brand stands in the simulated market, before engine, intent, wording and story. Strengths are log-odds in consideration. */
export type MarketBrand = {
  id: string;
  name: string;
  own: boolean;
  aliases: readonly string[];
  /** The names in Chinese answers; null where the brand goes by its Latin name there too. */
  chinese: { hans: string; hant: string } | null;
  domains: readonly string[];
  strength: number;
  /** Probability that its own site is cited, given an answer with citations that names it, and one that does not. */
  citedWhenNamed: number;
  citedWhenUnnamed: number;
};

/**
 * Fictional on purpose: an answer of the simulator says nothing about a real company, and `.example` (RFC 2606)
 * makes sure that nobody's site is ever visited for it.
 */
export const marketBrands: readonly MarketBrand[] = [
  {
    id: 'veldrano',
    name: 'Veldrano',
    own: true,
    aliases: ['Veldrano CRM'],
    chinese: { hans: '维德诺', hant: '維德諾' },
    domains: ['veldrano.example'],
    strength: 0.35,
    citedWhenNamed: 0.38,
    citedWhenUnnamed: 0.05,
  },
  {
    id: 'quorvane',
    name: 'Quorvane',
    own: false,
    aliases: ['Quorvane One'],
    chinese: { hans: '阔尔凡', hant: '闊爾凡' },
    domains: ['quorvane.example', 'quorvane-academy.example'],
    strength: 1.1,
    citedWhenNamed: 0.5,
    citedWhenUnnamed: 0.12,
  },
  {
    id: 'tamirexa',
    name: 'Tamirexa',
    own: false,
    aliases: ['Tamirexa Suite'],
    chinese: null,
    domains: ['tamirexa.example'],
    strength: 0.75,
    citedWhenNamed: 0.42,
    citedWhenUnnamed: 0.08,
  },
  {
    id: 'pelloryx',
    name: 'Pelloryx',
    own: false,
    aliases: ['Pelloryx Cloud'],
    chinese: null,
    domains: ['pelloryx.example'],
    strength: 0.1,
    citedWhenNamed: 0.3,
    citedWhenUnnamed: 0.04,
  },
  {
    id: 'okuvida',
    name: 'Okuvida',
    own: false,
    aliases: ['Okuvida Marketing Hub'],
    chinese: { hans: '奥库维达', hant: '奧庫維達' },
    domains: ['okuvida.example'],
    strength: -0.2,
    citedWhenNamed: 0.34,
    citedWhenUnnamed: 0.06,
  },
  {
    id: 'hexovant',
    name: 'Hexovant',
    own: false,
    aliases: ['Hexovant CRM'],
    chinese: null,
    domains: ['hexovant.example'],
    strength: -0.5,
    citedWhenNamed: 0.26,
    citedWhenUnnamed: 0.03,
  },
  {
    id: 'feltrano-reach',
    name: 'Feltrano Reach',
    own: false,
    aliases: ['Feltrano'],
    chinese: null,
    domains: ['feltrano.example'],
    strength: -0.8,
    citedWhenNamed: 0.24,
    citedWhenUnnamed: 0.03,
  },
  {
    id: 'zylomar',
    name: 'Zylomar',
    own: false,
    aliases: ['Zylomar CRM'],
    chinese: { hans: '泽洛玛', hant: '澤洛瑪' },
    domains: ['zylomar.example'],
    strength: -0.9,
    citedWhenNamed: 0.36,
    citedWhenUnnamed: 0.05,
  },
  {
    id: 'brisqela',
    name: 'Brisqela',
    own: false,
    aliases: ['Brisqela Mail'],
    chinese: null,
    domains: ['brisqela.example'],
    strength: -1.5,
    citedWhenNamed: 0.22,
    citedWhenUnnamed: 0.02,
  },
];
