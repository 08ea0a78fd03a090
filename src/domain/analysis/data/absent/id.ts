import { sentencePattern } from '../../sentence-pattern.ts';

export const id: readonly RegExp[] = [
  sentencePattern(
    '\\btidak (?:[a-z]+ ){0,4}?(?:informasi|data|hasil)(?: [a-z]+){0,4}? (?:tentang|mengenai|untuk) (?:merek |perusahaan )*<names:Bs>',
  ),
  sentencePattern(
    '\\btidak (?:[a-z]+ ){0,2}?(?:menemukan|mengetahui|mengenal|familiar dengan|tahu)(?: [a-z]+){0,2}? (?:tentang |mengenai |soal )?(?:merek |perusahaan )*<names:Bs>',
  ),
  sentencePattern(
    '<names:Bs> (?:tampaknya |sepertinya |kemungkinan )?tidak (?:ada|dikenal|ditemukan|disebutkan)(?=[.,;!]|$| (?:di|dalam)\\b)',
  ),
  sentencePattern(
    '<names:Bs> (?:tidak|tak|belum) (?:pernah )?(?:disebut|disebutkan|dibahas|tercantum|muncul|ditemukan|terdaftar)(?: [a-z]+){0,2}? (?:dalam|di|pada)\\b',
  ),
];
