import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/engines/simulator/language.ts';
import { createSimulator } from '../../src/engines/simulator/simulator.ts';
import { simplifiedOnly, traditionalOnly } from '../../src/engines/simulator/language.ts';
import { english, market, namedIn, prompts, proseOf, traditional, week } from './fixtures.ts';

const simulator = createSimulator({ market, prompts });
const ask = (text: string, sample: number) => simulator.answer({ engine: 'openai', text, at: week(2), sample: String(sample) });
const many = (text: string, count = 400) => Array.from({ length: count }, (_, sample) => ask(text, sample));

describe('an answer', () => {
  it.each(prompts.map(({ text }) => text))('names the visible brands and no other: %s', (text) => {
    for (const answer of many(text)) expect(namedIn(proseOf(answer)).toSorted()).toEqual([...answer.visible].toSorted());
  });

  it('lists the visible brands in order of first mention', () => {
    for (const answer of many(english)) {
      const text = proseOf(answer);
      const names = new Map(market.brands.map(({ id, name }) => [id, name.split(' ')[0] ?? name]));
      const places = answer.visible.map((id) => text.indexOf(names.get(id) ?? ''));
      expect(places).toEqual([...places].toSorted((a, b) => a - b));
    }
  });

  it('is the same for the same ask, and another for another sample, time or engine', () => {
    expect(proseOf(ask(english, 1))).toBe(proseOf(ask(english, 1)));
    const texts = [
      ask(english, 1),
      ask(english, 2),
      simulator.answer({ engine: 'gemini', text: english, at: week(2), sample: '1' }),
      simulator.answer({ engine: 'openai', text: english, at: week(3), sample: '1' }),
    ];
    expect(new Set(texts.map(proseOf)).size).toBe(4);
  });

  it('is 600 to 2,500 characters long in English', () => {
    for (const { text, language } of prompts.filter((prompt) => prompt.language === 'en')) {
      expect(language).toBe('en');
      const lengths = many(text).map((answer) => proseOf(answer).length);
      expect(Math.min(...lengths)).toBeGreaterThanOrEqual(600);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(2500);
    }
  });

  it('comes in many forms', () => {
    const answers = many(english);
    const texts = answers.map(proseOf);
    expect(new Set(texts).size).toBe(answers.length);
    expect(new Set(texts.map((text) => text.split(/[.!]/)[0])).size).toBeGreaterThan(5);
    const share = (pattern: RegExp) => texts.filter((text) => pattern.test(text)).length / texts.length;
    for (const form of [/^1\. \*\*/m, /^- \*\*/m, /^\| --- \|/m, /^### /m, / than /]) expect(share(form)).toBeGreaterThan(0.08);
    expect(answers.some(({ visible }) => visible.length === 0)).toBe(true);
    expect(answers.some(({ pieces }) => pieces.every(({ cites }) => cites.length === 0))).toBe(true);
  });

  it('leaves no slot unfilled', () => {
    for (const { text } of prompts) for (const answer of many(text, 150)) expect(proseOf(answer)).not.toMatch(/[{}]|undefined/);
  });
});

describe('the language', () => {
  it.each([
    ['best CRM for agencies', 'en'],
    ['小公司用什么客户管理系统好？', 'zh-Hans'],
    ['小公司適合用哪一套客戶管理系統？', 'zh-Hant'],
    ['CRM 怎么选', 'zh-Hans'],
    ['CRM 推薦', 'zh-Hant'],
    ['営業チームに最適なCRMは？', 'en'],
  ])('%s is %s', (text, language) => expect(detectLanguage(text)).toBe(language));

  it('of characters common to both scripts is what the prompt says', () => {
    expect(detectLanguage('好用的CRM', 'zh-TW')).toBe('zh-Hant');
    expect(detectLanguage('好用的CRM', 'zh-CN')).toBe('zh-Hans');
  });

  it('of the answer is the script of the question, with no character of the other', () => {
    const count = (text: string, characters: string) => [...text].filter((character) => characters.includes(character)).length;
    for (const answer of many('十个人的小公司用哪款客户管理系统好？')) {
      expect(count(proseOf(answer), traditionalOnly)).toBe(0);
      expect(count(proseOf(answer), simplifiedOnly)).toBeGreaterThan(10);
    }
    for (const answer of many(traditional)) {
      expect(count(proseOf(answer), simplifiedOnly)).toBe(0);
      expect(count(proseOf(answer), traditionalOnly)).toBeGreaterThan(10);
    }
  });
});

describe('a question', () => {
  it('is known also where the adapter has put words around it', () => {
    expect(simulator.resolve(`${english}\n\n(The person asking is in Germany.)`)).toMatchObject({
      intent: 'agency-crm',
      stage: 'consideration',
      wording: english,
    });
  });

  it('that is unknown is an intent of its own, in consideration', () => {
    const one = simulator.resolve('what about fax machines?');
    expect(one.stage).toBe('consideration');
    expect(one.intent).not.toBe(simulator.resolve('what about pagers?').intent);
  });
});
