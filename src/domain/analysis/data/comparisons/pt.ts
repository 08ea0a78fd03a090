import {
  gappedSplitRules,
  byWord,
  splitRules,
  contrastRules,
  type LanguageComparisons,
  type Lexicon,
  romance,
  rule,
  choiceRules,
  turnRules,
  whole,
} from './comparison-rule.ts';

const lexicon: Lexicon = {
  good: '(?:melhor(?:es)?|superior(?:es)?|mais [a-záâãàéêíóôõúç-]+|menos (?:car[oa]|complicad[oa]|complex[oa]|problemas|erros))',
  bad: '(?:pior(?:es)?|inferior(?:es)?|mais (?:car[oa]s?|lent[oa]s?|complicad[oa]s?|complex[oa]s?|difícil|difíceis|limitad[oa]s?|pesad[oa]s?|barulhent[oa]s?|problemas|erros)|menos (?!car[oa]|complicad|complex|problemas|erros)[a-záâãàéêíóôõúç-]+)',
  aspects: [
    [/facil|simples|intuitiv|complicad|complex|dificil|usar/, 'facilidade de uso'],
    [/barat|car[oa]|econom|acessivel|preco|custo/, 'preço'],
    [/rapid|lent|velocidade/, 'velocidade'],
    [/confiavel|estavel/, 'confiabilidade'],
    [/complet|poderos|funcion|recurso/, 'recursos'],
  ],
};

const ptWords = romance('(?:(?:do )?que|em comparação com|comparado a|a|à|ao) (?:o |a |os |as )?', 'não|nunca|nem');

export const pt: LanguageComparisons = {
  lexicon,
  articles: '(?<=\\bque )a|a da|o da|a do|o do|as da|os da|o|os|as|um|uma',
  opening: '\\b(?:se|supondo|depende|talvez|caso)\\b',
  within: '\\b(?:poderia|seria|fosse|talvez|pode ser)\\b',
  rules: [
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:custam?|gastam?|consomem?|consome|pesam?) [^\\ue000-\\uf8ff.;:!?]{0,24}?(?:a )?menos (?:do )?que <b:Bs>',
      'a',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:custam?|gastam?|consomem?|consome|pesam?) [^\\ue000-\\uf8ff.;:!?]{0,24}?(?:a )?mais (?:do )?que <b:Bs>',
      'b',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,12}?(?<!não )\\b(?:leva (?:uma )?(?:clara |ligeira )?vantagem|tem (?:uma )?vantagem|está à frente|fica à frente|sai na frente) (?:sobre|d[aoe]|em relação a|em relação ao) ?(?:o |a )?<b:Bs>',
      'a',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:custam?|gastam?|consomem?|pesam?) (?:muito |bem )?menos (?:do )?que (?:o |a )?<b:Bs>',
      'a',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:custam?|gastam?|consomem?|pesam?) (?:muito |bem )?mais (?:do )?que (?:o |a )?<b:Bs>',
      'b',
    ),
    byWord(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,30}?\\bnão (?:é|são|parece|está) tão (?<word>[a-záâãéêíóôõúç]+)(?<aspect>[^\\ue000-\\uf8ff.;,:!?]{0,30}?) (?:quanto|como) (?:o |a )?<b:Bs>',
      {
        ...lexicon,
        good: '^(?!car[oa]|lent[oa]|complicad|complex|difícil|pesad)',
        bad: '^(?:car[oa]|lent[oa]|complicad|complex|difícil|pesad)',
      },
      {},
      true,
    ),
    byWord(
      '<a:Bs>{mid}(?<word>\\b(?:melhor(?:es)?|pior(?:es)?|superior(?:es)?|inferior(?:es)?|mais [a-záâãàéêíóôõúç-]+|menos [a-záâãàéêíóôõúç-]+)){tail} {than}<b:Bs>',
      lexicon,
      ptWords,
    ),
    rule(
      '<a:Bs>{mid}\\b(?:supera|superam|vence|ganha d[aoe]|bate) (?:o |a )?<b:Bs>(?: em (?<aspect>[a-záâãéêíóôõúç ]{3,30}?)(?=[.,;]|$))?',
      'a',
      ptWords,
    ),
    rule(
      '(?<!não )\\b(?:prefiro|preferimos|recomendo|recomendamos|escolha|escolheria) (?:o |a )?<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,20}? (?:a|ao|à|em vez d[aoe]|em lugar d[aoe]|sobre) (?:o |a )?<b:Bs>',
      'a',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,16}?(?<!não )\\b(?:dá (?:um banho|de dez|uma surra|uma aula|um show|de goleada|de lavada)|ganha|leva a melhor|se sai melhor|deixa|bate|derrota|passa por cima|está (?:um passo |anos-luz |bem |muito )?à frente|coloca no bolso|humilha|joga em outra liga)(?: de longe| fácil| com folga| disparado| para trás)? (?:n[oa]|em|d[oa]|de|sobre|a|ao|que|o|do que)? ?<b:Bs>',
      'a',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,16}?\\b(?:não (?:chega|se compara|alcança|consegue|dá conta|está)[^\\ue000-\\uf8ff.;!?]{0,30}?|perde|fica (?:muito |bem )?(?:atrás|devendo|abaixo|para trás)|deixa a desejar (?:perto|em relação)|está (?:um degrau |bem |muito )?(?:abaixo|atrás)) (?:d[oae]|a|ao|à|para|com|perto d[oae]|frente a) ?<b:Bs>',
      'b',
    ),
    rule(
      '(?<!não )\\b(?:eu (?:iria|ficaria|escolheria|compraria|pegaria|optaria)|fique|vá|escolha|opte|prefira|compre|fico|ficaria|iria) (?:com|de|por|em)? ?<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,20}? (?:em vez d[aoe]|ao invés d[aoe]|no lugar d[aoe]|e não|antes d[aoe]|do que|a|ao) ?<b:Bs>',
      'a',
    ),
    byWord(
      '<a:B>(?<=(?!\\k<a>)<b:B>[^.!?]*)[^\\ue000-\\uf8ff.;!?]{0,24}?\\b(?:é|continua sendo|sai|parece) (?:claramente |sem dúvida )?(?:o|a) (?<word>\\b(?:melhor(?:es)?|pior(?:es)?|superior(?:es)?|inferior(?:es)?|mais [a-záâãàéêíóôõúç-]+|menos [a-záâãàéêíóôõúç-]+))(?! que| do mercado)',
      lexicon,
      ptWords,
    ),
    byWord(
      '\\b(?:comparad[oa] (?:com|a|ao|à)|em comparação (?:com|a|ao|à)|frente a|ao lado d[aoe]|diferente d[aoe]|perto d[aoe]) ?<b:Bs>,?[^\\ue000-\\uf8ff.;!?]{0,16}? <a:Bs>{mid}(?<word>\\b(?:melhor(?:es)?|pior(?:es)?|superior(?:es)?|inferior(?:es)?|mais [a-záâãàéêíóôõúç-]+|menos [a-záâãàéêíóôõúç-]+))',
      lexicon,
      ptWords,
    ),
    rule(
      '\\b(?:diferente d[oae]|ao contrário d[oae]|diferentemente d[oae]) ?<b:Bs>,? <a:Bs> (?:não (?:exige|requer|precisa|cobra|obriga|trava|custa)|se aprende|é (?:fácil|simples|intuitiv|rápid|grátis|gratuit)|oferece|inclui|permite|funciona)',
      'a',
    ),
    ...contrastRules(lexicon, {
      mid: ptWords.mid,
      word: '(?<word>\\b(?:melhor(?:es)?|pior(?:es)?|superior(?:es)?|inferior(?:es)?|mais [a-záâãàéêíóôõúç-]+|menos [a-záâãàéêíóôõúç-]+))',
      than: 'que|do que|quanto|como',
      but: 'enquanto|mas|já|porém|e|ao passo que',
    }),
    ...splitRules(
      'ganha|vence|lidera|leva vantagem|se destaca|é melhor|é superior|sai na frente|brilha',
      'em|n[oa]s?',
      'e|enquanto|mas|já',
    ),
    ...gappedSplitRules('em|no|na|nos|nas|quanto ao?', 'ganha|vence|lidera|leva vantagem|se destaca'),
    rule('\\b(?:entre) <a:B> (?:e|ou) <b:B>,? [^\\ue000-\\uf8ff.;!?]{0,24}?(?:fico com|escolho|prefiro|recomendo) \\k<a>', 'a'),
    rule('\\b(?:entre) <b:B> (?:e|ou) <a:B>,? [^\\ue000-\\uf8ff.;!?]{0,24}?(?:fico com|escolho|prefiro|recomendo) \\k<a>', 'a'),
    ...choiceRules('entre', 'e|ou', 'fico com|ficaria com|escolho|escolheria|prefiro|recomendo|vou de|iria de|levo|compraria'),
    ...turnRules({
      but: whole('mas|porém|contudo|no entanto'),
      although: whole('embora|apesar de|ainda que'),
      choose: whole(
        '(?:prefiro|preferimos|escolho|escolheria|recomendo|recomendamos|fico com|ficaria com|opto por|optaria por|a minha escolha (?:é|vai para))',
      ),
    }),
  ],
};
