import type { Comparison } from './analyze.ts';
import { sentencePattern } from './sentence-pattern.ts';
import type { FoundMention } from './mentions.ts';
import { createRuleGate } from './rule-gate.ts';
import { cellAt, isDelimiterRow, lineAt, lineKind, type Lines } from './structure.ts';
import type { Workspace } from './workspace.ts';

const winnerColumn =
  /^[^\p{L}]*(?:winner|who wins|better(?: choice| option| pick| for)?|edge|advantage|sieger|gewinner|besser|vorteil|ganador|gana|mejor|gagnant|vainqueur|avantage|vencedor|melhor|vantagem|vincitore|vince|migliore|winnaar|wint|победитель|лучше|胜者|胜出|赢家|优胜|更优|更佳|更好|勝者|勝出|贏家|優勝|優勢|勝ち|승자|우위|우세)/iu;

/** A table's column that says who wins each row: the brand there is preferred to the others that the table compares. */
export function winnersOfTables(
  { text, structure }: Workspace,
  mentions: readonly FoundMention[],
  brands: readonly string[],
): Comparison[] {
  const { lines } = structure;
  const found: Comparison[] = [];
  let table: { last: number; column: number; brands: readonly string[] } | null = null;
  for (let i = 0, line = -1; i < mentions.length; i++) {
    const at = lineAt(lines, (mentions[i] as FoundMention).start);
    if (at === line || lines.kinds[at] !== lineKind.table) continue;
    line = at;
    const row = mentions.slice(i, i + mostInRow).filter(({ start }) => start <= (lines.ends[at] as number));
    const head = headOf(text, lines, at);
    if (head === -1) continue;
    if (table === null || table.last !== head) table = columnsOf(text, lines, head, mentions, brands);
    if (table.column === 0 || at === head) continue;
    found.push(...winnersOfRow(text, lines, at, row, table));
  }
  return found;
}

const mostInRow = 12;
const longestTable = 60;

/** The first row of the table that a line is in; -1 if it has none. */
function headOf(text: string, lines: Lines, line: number): number {
  for (let at = line; at >= 0 && line - at < longestTable && lines.kinds[at] === lineKind.table; at--)
    if (isDelimiterRow(text, lines, at + 1)) return at;
  return -1;
}

/** Which column names winners, from 1; 0 if none does. The compared are those of the other columns' heads, else the two of the answer. */
function columnsOf(text: string, lines: Lines, head: number, mentions: readonly FoundMention[], brands: readonly string[]) {
  const content = lines.contents[head] as number;
  const end = lines.ends[head] as number;
  const cells = text.slice(content, end).replace(/^\|/, '').split('|');
  const column = cells.findIndex((cell) => winnerColumn.test(cell)) + 1;
  const heads = new Set(mentions.filter(({ start }) => start >= content && start < end).map(({ pattern }) => pattern.brand));
  return { last: head, column, brands: heads.size >= 2 ? [...heads] : brands.length === 2 ? brands : [] };
}

function winnersOfRow(
  text: string,
  lines: Lines,
  line: number,
  row: readonly FoundMention[],
  { column, brands }: { column: number; brands: readonly string[] },
): Comparison[] {
  const content = lines.contents[line] as number;
  const winners = new Set(row.filter(({ start }) => cellAt(text, content, start) === column).map(({ pattern }) => pattern.brand));
  const [winner] = winners;
  if (winner === undefined || winners.size > 1 || !brands.includes(winner)) return [];
  const end = lines.ends[line] as number;
  const aspect = /^\|?[\s*_]*([^|]{2,60}?)[\s*_]*\|/.exec(text.slice(content, end))?.[1] ?? null;
  return brands.filter((loser) => loser !== winner).map((loser) => ({ winner, loser, aspect, start: content, end }));
}

const declared = [
  sentencePattern(
    '\\b(?:winner|sieger|gewinner|testsieger|ganador|vainqueur|gagnant|vencedor|vincitore|winnaar)[ *_]{0,3}:[ *_]{0,4}<B>[^\\ue000-\\uf8ff]*$',
  ),
  sentencePattern(
    "\\b(?:where|wo|donde|dove|onde|là où) <B>(?:'s)? (?:wins|leads|shines|excels|pulls ahead|comes out ahead|has the edge|is (?:better|stronger)|gewinnt|punktet|vorne liegt|gana|destaca|vince|vence|ganha)\\b",
  ),
  sentencePattern(
    "\\b(?:of|between|out of) (?:the|these|those) two\\b[^\\ue000-\\uf8ff.;!?]{0,24}<B>(?:'s)?(?![^.;!?]{0,40}\\b(?:not|worse|weaker|slower|pricier|louder|costlier|more expensive|less|struggles|lags)\\b)",
  ),
  sentencePattern(
    '\\b(?:von (?:den )?beiden|de l[oa]s dos|entre l[oa]s dos|des deux|entre les deux|tra (?:i|le) due|d[oa]s dois|d[oa]s duas)\\b[^\\ue000-\\uf8ff.;!?]{0,24}<B>[^.;!?]{0,24}\\b(?:besser[ea]?|sicherer|stärker|mejor|meilleure?|migliore|melhor|empfehlen|nehmen|recomiendo|elegiría|choisirais|prendrais|sceglierei|escolheria)\\b',
  ),
  sentencePattern(
    '(?:两者(?:之间|中|相比)|二选一|[2二]つのうち|どちらか(?:選ぶ)?なら|二択なら|둘 중)[^\\ue000-\\uf8ff。！？]{0,14}<B>[^。！？]{0,14}(?:更|选|推荐|胜|好|优|おすすめ|選び|良い|낫|추천|고르)',
  ),
  sentencePattern('(?:胜者|胜出|赢家|优胜|勝者|勝ち|승자)[ *_]{0,3}:[ *_]{0,4}<B>[^\\ue000-\\uf8ff]*$'),
  sentencePattern(
    "^[^\\ue000-\\uf8ff]{2,40}[:-][ *_]{1,4}<B>[ *_]{0,3}(?:(?: clearly| easily| narrowly)? (?:wins|takes (?:it|this (?:one|round))|comes out ahead|has the edge|gewinnt|gana|l'emporte|vince|vence|wint)|胜出|更胜一筹|的勝ち|の勝ち)[^\\p{L}\\ue000-\\uf8ff]*$",
  ),
];
const declaredGate = createRuleGate(declared);

/** "Winner: A", "Price: A wins", in an answer about two: A is preferred to the other. */
export function isDeclaredWinner(marked: string): boolean {
  const missing = declaredGate(marked);
  return declared.some((pattern, index) => {
    if (missing[index] !== 0) return false;
    pattern.lastIndex = 0;
    return pattern.test(marked);
  });
}
