import { byWord, type ComparisonRule, type Lexicon } from './comparison-rule.ts';

type Frame = { source: string; bad: string };

/** Who says "unlike B, A …" tells of a merit of A, unless the rest names what nobody wants. */
const frames: Readonly<Record<string, Frame>> = {
  en: {
    source:
      '\\b(?:unlike|in contrast to|as opposed to) <b:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?,? <a:Bs>(?<word>[^\\ue000-\\uf8ff.;:!?]{4,70})',
    bad: "\\b(?:lacks?|no|(?:is|are|has|have|does|do|can|will) ?n[o']?t (?!need|require|charge|lock|force|make|nag|break|lag|slow|crash|cost|ask|hide|drain|overheat|bury|freeze)|cannot|can't|charges|locks|limits|costs|requires|forces|struggles|fails|only|still|misses|hides|loses|makes you|caps|bills|drops|ignores|is (?:a|an|the|based|owned|listed|aimed|focused|priced|sold|mainly|primarily|also))\\b",
  },
  de: {
    source:
      '\\b(?:anders als|im gegensatz zu|im unterschied zu) <b:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?,? [^\\ue000-\\uf8ff.;:!?,]{1,24}? <a:Bs>(?<word>[^\\ue000-\\uf8ff.;:!?]{4,70})',
    bad: '\\b(?:fehlt|fehlen|keine? |nicht (?!auf|aus)|kostet|verlangt|nur|schwächelt|ohne|leider|teuer|langsam|ein |eine |börsennotiert|hat seinen sitz)\\b',
  },
  es: {
    source: '\\b(?:a diferencia de|al contrario que|en contraste con) <b:Bs>,? <a:Bs>(?<word>[^\\ue000-\\uf8ff.;:!?]{4,70})',
    bad: '\\b(?:carece|no (?!requiere|exige|necesita|cobra|obliga|falla|se cuelga|cuesta|pide)|cobra|cuesta|exige|limita|falla|solo|sin|es (?:una|un|de)|lento|caro)\\b',
  },
  fr: {
    source: "\\b(?:contrairement à|à la différence de|à l'inverse de) <b:Bs>,? <a:Bs>(?<word>[^\\ue000-\\uf8ff.;:!?]{4,70})",
    bad: "\\b(?:manque|ne (?!necessite|demande|facture|requiert|plante|coute|impose)|n'a pas|facture|coute|exige|limite|seulement|sans|est (?:un|une)|lent|cher)\\b",
  },
  it: {
    source: '\\b(?:a differenza di|al contrario di) <b:Bs>,? <a:Bs>(?<word>[^\\ue000-\\uf8ff.;:!?]{4,70})',
    bad: '\\b(?:manca|non (?!richiede|necessita|costa|obbliga|fa pagare|si blocca)|costa|richiede|limita|solo|senza|e (?:un|una)|lento|caro)\\b',
  },
  pt: {
    source:
      '\\b(?:diferente d[oae]|ao contrário d[oae]|diferentemente d[oae]) ?<b:Bs>,? (?:[oa] )?<a:Bs>(?<word>[^\\ue000-\\uf8ff.;:!?]{4,70})',
    bad: '\\b(?:carece|nao (?!exige|requer|precisa|cobra|obriga|trava|custa)|cobra|custa|exige|limita|so|apenas|sem|e (?:um|uma)|lento|caro)\\b',
  },
  zh: {
    source:
      '(?:(?:与|和|跟)<b:Bs>(?:不同|不一样)(?:的是)?|不像<b:Bs>(?:那样|那么)?[^，。；\\ue000-\\uf8ff]{0,14})[，,]?<a:Bs>(?<word>[^。；！？\\ue000-\\uf8ff]{3,40})',
    bad: '缺|没有(?!广告)|不(?!需要|用|会|收|仅|但)|仅|只(?!要|需)|贵|慢|难|差|限制|收费|是一家|总部|成立',
  },
  ja: {
    source: '<b:Bs>(?:と違って|とは違い|と違い|と異なり|とは異なり|とは対照的に)[、,]?<a:Bs>(?<word>[^。！？\\ue000-\\uf8ff]{4,50})',
    bad: 'ない|ません(?!か)|高い|遅|難し|有料|不便|のみ|だけ|本社|設立',
  },
  ko: {
    source: '<b:Bs>(?:와는?|과는?) (?:달리|다르게),? ?<a:Bs>(?<word>[^.!?\\ue000-\\uf8ff]{4,60})',
    bad: '없|않|못|비싸|느리|어렵|유료|불편|뿐|본사|설립',
  },
};

/** @returns nothing for a language whose frame is not known */
export function unlikeRules(language: string, lexicon: Lexicon): ComparisonRule[] {
  const frame = frames[language];
  return frame === undefined ? [] : [byWord(frame.source, { ...lexicon, good: '.', bad: `${lexicon.bad}|${frame.bad}` })];
}
