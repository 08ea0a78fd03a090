import { describedBy, sentencePattern } from '../../sentence-pattern.ts';

const words = {
  which: describedBy(
    'mit|ohne|von|vom|für|aus|zu|zum|zur|in|im|an|am|auf|bei|beim|nach|als|wie|gegen|zwischen|über|unter|vor|neben|außer|durch|um|und|oder|aber|dass|ob|wann|warum|wo|was|welche|welcher|wer|ist|sind|war|hat|haben|besser|bessere|günstiger|ähnlich|ähnliche',
  ),
  noun: '(?:informationen|infos|angaben|daten|details|ergebnisse|hinweise|treffer|quellen|einträge|erwähnung(?:en)?|belege|bewertungen|erkenntnisse|(?:erfahrungs|test)?berichte|kenntnisse|unterlagen|fakten|auskünfte)',
  /** Not of one side of it only: "Zum Preis von Acme habe ich nichts gefunden". */
  whole: '(?<!\\b(?:zum|zur|den|die|das|der|dem|keine|an|am) [a-zäöüß]{2,30} )',
  fill: '(?:(?:die|der|das|dem|den|einer?|einem|marke|firma|unternehmen|produkt|anbieter|namens|"|\\*)[\\s"*]*){0,5}',
};

export const de: readonly RegExp[] = [
  sentencePattern(
    `\\b(?:keine|keinerlei|nichts|nicht genügend|nicht genug)(?: [a-z-]+){0,3}? {noun}(?: [a-z]+){0,3}? (?:über|zu|zur|zum|von|auf|bezüglich|für) {which}<names:Bs>`,
    words,
  ),
  sentencePattern(
    `{whole}\\b(?:über|zu|zur|zum|von|für) {which}<names:Bs>"?~(?:keine|keinerlei|nichts)(?: [a-z-]+){0,3}? ?(?:{noun}|gefunden|finden|bekannt|sagen)`,
    words,
  ),
  sentencePattern(`\\bnichts (?:über|zu|von) {which}<names:Bs>"? (?:gefunden|finden|bekannt)`, words),
  sentencePattern(
    `\\bkein[a-z]* (?:[a-zäöüß]+ )?(?:anbieter|hersteller|marke|firma|unternehmen|produkt|tool|dienst|händler|shop|software)[a-z]* {fill}<names:Bs>"? (?:bekannt|geläufig|gefunden|finden)`,
    words,
  ),
  sentencePattern(`<names:Bs>"? (?:ist|sind) mir (?:leider )?(?:nicht|un) ?bekannt`, words),
  sentencePattern(`\\b(?:kenne|kennen)(?: [a-z]+){0,2}? {fill}<names:Bs>"? (?:leider )?nicht`, words),
  sentencePattern(`\\bmit {fill}<names:Bs>"?(?: [a-z]+){0,3} nicht vertraut|\\bnicht mit {fill}<names:Bs>"? vertraut`, words),
  sentencePattern(
    `<names:Bs>"? (?:wird|werden|wurde|wurden|taucht|ist|sind|kommt|erscheint|konnte)(?: [a-z-]+){0,8}? nicht (?:erwähnt|genannt|aufgeführt|gefunden|gelistet|auf$|vor$|enthalten|auf[.,]|vor[.,])`,
    words,
  ),
  sentencePattern(
    `\\b(?:konnte|kann|habe|konnten|finde|fand)(?: [a-z]+){0,3}? {fill}<names:Bs>"?(?: [a-z]+){0,6}? nicht (?:finden|gefunden|ausfindig)`,
    words,
  ),
  sentencePattern(
    `\\b(?:wird|werden|wurde|wurden|taucht|kommt|erscheint|ist|finde ich|konnte ich) <names:Bs>"?(?: [a-z-]+){0,6}? nicht (?:erwähnt|genannt|aufgeführt|gefunden|gelistet|auf\\b|vor\\b|enthalten|finden)`,
    words,
  ),
  sentencePattern(
    `\\bnichts (?:über|zu|von) {which}<names:Bs>|\\b(?:keine|keinerlei) {noun}~(?:vor|verfügbar|vorhanden)~(?:über|zu|zur|zum|von) {which}<names:Bs>`.replace(
      '<names:Bs>|',
      '<Bs>|',
    ),
    words,
  ),
  sentencePattern(
    '(?:der name|die marke|die firma|das unternehmen|das produkt|der anbieter)? ?<names:Bs>"? (?:sagt|sagen) mir (?:leider |persönlich )?(?:nichts|gar nichts|überhaupt nichts)',
    words,
  ),
  sentencePattern(
    '{whole}\\b(?:von|über|zu) {which}<names:Bs>"? (?:habe|haben|hab) (?:ich|wir) (?:noch |bisher |leider )*(?:nie|nichts|noch nie)(?: etwas)? ?(?:gehört|gelesen|gefunden|vorliegen)',
    words,
  ),
  sentencePattern('\\bnoch nie (?:etwas )?(?:von|über) {which}<names:Bs>"? gehört', words),
  sentencePattern(
    '\\b(?:zu|über|von) {which}<names:Bs>"? (?:liegen|liegt|gibt|finden|existieren|fehlen)(?: [a-z]+){0,4}? (?:keine|keinerlei|nichts|jegliche)(?: [a-z-]+){0,3}? ?(?:{noun}|vor|belastbares|auffindbares|verwertbares)',
    words,
  ),
  sentencePattern(
    '\\b(?:weder|keine der) [^.;]{0,40}(?:quellen|tests|listen|ratgeber|artikel|berichte)[^.;]{0,20}(?:nennt|nennen|erwähnt|erwähnen|führt|listet) {which}<names:Bs>',
    words,
  ),
  sentencePattern(
    '<names:Bs>"? (?:taucht|erscheint|wird|steht|kommt|findet)(?: [a-z]+){0,2}? (?:in|auf|von) keine[rmns]?(?: [a-z]+){0,4}? (?:quelle|liste|vergleich|test|artikel|ergebnis|ratgeber|ranking|bericht|verzeichnis)[a-z]*',
  ),
  sentencePattern(
    '\\bnicht (?:bestätigen|überprüfen|verifizieren|feststellen|nachvollziehen),? (?:dass|ob) (?:es )?{fill}<names:Bs>"?(?: [a-z]+){0,4}? (?:gibt|existiert)',
    words,
  ),
  sentencePattern(
    '(?:namens|mit (?:dem )?namen|unter dem namen|genannt) "?<names:Bs>"? (?:scheint|gibt|existiert|ist|konnte|lässt)[^.;\\ue000-\\uf8ff]{0,30}?(?:nicht|kein)',
    words,
  ),
  sentencePattern(
    '<names:Bs>"? (?:scheint|existiert|gibt|dürfte)(?: [a-z]+){0,4}? nicht(?: zu)? ?(?:existier[a-z]*|geben|real|$|(?=[.,;!]))',
    words,
  ),
  sentencePattern(
    '{whole}\\b(?:zu|über|von) {which}<names:Bs>"? (?:leider |bisher |derzeit )*(?:nichts|keine (?:aussagen?|auskunft|angaben?|einschätzung|bewertung|informationen))(?: [a-z]+){0,2}? ?(?:sagen|geben|machen|berichten|treffen|finden|liefern)',
    words,
  ),
  sentencePattern('\\b(?:kein|keine|keinen|keiner) (?:[a-zäöüß-]+ ){0,3}(?:namens|mit (?:dem )?namen|unter dem namen) "?<names:Bs>', words),
  sentencePattern('\\b(?:weiß|weiss|wissen)(?: [a-z]+){0,2}? (?:nichts|nicht viel) (?:über|von|zu) {which}<names:Bs>', words),
  sentencePattern(
    '\\b(?:unklar|nicht sicher|nicht klar|weiß nicht|weiss nicht),? (?:was|wer|ob) (?:es )?(?:genau )?{fill}<names:Bs>"? (?:ist|sind|überhaupt|gibt|existiert|anbietet)',
    words,
  ),
  sentencePattern(
    '<names:Bs>"? (?:ist|war) (?:mir |uns )?(?:leider |völlig |gänzlich )?(?:unbekannt|kein begriff|nicht geläufig)(?! (?:im|in|bei)\\b)',
    words,
  ),
  sentencePattern(
    '\\bnichts(?: [a-zäöüß]+es)? (?:über|zu) ["„“*]*<names:Bs>["“*]*(?: [a-z]+){0,2}? (?:herausfinden|finden|herausbekommen|in erfahrung bringen|ermitteln|herausgefunden|gefunden|entdecken)',
    words,
  ),
  sentencePattern(
    '\\bin keine[rnm] (?:der |dieser |meiner |von )?(?:[a-zäöüß]+ ){0,2}?(?:findet sich|taucht|wird|kommt|steht|fand sich|fand ich|finde ich|erscheint|erwähnt) ["„“*]*<names:Bs>(?!["“*]* (?:besser|schlechter|empfohlen|gelobt|kritisiert))',
    words,
  ),
];
