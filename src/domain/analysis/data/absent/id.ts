import { sentencePattern } from '../../sentence-pattern.ts';

export const id: readonly RegExp[] = [
  sentencePattern(
    '\\btidak (?:[a-z]+ ){0,4}?(?:informasi|data|hasil)(?: [a-z]+){0,4}? (?:tentang|mengenai|untuk) (?:merek |perusahaan )*<names:Bs>',
  ),
];
