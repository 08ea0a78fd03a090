import { describe, expect, test } from 'vitest';
import { createAnalyzer } from '../../../src/domain/analysis/analyze.ts';
import { parsePanel } from '../../../src/domain/analysis/panel.ts';
import { InputError } from '../../../src/errors.ts';

const issuesOf = (json: unknown): string[] => {
  try {
    parsePanel(json);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.issues.map((issue) => `${issue.path}: ${issue.message}`);
  }
};

describe('a panel', () => {
  test('as in the contract is accepted, and the alias object sets the conditions of the name', () => {
    const panel = parsePanel({
      brands: [
        {
          id: 'hubspot',
          name: 'HubSpot',
          own: true,
          aliases: ['HubSpot CRM', { text: 'Hub Spot', caseSensitive: false }],
          domains: ['hubspot.com'],
        },
        {
          id: 'target',
          name: 'Target',
          aliases: [{ text: 'Target', caseSensitive: true, near: ['store'], notNear: ['audience'] }],
          domains: ['target.com'],
        },
      ],
    });
    expect(panel.brands[1]?.aliases).toEqual([{ text: 'Target', caseSensitive: true, near: ['store'], notNear: ['audience'], notIn: [] }]);
    expect(panel.brands[0]?.aliases.map((alias) => alias.text)).toEqual(['HubSpot', 'HubSpot CRM', 'Hub Spot']);
  });

  test('with one alias for two brands, spelt differently, is refused by brand, alias and reason', () => {
    const issues = issuesOf({
      brands: [
        { id: 'a', name: 'Nestlé' },
        { id: 'b', name: 'B', aliases: ['NESTLE', { text: 'B', caseSensitive: true }] },
      ],
    });
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatch(/brand "b", alias "NESTLE".*brand "a"/);
  });

  test.each([
    ['an empty alias', { id: 'a', name: 'A1', aliases: [' '] }, /brand "a", alias "".*empty/],
    ['signs only', { id: 'a', name: '!!' }, /brand "a", alias "!!"/],
    ['a single letter', { id: 'a', name: 'X' }, /alias "X".*single letter/],
    ['a single digit', { id: 'a', name: 'Seven', aliases: ['7'] }, /alias "7".*single/],
    ['a bad domain', { id: 'a', name: 'Acme', domains: ['not a domain'] }, /domain "not a domain"/],
    ['a bare suffix', { id: 'a', name: 'Acme', domains: ['co.uk'] }, /domain "co.uk"/],
    ['an address for a domain', { id: 'a', name: 'Acme', domains: ['https://acme.com/x'] }, /domain/],
    ['an IP address', { id: 'a', name: 'Acme', domains: ['127.0.0.1'] }, /domain/],
    ['a name that is no text', { id: 'a', name: 5 }, /name/],
  ])('with %s is refused', (_name, brand, message) => {
    expect(issuesOf({ brands: [brand] }).join('\n')).toMatch(message);
  });

  test('names everything that is wrong at once', () => {
    expect(
      issuesOf({
        brands: [
          { id: 'a', name: 'X' },
          { id: 'a', name: 'Acme', domains: ['localhost'] },
        ],
      }),
    ).toHaveLength(3);
    expect(issuesOf({ brands: [] }).join()).toMatch(/at least one brand/);
    expect(issuesOf(null)).toHaveLength(1);
  });

  test.each([
    ['Acme®', 'Acme is here, and Acme® too.', ['Acme', 'Acme®']],
    ['Acme™ CRM', 'Acme CRM is here.', ['Acme CRM']],
    ['🍎 Cider', 'Cider is here.', ['Cider']],
    ['X®', 'X is here, and X® too.', ['X®']],
  ])('with a trade mark or an emoji in the name %s finds it without them too', (name, text, mentions) => {
    const analyze = createAnalyzer(parsePanel({ brands: [{ id: 'a', name }] }));
    expect(analyze({ id: 'x', text }).mentions.map((mention) => mention.text)).toEqual(mentions);
  });

  test('keeps the conditions of a name that is given without its trade mark', () => {
    const { brands } = parsePanel({ brands: [{ id: 'a', name: 'Target®', aliases: [{ text: 'Target', caseSensitive: true }] }] });
    expect(brands[0]?.aliases).toMatchObject([{ text: 'Target®' }, { text: 'Target', caseSensitive: true }]);
  });

  test('may have a single letter with a condition', () => {
    expect(
      issuesOf({
        brands: [{ id: 'x', name: 'X', aliases: [{ text: 'X', near: ['Twitter'] }], domains: ['x.com', 'acme.github.io', 'acme.example'] }],
      }),
    ).toEqual([]);
  });
});
