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
  sentencePattern(
    '\\b(?:nigdy )?nie (?:slyszalem|slyszalam|slyszalismy|spotkalem sie|spotkalam sie|trafilem|trafilam)(?: [a-z]+){0,2}? (?:o|z|na) (?:firmie |marce |marka |firma )?<names:Bs>',
  ),
  sentencePattern(
    '\\b(?:o|na temat) (?:firmie |marce |marki |firmy )?<names:Bs>[a-z]{0,3} (?:nic nie (?:wiem|wiadomo|znalaz)|nie (?:mam|znalaz|ma)[^.;\\ue000-\\uf8ff]{0,20}(?:informac|danych))',
  ),
  sentencePattern('\\bnic nie (?:wiem|wiadomo|znalazlem|znalazlam) (?:o|na temat) (?:firmie |marce |marki )?<names:Bs>'),
  sentencePattern('<names:Bs>[a-z]{0,3} (?:prawdopodobnie |chyba |najwyraźniej )?nie istniej[a-z]+'),
  sentencePattern(
    '\\bnie (?:ma|istnieje|znam|znalazlem|znalazlam)(?: [a-z]+){0,2}? (?:firm[a-z]+|mark[a-z]+|produkt[a-z]*|narzedzi[a-z]*)(?: o nazwie| pod nazwa)? <names:Bs>',
  ),
  sentencePattern(
    '\\bbrak (?:[a-z]+ ){0,3}?(?:informacj[a-z]*|danych|wzmianek|wynikow)(?: [a-z]+){0,3}? (?:o|na temat|dotyczacych|dla|w sprawie) (?:firmie |marce |marki |firmy )?<names:Bs>',
  ),
  sentencePattern('\\bnie (?:jestem|jestesmy) (?:zaznajomion[a-z]+|zapoznan[a-z]+) z <names:Bs>'),
  sentencePattern('<names:Bs>[a-z]{0,3} (?:nie jest mi znan[a-z]+|jest mi nieznan[a-z]+|nic mi nie mowi)'),
];
