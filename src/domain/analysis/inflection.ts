/** Folded Cyrillic names that are adjectives (Касперский), and those whose last vowel falls out (Перекрёсток, в Перекрёстке). */
export const adjective = /^\p{Script=Cyrillic}{4,}(?:ий|ыи|ый|ии|ои|ой)$/u;
export const fleeting = /^\p{Script=Cyrillic}{4,}[тнрлпсц](?:ок|ек)$/u;

/** What stays of a folded name whose ending changes with its case: Пятёрочк-а, Касперск-ий, Κωτσόβολ-ος, Żabk-a, and Żabc-e, Розетц-і, Перекрёстк-е. */
export function inflectedStems(folded: string): string[] {
  if (/^\p{Script=Greek}{5,}$/u.test(folded)) {
    const stem = folded.replace(/(?:ος|οσ|ης|ησ|ας|ασ|α|η|ο)$/, '');
    return stem.length >= 4 ? [stem] : [folded];
  }
  if (adjective.test(folded)) return [folded.slice(0, -2)];
  if (fleeting.test(folded)) return [`${folded.slice(0, -2)}к`];
  if (/^\p{Script=Cyrillic}{3,} \p{Script=Cyrillic}{4,}$/u.test(folded)) return phraseStems(folded);
  if (!/^(?:\p{Script=Cyrillic}{4,}[аяоеыи]|[a-z]{3,}a)$/u.test(folded)) return [];
  const stem = folded.slice(0, -1);
  if (stem.endsWith('к')) return [stem, `${stem.slice(0, -1)}ц`];
  return stem.endsWith('k') ? [stem, `${stem.slice(0, -1)}c`] : [stem];
}

/** Endings of the first word of a name of two: of a noun (Почта России), an adjective (Нова Пошта, Вкусная Точка). */
const firstEndings: readonly [RegExp, readonly string[]][] = [
  [/ая$/u, ['ая', 'ой', 'ую', 'ою']],
  [/ое$/u, ['ое', 'ого', 'ому', 'ым', 'ом']],
  [/(?<=[^аоуыиеі])а$/u, ['а', 'ы', 'и', 'і', 'е', 'у', 'ой', 'ою', 'оі', 'ій', 'іи']],
];

/** Both words change: Нова Пошта, в Новій Пошті. */
function phraseStems(folded: string): string[] {
  const [first = '', last = ''] = folded.split(' ');
  const found = firstEndings.find(([ending]) => ending.test(first));
  const stem = last.replace(/[аяоеыи]$/u, '');
  if (stem === last) return [];
  if (found === undefined) return [`${first} ${stem}`];
  const [ending, forms] = found;
  return forms.map((form) => `${first.replace(ending, form)} ${stem}`);
}
