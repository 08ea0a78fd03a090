import { choiceRules, type ComparisonRule, rule, whole } from './comparison-rule.ts';

/** How one takes one of two, or one in another's place, or prefers one: words in front of the chosen name, and in front of the other. */
type Frame = { between: string; and: string; take: string; instead?: string; prefer?: string; over?: string };

const frames: Readonly<Record<string, Frame>> = {
  en: {
    between: 'between|of|to|from',
    and: 'and|or',
    take: "pick|choose|take|get|buy|go for|go with|opt for|start with|stick with|try|would be|it's|i'd say|favou?r|prefer",
    instead: 'rather than|instead of',
    prefer: 'ranks?|ranked|rates?|rated|places?|puts?',
    over: 'above|ahead of|over',
  },
  de: {
    between: 'zwischen|von',
    and: 'und|oder',
    take: 'nehmen sie|nimm|wählen sie|wähle|greifen sie zu|greif zu|kaufen sie|kauf|kaufe|entscheiden sie sich für|ist|bleibt|setze auf|setzen sie auf|rate ich zu|raten wir zu|tendiere ich zu',
    instead: 'statt|anstatt|anstelle von|statt zu|anstatt zu',
  },
  es: {
    between: 'entre',
    and: 'y|e|o|u',
    take: 'elige|elija|escoge|compra|compre|opta por|opte por|quédate con|quédese con|ve a por|apuesta por|coge|toma|mejor|yo iría a por|yo me quedo con|me decanto por|me decantaría por|me inclino por|compraría|contrataría|yo elegiría|escogería',
    instead: 'en lugar de|en vez de|antes que|más que',
    prefer: 'prefiero|preferimos|preferiría|prefieren',
    over: 'a|antes que|sobre',
  },
  fr: {
    between: 'entre',
    and: 'et|ou',
    take: 'prenez|prends|choisissez|choisis|optez pour|opte pour|achetez|achète|privilégiez|préférez|misez sur|partez sur|tournez-vous vers|je pencherais pour|je partirais sur|je miserais sur',
    instead: 'plutôt que|au lieu de|à la place de',
    prefer: 'je préfère|préférer|nous préférons|préfèrent',
    over: 'à|au',
  },
  it: {
    between: 'tra|fra',
    and: 'e|o|ed',
    take: 'prendi|prenda|prendete|scegli|scelga|scegliete|compra|opta per|optate per|punta su|puntate su|meglio|opterei per|io prenderei|andrei su|andrei su',
    instead: 'invece di|anziché|piuttosto che|al posto di',
    prefer: 'preferisco|preferirei|preferiamo|preferiscono',
    over: 'a|al|alla|rispetto a',
  },
  pt: {
    between: 'entre',
    and: 'e|ou',
    take: 'escolha|escolhe|compre|prefira|opte por|opte pela|opte pelo|fique com|vá de|aposte em|melhor|eu ficaria com|eu iria de|optaria por|eu escolheria|eu compraria',
    instead: 'em vez de|ao invés de|em lugar de',
    prefer: 'prefiro|preferimos|preferiria|preferem',
    over: 'a|ao|à|do que',
  },
  nl: {
    between: 'tussen|van',
    and: 'en|of',
    take: 'kies|neem|koop|ga voor|ga dan voor|kies dan|kies voor|kies dan voor|neem dan',
    instead: 'in plaats van',
    prefer: 'zou|kies|verkies|prefereer|prefereren|kiezen',
    over: 'kiezen boven|verkiezen boven|nemen boven|boven',
  },
  ru: {
    between: 'между|из',
    and: 'и|или',
    take: 'берите|возьмите|выбирайте|выберите|покупайте|лучше взять|лучше выбрать|стоит взять|стоит выбрать|купите',
    instead: 'вместо',
  },
  pl: {
    between: 'między|pomiędzy|spośród|z',
    and: 'a|i|oraz|lub|albo',
    take: 'wybierz|weź|kup|postaw na|lepiej wybrać|lepiej wziąć|lepiej kupić|wybrałbym|wybrałabym|wziąłbym|kupiłbym|postawiłbym na|polecam',
    instead: 'zamiast',
  },
};

const gap = (most: number): string => `[^\\ue000-\\uf8ff.;!?]{0,${most}}?`;

const below = rule(
  `${whole('ranks?|ranked|rates?|rated|places?|puts?')}(?: \\p{L}+){0,2}? <a:B> (?:well |far |just )?(?:below|behind|under) <b:B>`,
  'b',
);

/** "If you hesitate between A and B, get A", "instead of B, get A". @returns nothing for a language whose frame is not known */
export function choiceFrames(language: string): ComparisonRule[] {
  const frame = frames[language];
  if (frame === undefined) return [];
  const { between, and, take, instead, prefer, over } = frame;
  const choices = choiceRules(between, and, take);
  if (prefer !== undefined && over !== undefined)
    choices.push({ ...rule(`${whole(prefer)}(?: \\p{L}+){0,3}? <a:B> (?:\\p{L}+ )?${whole(over)} <b:B>`, 'a'), weight: 'choice' });
  if (language === 'en') choices.push(below);
  if (instead === undefined) return choices;
  return [
    ...choices,
    { ...rule(`${whole(instead)} <b:B>\\p{L}{0,2},? ${gap(40)}${whole(take)} (?:\\p{L}{1,5} )?<a:B>`, 'a'), weight: 'choice' },
  ];
}
