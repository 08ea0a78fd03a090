import { labelNouns } from './data/grammar-words.ts';
import type { FoundMention } from './mentions.ts';
import { lineAt, lineKind } from './structure.ts';
import type { Workspace } from './workspace.ts';

/** How far around an item its list is looked at. */
const mostSiblings = 4;

/** What heads the other items of the list that `offset` heads an item of: other brands of the panel, labels of a plan, or anything else. */
export function createSiblingReader(
  { text, structure }: Workspace,
  mentions: readonly (readonly FoundMention[])[],
): (offset: number, brand: string) => 'brands' | 'labels' | 'other' {
  const { lines } = structure;
  const heads = new Map<number, string>();
  for (const list of mentions) {
    for (const { start, pattern } of list) {
      const line = lineAt(lines, start);
      if (start - (lines.contents[line] as number) <= 4) heads.set(line, pattern.brand);
    }
  }
  return (offset, brand) => {
    const own = lineAt(lines, offset);
    let siblings: 'labels' | 'other' = 'other';
    for (let line = Math.max(0, own - mostSiblings); line < lines.count && line <= own + mostSiblings; line++) {
      if (line === own || lines.kinds[line] !== lines.kinds[own] || lines.kinds[line] === lineKind.paragraph) continue;
      const head = heads.get(line);
      if (head !== undefined && head !== brand) return 'brands';
      const content = lines.contents[line] as number;
      const first = /^\p{L}+/u.exec(text.slice(content, content + 20))?.[0] ?? '';
      if (labelNouns.has(first.toLowerCase())) siblings = 'labels';
    }
    return siblings;
  };
}
