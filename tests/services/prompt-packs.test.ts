import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as OpenCC from 'opencc-js';
import { afterAll, describe, expect, test } from 'vitest';
import { defaultStages, stages } from '../../src/domain/journey.ts';
import { InputError } from '../../src/errors.ts';
import { listPromptPacks, loadPromptPack, type PackPrompt } from '../../src/services/prompt-packs.ts';

const locales = ['en', 'zh-CN', 'zh-TW'] as const;
const industries = ['crm', 'e-commerce', 'consumer-electronics', 'travel', 'finance', 'health-beauty'];
const brand = 'Acme';
const packs = listPromptPacks();
const load = (industry: string, stage: (typeof stages)[number], locale: string) =>
  loadPromptPack({ industry, stages: [stage], locales: [locale], brand });
const name = ({ industry, stage, locale }: (typeof packs)[number]) => `${industry}/${stage}/${locale}`;

const toTraditional = OpenCC.Converter({ from: 'cn', to: 't' });
const toSimplified = OpenCC.Converter({ from: 't', to: 'cn' });
// Right in Taiwan too, although OpenCC prefers another form of the character (台 臺, 里程 裏).
const alsoTraditional = new Set('台吃划群床里');
const simplifiedOnly = (text: string) => [...text].filter((char) => toTraditional(char) !== char && !alsoTraditional.has(char));
const traditionalOnly = (text: string) => [...text].filter((char) => toSimplified(char) !== char);
// Words that give away a text carried over from the other side of the strait.
const mainlandWords = /軟件|視頻|屏幕|信息|默認|網絡|質量|短信|性價比|鼠標|打印|充電寶|快遞員|客戶端|私域/;
const taiwanWords = /软体|影片|萤幕|资讯|网路|专案|行销|简讯|品质|滑鼠|列印|笔电|行动电源|捷运|数位/;

// Brands that compete in the packs' own industries; messaging channels and Excel are how people say where they are.
const companies =
  /salesforce|hubspot|zoho|pipedrive|mailchimp|klaviyo|纷享销客|销售易|有赞|amazon|\bebay\b|etsy|temu|shein|walmart|淘宝|天猫|京东|拼多多|闲鱼|小红书|抖音|蝦皮|樂天|momo|博客來|露天|\bapple\b|iphone|ipad|macbook|samsung|galaxy|huawei|xiaomi|\bsony\b|dyson|苹果|华为|小米|蘋果|三星|booking\.com|airbnb|expedia|agoda|携程|飞猪|易遊網|klook|revolut|paypal|支付宝|余额宝|街口|sephora|l'or[ée]al|屈臣氏|康是美|丝芙兰|雅诗兰黛|雅詩蘭黛/i;

test('the six industries have awareness and consideration in three locales, and CRM all five stages', () => {
  const expected = industries.flatMap((industry) =>
    (industry === 'crm' ? stages : defaultStages).flatMap((stage) => locales.map((locale) => `${industry}/${stage}/${locale}`)),
  );
  expect(packs.map(name).toSorted()).toEqual(expected.toSorted());
});

test('no YAML file is left out of the list because of a misspelt folder', () => {
  const files = industries.flatMap((industry) =>
    readdirSync(join(import.meta.dirname, '../../prompts', industry), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.ya?ml$/.test(path))
      .map((path) => `${industry}/${path.replaceAll('\\', '/').replace(/\.ya?ml$/, '')}`),
  );
  expect(packs.map(name).toSorted()).toEqual(files.toSorted());
});

describe.each(packs.map((pack) => ({ ...pack, name: name(pack) })))(
  '$name',
  ({ industry, stage, locale, title, intentCount, promptCount }) => {
    const prompts = load(industry, stage, locale);
    const texts = prompts.map(({ text }) => text);

    test('has at least twelve intents, each in at least two wordings', () => {
      const ids = [...new Set(prompts.map(({ intent }) => intent))];
      expect(intentCount).toBeGreaterThanOrEqual(12);
      expect(ids).toHaveLength(intentCount); // no intent id twice
      expect(ids.filter((id) => prompts.filter(({ intent }) => intent === id).length < 2)).toEqual([]);
      expect(prompts).toHaveLength(promptCount);
    });

    test('asks the same intents at the same touchpoints as the other locales', () => {
      const intentsIn = (of: string) => new Map(load(industry, stage, of).map(({ intent, touchpoint }) => [intent, touchpoint]));
      expect([...intentsIn(locale)]).toEqual([...intentsIn('en')]);
    });

    test('is written in its language, script and vocabulary', () => {
      const written = [title, ...prompts.flatMap(({ text, persona }) => (persona ? [text, persona] : [text]))];
      const han = /\p{Script=Han}/u;
      if (locale === 'en') expect(written.filter((text) => han.test(text))).toEqual([]);
      else expect(written.filter((text) => !han.test(text))).toEqual([]);
      const wrong = { 'zh-CN': traditionalOnly, 'zh-TW': simplifiedOnly }[locale];
      const foreignWords = { 'zh-CN': taiwanWords, 'zh-TW': mainlandWords }[locale];
      if (wrong) expect(written.flatMap((text) => wrong(text).map((char) => `${char} in ${text}`))).toEqual([]);
      if (foreignWords) expect(written.filter((text) => foreignWords.test(text))).toEqual([]);
    });

    test('names the own brand only from the decision stage on, and then in at most half of the wordings', () => {
      const branded = prompts.filter((prompt) => prompt.branded);
      expect(branded.length).toBeLessThanOrEqual(defaultStages.includes(stage) ? 0 : prompts.length / 2);
      expect(branded.filter(({ text }) => !text.includes(brand))).toEqual([]);
    });

    test('names no other company', () => {
      expect(texts.filter((text) => companies.test(text))).toEqual([]);
    });
  },
);

test.each(locales)('no question is asked twice in %s', (locale) => {
  const plain = ({ text }: PackPrompt) => text.toLowerCase().replaceAll(/[\p{P}\p{S}\s]/gu, '');
  const all = packs.filter((pack) => pack.locale === locale).flatMap((pack) => load(pack.industry, pack.stage, locale));
  const lastAsked = new Map(all.map((prompt) => [plain(prompt), prompt]));
  expect(all.filter((prompt) => lastAsked.get(plain(prompt)) !== prompt)).toEqual([]);
});

test('the checks find a company, and a character of the other script, and accept those valid in both', () => {
  expect(companies.test('Is HubSpot good for five people?')).toBe(true);
  expect(simplifiedOnly('台灣的软体才有這里')).toEqual(['软', '体']);
  expect(traditionalOnly('这个軟件很著名')).toEqual(['軟']);
});

describe('loading', () => {
  const dir = mkdtempSync(join(tmpdir(), 'prompt-packs-'));
  afterAll(() => rmSync(dir, { recursive: true }));
  const write = (path: string, yaml: string) => {
    mkdirSync(join(dir, path, '..'), { recursive: true });
    writeFileSync(join(dir, path), yaml);
  };
  const loadTea = (locale: string, ownName = 'Cup & Co') =>
    loadPromptPack({ industry: 'tea', stages: ['decision'], locales: [locale], brand: ownName }, dir);
  const failure = (action: () => unknown): InputError => {
    try {
      action();
    } catch (error) {
      if (error instanceof InputError) return error;
      throw error;
    }
    throw new Error('did not fail');
  };
  const head = (locale: string) => `industry: tea\nstage: decision\nlocale: ${locale}\ntitle: Tea\nintents:\n`;

  test('puts the own brand into the text and marks the prompt as branded', () => {
    write('tea/decision/en.yaml', `${head('en')}  - id: price\n    prompts: ["Is {brand} dear?", What does tea cost?]\n`);
    const shared = { intent: 'price', stage: 'decision', locale: 'en', touchpoint: null, persona: null };
    expect(loadTea('en', 'Cup $& Co')).toEqual([
      { ...shared, text: 'Is Cup $& Co dear?', branded: true },
      { ...shared, text: 'What does tea cost?', branded: false },
    ]);
  });

  test('a pack that does not exist is named, with the industries that do', () => {
    const error = failure(() => loadTea('fr'));
    expect(error.issues).toEqual([{ path: 'tea/decision/fr.yaml', message: 'does not exist' }]);
    expect(error.message).toContain('Industries with packs: tea');
  });

  test('a broken field is named with its file', () => {
    write('tea/decision/ja.yaml', `${head('ja')}  - id: Price\n    touchpoint: shop\n    prompts: ["{brand} or {rival}?"]\n`);
    expect(failure(() => loadTea('ja')).issues.map(({ path }) => path)).toEqual([
      'tea/decision/ja.yaml: intents.0.id',
      'tea/decision/ja.yaml: intents.0.touchpoint',
      'tea/decision/ja.yaml: intents.0.prompts.0',
    ]);
  });

  test('text that is not YAML, and a file in the wrong folder, are named', () => {
    write('tea/decision/ko.yaml', 'intents: [');
    expect(failure(() => loadTea('ko')).message).toContain('tea/decision/ko.yaml');
    write('tea/decision/th.yaml', `${head('de')}  - id: price\n    prompts: [Wo?]\n`);
    expect(failure(() => loadTea('th')).issues).toEqual([
      { path: 'tea/decision/th.yaml: industry, stage, locale', message: 'must be those of the path' },
    ]);
  });
});
