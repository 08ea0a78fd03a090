import { sentencePattern } from '../../sentence-pattern.ts';

export const cs: readonly RegExp[] = [
  sentencePattern(
    '\\b(?:ne[a-zěřůčšžýáíéúň]+|žádné)(?: [a-zěřůčšžýáíéúň]+){0,3}? (?:informace|informací|údaje|údajů|výsledky)(?: [a-zěřůčšžýáíéúň]+){0,2}? (?:o|k) (?:společnosti |firmě |značce |produktu )?<names:Bs>',
  ),
  sentencePattern(
    '\\bo (?:společnosti |firmě |značce |produktu )?<names:Bs> (?:jsem |jsme |se )?(?:ne[a-zěřůčšžýáíéúň]+)(?: mi)?(?: [a-zěřůčšžýáíéúň]+){0,2}? ?(?:informace|informací|údaje|nic)',
  ),
  sentencePattern('\\b(?:neznám|neznáme|neslyšel jsem o|neslyšela jsem o) (?:společnost |firmu |značku |společnosti |značce )?<names:Bs>'),
  sentencePattern('<names:Bs> (?:zřejmě |pravděpodobně |asi )?neexistuje'),
];
