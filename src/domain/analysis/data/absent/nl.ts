import { sentencePattern } from '../../sentence-pattern.ts';

export const nl: readonly RegExp[] = [
  sentencePattern(
    '\\b(?:geen|niets|niet genoeg)(?: [a-z]+){0,3}? (?:informatie|gegevens|details|resultaten|vermelding(?:en)?|bronnen)(?: [a-z]+){0,3}? (?:over|van|voor|gevonden over) (?:het |de |merk |bedrijf )*<names:Bs>',
  ),
  sentencePattern(
    '\\bover (?:het |de |merk )*<names:Bs>~(?:geen|niets)(?! (?:klachten|problemen|nadelen|negatieve|bijzonderheden))(?: [a-z]+){0,3}? ?(?:informatie|gegevens|gevonden|vinden|bekend)',
  ),
  sentencePattern('\\bniet bekend met (?:het |de |merk )*<names:Bs>|\\bken <names:Bs> niet'),
  sentencePattern('\\b(?:nooit|nog nooit|niet) (?:gehoord|eerder gehoord)(?: [a-z]+)? (?:van|over) (?:het |de |merk |bedrijf )*<names:Bs>'),
  sentencePattern(
    '\\b(?:van|over) (?:het |de |merk |bedrijf )*<names:Bs> (?:heb ik|is mij|weet ik|kon ik|vond ik)[^.;\\ue000-\\uf8ff]{0,20}(?:nooit|niets|geen|niet)',
  ),
  sentencePattern('<names:Bs>"? (?:zegt mij|zegt me) niets|"? (?:is|wordt) (?:mij )?(?:onbekend|nergens (?:genoemd|vermeld))'),
  sentencePattern('<names:Bs>"? (?:ken|herken) ik (?:helaas )?niet'),
  sentencePattern('<names:Bs>"? (?:lijkt |blijkt )?(?:niet )(?:te )?besta'),
  sentencePattern('<names:Bs>"? bestaat (?:voor zover ik weet |waarschijnlijk |blijkbaar )?niet'),
  sentencePattern('\\bgeen [a-z]+ (?:met de naam|genaamd|onder de naam|die) (?:het |de )?"?<names:Bs>'),
  sentencePattern(
    '\\b(?:van|over) (?:het |de |merk |bedrijf )*<names:Bs>,? (?:heb|ken|weet|vind|vond|kan) ik[^.;\\ue000-\\uf8ff]{0,24}(?:geen (?:informatie|gegevens|details)|niets)',
  ),
];
