/** Whether a folded text holds a folded term as a word of its own, plural or not; in scripts without spaces anywhere. */
export function containsTerm(text: string, term: string): boolean {
  const isSpaced = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u.test(term);
  for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + 1)) {
    if (!isSpaced) return true;
    const before = text.charAt(at - 1);
    const behind = text.slice(at + term.length, at + term.length + 3);
    if (!/[\p{L}\p{N}]/u.test(before) && /^(e?s)?(?![\p{L}\p{N}])/u.test(behind)) return true;
  }
  return false;
}
