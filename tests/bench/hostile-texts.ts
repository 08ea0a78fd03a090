/** Texts that nobody writes, by what they repeat. Each takes the wanted number of UTF-16 units. */
export const hostileTexts: Readonly<Record<string, (size: number) => string>> = {
  'opening brackets': repeated('['),
  'closing brackets': repeated(']'),
  parentheses: repeated('('),
  'links without ends': repeated('[]('),
  'link ends': repeated(']('),
  'brackets in brackets': (size) => '['.repeat(size / 2) + ']'.repeat(size / 2),
  'one letter': repeated('a'),
  'nested lists': numbered((i) => `${' '.repeat(i % 80)}- item\n`),
  'lists ever deeper': numbered((i) => `${' '.repeat(i % 2000)}- Samsung\n`),
  'one alias': repeated('Samsung '),
  'one alias a line': repeated('Samsung\n'),
  'one alias a list item': repeated('1. Samsung\n'),
  'one alias a sentence': repeated('Samsung. '),
  'one alias joined up': repeated('SamsungSony'),
  'two aliases in turn': repeated('Samsung Sony '),
  'two aliases in cells': repeated('| Samsung | Sony |\n'),
  'an ordinary word': repeated('Target '),
  'an ordinary word a line': repeated('Apple\n'),
  'a Chinese alias': repeated('小米'),
  'a Chinese alias a line': repeated('小米\n'),
  'a Korean alias': repeated('삼성이 '),
  preferences: repeated('Samsung is better than Sony. '),
  'unfinished preferences': repeated('Samsung better than '),
  negations: repeated("couldn't find information about Samsung "),
  'combining marks': repeated('e\u0301\u0301\u0301'),
  'combining marks alone': repeated('\u0301'),
  backticks: repeated('`'),
  'backticks in lines': repeated('`a\n'),
  fences: repeated('```\n~~~\n'),
  pipes: repeated('|'),
  tables: repeated('|a|b|\n'),
  'lines of dashes': repeated(`${'-'.repeat(60)} words. Samsung is the best. `),
  'quotation marks': repeated('"'),
  'quotes in depth': repeated('> '),
  'zero-width characters': repeated('\u200b'),
  'a zero-width character a letter': repeated('a\u200b'),
  ampersands: repeated('&'),
  entities: repeated('&amp;'),
  'entities without ends': repeated('&amp'),
  'halves of pairs': repeated('\ud800'),
  emoji: repeated('😀'),
  controls: repeated('\0'),
  'bidi controls': repeated('\u202e'),
  newlines: repeated('\n'),
  spaces: repeated(' '),
  'one address': (size) => `https://a.com/${'a'.repeat(size)}`,
  'one address with parameters': (size) => `https://a.com/?${'a=b&'.repeat(size / 4)}`,
  'addresses without end': repeated('http://'),
  addresses: numbered((i) => `https://www.site${i}.com/page/${i}?utm_source=x `),
  definitions: numbered((i) => `[${i}]: https://a.com/${i}\n`),
  'full stops': repeated('a.'),
  tags: repeated('<a '),
  'source markers': repeated('【'),
  'source labels': repeated('(Source: '),
  emphasis: repeated('**a** '),
  headings: repeated('# '),
  numbers: repeated('1. '),
  colons: repeated('a: '),
  backslashes: repeated('\\['),
  ligatures: repeated('ﷺ'),
};

function repeated(unit: string): (size: number) => string {
  return (size) => unit.repeat(Math.ceil(size / unit.length));
}

function numbered(unit: (i: number) => string): (size: number) => string {
  return (size) => {
    const parts: string[] = [];
    for (let i = 0, length = 0; length < size; i++) length += (parts[i] = unit(i)).length;
    return parts.join('');
  };
}
