import { sentencePattern } from '../../sentence-pattern.ts';

export const pl: readonly RegExp[] = [
  sentencePattern(
    '\\b(?:nie|brak)\\b[^.,;\\ue000-\\uf8ff]{0,30}?(?:informacj[a-z]*|danych|wynik[a-z]*|wzmian[a-z]*)[^.,;\\ue000-\\uf8ff]{0,20}?(?:o|na temat|dotyczac[a-z]+|zwiazan[a-z]+ z) (?:firmie |marce |marki |firmy )*<names:Bs>',
  ),
  sentencePattern('\\bnie (?:znam|slyszalem o|slyszalam o|kojarze) (?:firmy |marki )?<names:Bs>'),
  sentencePattern(
    '<names:Bs>[a-z]{0,3} nie (?:jest|zostal[a-z]*|pojawia|wystepuje)[^.,;\\ue000-\\uf8ff]{0,20}?(?:wymienion|wspomnian|wyniki|wynikach|zrodlach|sie)',
  ),
  sentencePattern('\\bnie (?:[a-z]+ ){0,4}?(?:informacji|danych|wynikow|wzmianki)(?: [a-z]+){0,3}? (?:o|na temat|dotyczacych) <names:Bs>'),
];
