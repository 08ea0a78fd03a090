import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCandidateReader, nameOfVariants } from '../../../src/domain/analysis/brand-candidates.ts';
import { parsePanel } from '../../../src/domain/analysis/panel.ts';

const panelOf = (...names: string[]) => parsePanel({ brands: names.map((name, index) => ({ id: `b${index}`, name })) });
const read = (panel: string[], text: string, urls: string[] = []) =>
  createCandidateReader(panelOf(...panel))({ text, citations: urls.map((url) => ({ url })), language: null });
const names = (panel: string[], text: string) => read(panel, text).map(({ name }) => name);

describe('names beside ours are found', () => {
  test.each([
    ['in a numbered list, without what decorates them', ['Acme'], '1. **Acme CRM** – for teams\n2. **Zoho CRM** – cheap\n3. **Pipedrive**: for sales\n4. [monday.com](https://monday.com) (work OS)', ['Zoho', 'Pipedrive', 'monday.com']],
    ['behind the label of a choice', ['Acme'], '- **Best overall:** Acme\n- **Best for gaming:** [Lenovo Legion 5 Gaming Laptop]() – $799\n- 🥉 **Best budget:** Quillbox – $9', ['Lenovo Legion', 'Quillbox']],
    ['in headings of one level', ['Acme'], '## 1. Acme\n### Pros\nFree.\n## 2. Brightloom\n### Cons\nDear.\n## 3. Zoho\n## Conclusion\nAll good.', ['Brightloom', 'Zoho']],
    ['in a column of a table', ['Acme'], '| Tool | Best for | Price |\n|---|---|---|\n| Acme | Small teams | Free |\n| Zoho CRM | Budget | $14 |\n| Kelviq | Calls | $49 |', ['Zoho', 'Kelviq']],
    ['in the head of a table', ['Acme'], '| Feature | Acme | Zoho CRM | Kelviq |\n|---|---|---|---|\n| Email | Yes | Yes | No |', ['Zoho', 'Kelviq']],
    ['in an enumeration', ['Acme'], 'Tools such as Kelviq, Acme, and Freshsales win. Acme and Brightloom are close.', ['Kelviq', 'Freshsales', 'Brightloom']],
    ['in joined-up text', ['Acme'], 'Top picks: Acme Air Fryer: A good one with two baskets.COSORI 10-in-1 Dual Air Fryer:While smaller, it is fine.', ['COSORI']],
    ['in simplified Chinese', ['纷享销客'], '1. **纷享销客**：适合中大型企业\n2. **销售易**：移动端强\n3. **金蝶云**：财务一体\n4. **Zoho CRM**：便宜', ['销售易', '金蝶', 'Zoho']],
    ['in a Chinese enumeration', ['纷享销客'], '常见的有纷享销客、销售易、神州云动和用友等。', ['销售易', '神州云动', '用友']],
    ['in traditional Chinese', ['小米'], '推薦：\n- 小米手機：性價比高\n- 蘋果：生態好\n- OPPO手機：拍照', ['蘋果', 'OPPO']],
    ['in Japanese', ['キントーン'], '1. **キントーン**：使いやすい\n2. **カオナビ**：人事向け\n3. **楽楽精算**：経費', ['カオナビ', '楽楽精算']],
    ['in German', ['Acme'], '- **Acme** – für große Teams\n- **CentralStationCRM** – einfach\n- **Pipedrive** – Vertrieb', ['CentralStationCRM', 'Pipedrive']],
  ])('%s', (_where, panel, text, expected) => {
    expect(names(panel, text)).toEqual(expected);
  }); // prettier-ignore

  test('by their maker, where the product comes first', () => {
    expect(names(['Acme'], '- **Acme One**\n- **AirBook by Kelviq** – light\n- **Tabula by Brightloom**')).toEqual([
      'Kelviq',
      'Brightloom',
    ]);
  });
});

describe('what is no name is left alone', () => {
  test.each([
    ['features and labels', ['Acme'], '- **Pricing**: Acme is free\n- **Ease of use**: good\n- **Integrations**: many\n- **Customer Support**: slow'],
    ['features beside a brand at the head', ['Acme'], '- **Acme** is free\n- **Email Marketing**\n- **Free Plan**\n- **Key Features**'],
    ['steps', ['Acme'], '1. Open Acme\n2. Go to Settings\n3. Click Integrations\n4. Save'],
    ['places', ['Acme'], 'Acme sells in Germany, France and Japan. Acme, Berlin and London.'],
    ['prices and acronyms', ['Acme'], '| Plan | Acme | API | $25 |\n|---|---|---|---|\n| a | b | c | d |'],
    ['sentences in a list', ['Acme'], '- Acme is good.\n- You should compare prices.\n- Everything depends on your needs.'],
    ['two names with a mere comma', ['Acme'], 'Unlike Zoho, Acme is free.'],
    ['Chinese features', ['纷享销客'], '- **纷享销客**：好\n- **价格**：便宜\n- **数据安全**：重要\n- **易用性**：高\n- **适合中小企业**'],
    ['Chinese advice', ['纷享销客'], '- 纷享销客\n- 適合代理\n- 郵件行銷首選\n- 对小企业来说\n- 预算有限推荐'],
    ['Japanese features', ['キントーン'], '- **キントーン**\n- **サポート**：充実\n- **セキュリティ**：高い\n- **導入コスト**'],
    ['German features', ['Acme'], '- **Acme**\n- **Preis** – ab 20 €\n- **Datenschutz** – DSGVO\n- **Benutzerfreundlichkeit**'],
    ['brands of the panel and their products', ['Acme', 'Zoho'], '1. **Acme**\n2. **Zoho CRM**\n3. **Acme Sales Hub**'],
    ['lists without any brand of ours', ['Acme'], 'Acme is fine.\n\n- **Kelviq**\n- **Zoho**\n- **Pipedrive**'],
    ['code, links and sources', ['Acme'], '1. Acme\n\n```\n1. Acme\n2. Kelviq\n```\n\nSources:\n1. Acme\n2. Brightloom'],
  ])('%s', (_what, panel, text) => {
    expect(names(panel, text)).toEqual([]);
  }); // prettier-ignore

  test('a word that the answer writes small elsewhere', () => {
    const list = '1. **Acme**\n2. **Kelviq**\n3. **Gravel**';
    expect(names(['Acme'], list)).toContain('Gravel');
    expect(names(['Acme'], `${list}\n\nRide on gravel.`)).toEqual(['Kelviq']);
  });
});

describe('a name', () => {
  test('counts once an answer, whatever its spelling', () => {
    const found = read(['Acme'], '1. **Acme**\n2. **ZOHO**\n3. **Nestlé**\n\nAcme, Zoho and Nestle are known.');
    expect(found.map(({ key }) => key)).toEqual(['zoho', 'nestle']);
  });

  test('comes with the line that has it', () => {
    const text = 'Two:\n\n- **Acme** – free\n- **Kelviq** – dear but good\n';
    const [found] = read(['Acme'], text);
    expect(text.slice(found?.start, found?.end)).toContain('Kelviq** – dear but good');
  });

  test('takes the cited domain that bears it, and no other', () => {
    const pages = ['https://www.g2.com/zoho', 'https://zoho.com.evil.example/', 'https://www.zoho.com/crm', 'https://getkelviq.com'];
    const found = read(['Acme'], '- Acme\n- Zoho CRM\n- Kelviq\n- Brightloom', pages);
    expect(found.map(({ name, domain }) => [name, domain])).toEqual([
      ['Zoho', 'zoho.com'],
      ['Kelviq', 'getkelviq.com'],
      ['Brightloom', null],
    ]);
  });

  test('shares its head with the brand’s other products, but not by an everyday word', () => {
    const heads = (text: string) => read(['Acme'], text).map(({ head }) => head);
    expect(heads('- Acme\n- Lenovo Legion\n- Lenovo IdeaPad\n- Blue Buffalo\n- Blue Apron')).toEqual([
      'lenovo',
      'lenovo',
      'blue buffalo',
      'blue apron',
    ]);
  });

  test.each([
    [[['Lenovo Legion', 3], ['Lenovo IdeaPad', 4]], 'Lenovo'],
    [[['Hamilton Beach', 5], ['Hamilton Beach FlexBrew', 2]], 'Hamilton Beach'],
    [[['Zoho', 90], ['Zoho Books', 1]], 'Zoho'],
    [[['Samsung Galaxy', 60], ['Samsung', 1]], 'Samsung Galaxy'],
    [[['ZOHO', 1], ['Zoho', 1], ['Zoho CRM', 1]], 'Zoho'],
    [[['ZOHO', 1], ['Zoho', 1]], 'Zoho'],
  ] as [[string, number][], string][])('of variants %j is %s, in whatever order', (given, name) => {
    const variants = given.map(([variant, answers]) => ({ name: variant, answers }));
    expect([variants, variants.toReversed()].map(nameOfVariants)).toEqual([name, name]);
  }); // prettier-ignore
});

test('any text is read, in time that grows with its length, and each name’s place is inside it', () => {
  const reader = createCandidateReader(panelOf('Acme', '小米'));
  const pieces = fc.constantFrom(
    'Acme',
    '小米',
    'Zoho',
    '、',
    ', ',
    ' and ',
    '\n- ',
    '\n1. ',
    '**',
    '|',
    '\n',
    ': ',
    '[',
    ']',
    '(',
    '是',
    ' – ',
    '\ud800',
    '和',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      for (const { name, key, head, start, end } of reader({ text, citations: [], language: null })) {
        expect(name !== '' && key !== '' && head !== '').toBe(true);
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
  const cpu = (text: string) => {
    const before = process.cpuUsage();
    reader({ text, citations: [], language: null });
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  for (const unit of ['Acme, ', '- Acme\n', 'Acme: A ', '**[', '小米、', 'Aaaa ']) {
    cpu(unit.repeat(500));
    const [short, long] = [Math.min(...[1, 2, 3].map(() => cpu(unit.repeat(500)))), Math.min(...[1, 2].map(() => cpu(unit.repeat(4000))))];
    expect(long / Math.max(short, 3000), unit).toBeLessThan(32);
  }
});
