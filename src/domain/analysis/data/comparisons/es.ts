import {
  gappedSplitRules,
  byWord,
  splitRules,
  contrastRules,
  type LanguageComparisons,
  type Lexicon,
  romance,
  rule,
  turnRules,
  whole,
} from './comparison-rule.ts';

const lexicon: Lexicon = {
  good: '(?:mejor(?:es)?|superior(?:es)?|más [a-záéíóúñ-]+|menos (?:costos[oa]|car[oa]|complicad[oa]|complej[oa]|errores|problemas|pesad[oa]|ruidos[oa]|fallos|confus[oa]))',
  bad: '(?:peor(?:es)?|inferior(?:es)?|más (?:car[oa]s?|costos[oa]s?|lent[oa]s?|complicad[oa]s?|complej[oa]s?|difícil(?:es)?|limitad[oa]s?|pesad[oa]s?|ruidos[oa]s?|confus[oa]s?|frágil(?:es)?|problemas|errores|fallos|quejas|básic[oa]s?|débil(?:es)?|engorros[oa]s?)|menos (?!costos|car[oa]|complicad|complej|errores|problemas|pesad|ruidos|fallos|confus)[a-záéíóúñ-]+)',
  aspects: [
    [/facil|sencill|intuitiv|complicad|complej|dificil|usar|uso/, 'facilidad de uso'],
    [/barat|car[oa]|econom|asequible|precio|cost/, 'precio'],
    [/rapid|lent|velocidad/, 'velocidad'],
    [/fiable|confiable|estable/, 'fiabilidad'],
    [/segur/, 'seguridad'],
    [/flexib|personaliz/, 'flexibilidad'],
    [/soporte|atencion/, 'soporte'],
    [/complet|potente|funcion/, 'funciones'],
    [/bateria/, 'batería'],
  ],
};

const esWords = romance('(?:que|en comparación con|frente a|a) (?:el |la |los |las )?', 'no|nunca|ni|tampoco');

export const es: LanguageComparisons = {
  lexicon,
  articles: 'la de|el de|las de|los de|la del|el del|el|la|los|las|un|una|al',
  opening: '\\b(?:si(?! (?:tuviera|hubiera|tengo|hay|he|hubiese|tuviese) )|suponiendo|depende|quizás?|tal vez|no está claro|acaso)\\b',
  supposed: '\\bsi <B>[^\\ue000-\\uf8ff,.;]{0,24}?\\b(?:fuera|fuese|tuviera|tuviese|pudiera|ofreciera|bajara|mejorara)\\b',
  within: '\\b(?:podría|podrían|sería|fuera|fuese|quizás?|tal vez|puede que|puede ser)\\b',
  rules: [
    rule('<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,12}? antes que (?:(?:en|con|a|de|por) )?<b:Bs>', 'a'),
    rule(
      '<a:Bs>(?![^\\ue000-\\uf8ff.;:!?]*\\bno\\b)[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:se (?:deprecia|desgasta|rompe|avería|estropea|calienta|descarga|devalúa|cuelga|degrada)n?|pierden?|fallan?|envejecen?)\\b[^\\ue000-\\uf8ff.;:!?]{0,16}?más (?:rápido|rápidamente|pronto|a menudo|fácilmente|deprisa|veces)[^\\ue000-\\uf8ff.;:!?]{0,12}? que <b:Bs>',
      'b',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?(?<!no )\\b(?:cuesta|cuestan|cobra|vale|gasta|gastan|consume|consumen|pesa) [^\\ue000-\\uf8ff.;:!?]{0,24}?menos que <b:Bs>',
      'a',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?(?<!no )\\b(?:cuesta|cuestan|cobra|vale|gasta|gastan|consume|consumen|pesa) [^\\ue000-\\uf8ff.;:!?]{0,24}?más que <b:Bs>',
      'b',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,12}?(?<!no )\\b(?:(?:le )?(?:saca|lleva|gana) (?:mucha |cierta |una clara |bastante )?(?:ventaja|terreno)|está (?:muy |un paso )?por (?:encima|delante)|va (?:un paso )?por delante|tiene ventaja) (?:a|sobre|de|respecto a|frente a) <b:Bs>',
      'a',
    ),
    rule('<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,12}?\\b(?:va|está|queda) (?:muy |un paso )?por (?:debajo|detrás) de <b:Bs>', 'b'),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,16}?\\bno (?:está|llega|queda)[^\\ue000-\\uf8ff.;!?]{0,10}? (?:a la altura|al nivel) de <b:Bs>',
      'b',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?(?<!no )\\b(?:cuesta|cuestan|cobra|vale|gasta|gastan|consume|consumen|pesa) (?:mucho |bastante |algo )?menos que <b:Bs>',
      'a',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?(?<!no )\\b(?:cuesta|cuestan|cobra|vale|gasta|gastan|consume|consumen|pesa) (?:mucho |bastante |algo )?más que <b:Bs>',
      'b',
    ),
    byWord(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,30}?\\bno (?:es|son|resulta|parece|está|ofrece|tiene) (?:una? )?tan (?<word>[a-záéíóúñ]+)(?<aspect>[^\\ue000-\\uf8ff.;,:!?]{0,30}?) como <b:Bs>',
      {
        ...lexicon,
        good: '^(?!car[oa]|lent[oa]|complicad|complej|difícil|pesad|ruidos|cost|mal)',
        bad: '^(?:car[oa]|lent[oa]|complicad|complej|difícil|pesad|ruidos|cost|mal)',
      },
      {},
      true,
    ),
    byWord(
      '<a:Bs>{mid}(?<word>\\b(?:mejor(?:es)?|peor(?:es)?|superior(?:es)?|inferior(?:es)?|más [a-záéíóúñ-]+|menos [a-záéíóúñ-]+)){tail} {than}<b:Bs>',
      lexicon,
      esWords,
    ),
    rule(
      '<a:Bs>{mid}\\b(?:supera|superan|vence|gana|aventaja|sobrepasa) (?:a |al |claramente a )?(?:la |el )?<b:Bs>(?: en (?<aspect>[a-záéíóúñ ]{3,30}?)(?=[.,;]|$))?',
      'a',
      esWords,
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,20}?\\b(?:pierde (?:frente a|contra)|queda (?:por )?detrás de|se queda (?:corto|corta|atrás) (?:frente a|respecto a)|es superad[oa] por|va por detrás de) <b:Bs>',
      'b',
    ),
    rule(
      '(?<!no )\\b(?:prefier[oae]n?|preferimos|preferiría|recomiendo|recomendamos|elige|elegiría|elija|escoge)(?: a| usar)? <a:Bs>[^\\ue000-\\uf8ff.;!?]{0,20}? (?:antes que|a|sobre|en lugar de|en vez de|por encima de|frente a) (?:la |el )?<b:Bs>',
      'a',
    ),
    byWord(
      '\\b(?:en comparación con|comparad[oa] con|a diferencia de|frente a) <b:Bs>,? <a:Bs>{mid}(?<word>\\b(?:mejor|peor|más [a-záéíóúñ-]+|menos [a-záéíóúñ-]+))',
      lexicon,
      esWords,
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,16}?(?<!no )\\b(?:le da (?:mil |cien |tres |varias )?vueltas|le (?:gana|saca|pasa)[^\\ue000-\\uf8ff.;!?]{0,24}?|se impone|saca los colores|deja (?:muy )?atrás|deja en evidencia|pasa por encima|arrasa|le come la tostada|está a años luz|juega en otra liga(?: que)?|va varios pasos por delante|va un paso más allá|bate|derrota|destrona|eclipsa|desbanca|supera con creces|gana la partida|gana por goleada)(?: con (?:creces|claridad|holgura))? (?:a|sobre|frente a|de|que) <b:Bs>',
      'a',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,20}?\\b(?:no (?:le )?(?:llega|alcanza|puede|consigue|logra|da la talla)[^\\ue000-\\uf8ff.;!?]{0,36}?|no (?:está|juega) en la (?:misma )?liga|se queda (?:muy |bastante )?(?:atrás|corto|corta|lejos)(?: en [^\\ue000-\\uf8ff.;!?]{2,24}?)?|tiene (?:mucho )?que envidiar|tiene mucho que aprender|está (?:un escalón |un paso |muy )?por debajo|va a la zaga|palidece|sale perdiendo|no puede competir|no aguanta la comparación) (?:a|de|con|frente a|ante|al lado de|respecto a|que|junto a) <b:Bs>',
      'b',
    ),
    rule(
      '(?<!no )\\b(?:me quedo con|me quedaría con|quédate con|yo iría a por|iría a por|elegiría|escogería|optaría por|opta por|apostaría por|apuesta por|compraría|mejor) <a:Bs>[^\\ue000-\\uf8ff.;!?]{0,20}? (?:antes que|en lugar de|en vez de|y no|por encima de|frente a|que|sobre) (?:por |con )?<b:Bs>',
      'a',
    ),
    rule(
      '\\b(?:en lugar de|en vez de|antes que) <b:Bs>,?[^\\ue000-\\uf8ff.;!?]{0,40}?\\b(?:elige|elegiría|compra|recomiendo|apuesta por|opta por|mejor|quédate con|usa|escoge) <a:Bs>',
      'a',
    ),
    byWord(
      '<a:B>(?<=(?!\\k<a>)<b:B>[^.!?]*)[^\\ue000-\\uf8ff.;!?]{0,24}?\\b(?:es|resulta|sigue siendo|parece|sale) (?:sin duda |claramente )?(?:el|la|lo) (?<word>\\b(?:mejor(?:es)?|peor(?:es)?|superior(?:es)?|inferior(?:es)?|más [a-záéíóúñ-]+|menos [a-záéíóúñ-]+))(?! que| de todos| del mercado)',
      lexicon,
      esWords,
    ),
    byWord(
      '\\b(?:comparad[oa] con|en comparación con|frente a|al lado de|a diferencia de|junto a) <b:Bs>,?[^\\ue000-\\uf8ff.;!?]{0,16}? <a:Bs>{mid}(?<word>\\b(?:mejor(?:es)?|peor(?:es)?|superior(?:es)?|inferior(?:es)?|más [a-záéíóúñ-]+|menos [a-záéíóúñ-]+))',
      lexicon,
      esWords,
    ),
    byWord(
      '(?<word>\\b(?:mejor(?:es)?|peor(?:es)?|superior(?:es)?|inferior(?:es)?|más [a-záéíóúñ-]+|menos [a-záéíóúñ-]+))[^\\ue000-\\uf8ff.;:!?]{0,36}? (?:con|en|de) <a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,16}? que (?:con|en|de) <b:Bs>',
      lexicon,
      esWords,
    ),
    rule(
      '\\b(?:a diferencia de|frente a|al contrario que|en contraste con) <b:Bs>,? <a:Bs> (?:no (?:requiere|exige|necesita|cobra|obliga|falla|se cuelga|cuesta|pide)|se aprende|se configura|es (?:fácil|sencill|intuitiv|rápid|barat|gratis|gratuit)|ofrece|incluye|permite|cuenta con|funciona)',
      'a',
    ),
    ...contrastRules(lexicon, {
      mid: esWords.mid,
      word: '(?<word>\\b(?:mejor(?:es)?|peor(?:es)?|superior(?:es)?|inferior(?:es)?|más [a-záéíóúñ-]+|menos [a-záéíóúñ-]+))',
      than: 'que|de lo que|como',
      but: 'mientras(?: que)?|pero|en cambio|aunque|y',
    }),
    ...splitRules(
      'gana|lidera|destaca|va por delante|es superior|es mejor|brilla|se impone|es más fuerte|lleva ventaja|manda',
      'en|por',
      'y|mientras que|pero',
    ),
    ...gappedSplitRules('en(?: cuanto a)?|por|respecto al?', 'gana|lidera|destaca|vence|manda|se impone|sale ganando|lleva ventaja'),
    rule('\\b(?:entre) <a:B> (?:y|o) <b:B>,? [^\\ue000-\\uf8ff.;!?]{0,24}?(?:me quedo con|elijo|elegiría|prefiero|recomiendo) \\k<a>', 'a'),
    rule('\\b(?:entre) <b:B> (?:y|o) <a:B>,? [^\\ue000-\\uf8ff.;!?]{0,24}?(?:me quedo con|elijo|elegiría|prefiero|recomiendo) \\k<a>', 'a'),
    rule(
      '\\b(?:más que|antes que|en lugar de|en vez de) <b:B>, (?:lo que|la que|el que)[^\\ue000-\\uf8ff.;!?]{0,50}?\\b(?:recomiendo|recomendaría|elegiría|prefiero|conviene|aconsejo)[^\\ue000-\\uf8ff.;!?]{0,40}?\\bes <a:B>',
      'a',
    ),
    ...turnRules({
      but: whole('pero|sin embargo|no obstante|aun así'),
      although: whole('aunque|si bien|a pesar de que'),
      choose: whole(
        '(?:prefiero|preferimos|preferiría|me quedo con|nos quedamos con|me quedaría con|elijo|elegiría|elegimos|recomiendo|recomendamos|recomendaría|escojo|escogería|compraría(?: en)?|contrataría|iría a|opto por|optaría por|mi (?:elección|favorit[oa]|preferid[oa]) es)',
      ),
    }),
  ],
};
