import { sentencePattern } from '../../sentence-pattern.ts';

export const sv: readonly RegExp[] = [
  sentencePattern(
    '\\b(?:ingen|inga|inte någon)(?: [a-z]+){0,3}? (?:information|uppgifter|resultat)(?: [a-z]+){0,2}? (?:om|för) <names:Bs>',
  ),
];
