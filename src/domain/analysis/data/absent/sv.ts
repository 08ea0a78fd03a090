import { sentencePattern } from '../../sentence-pattern.ts';

export const sv: readonly RegExp[] = [
  sentencePattern(
    '\\b(?:ingen|inga|inte någon)(?: [a-z]+){0,3}? (?:information|uppgifter|resultat)(?: [a-z]+){0,2}? (?:om|för) <names:Bs>',
  ),
  sentencePattern('\\b(?:känner|kände)(?: [a-z]+)? inte till (?:företaget |märket )?<names:Bs>'),
  sentencePattern('<names:Bs> (?:verkar|tycks|ser ut att) inte (?:finnas|existera)'),
  sentencePattern('\\b(?:har )?(?:aldrig|inte) hört talas om (?:företaget |märket )?<names:Bs>'),
  sentencePattern(
    '\\bom (?:företaget |märket )?<names:Bs> (?:finns|hittade jag|har jag|hittar jag)[^.;\\ue000-\\uf8ff]{0,20}(?:ingen|inga|inget)',
  ),
  sentencePattern(
    '<names:Bs> (?:nämns|omnämns|omtalas|förekommer|finns|tas upp|listas) (?:inte|ej) (?:med )?(?:i|bland|på) (?:någon av |några av |de |dessa |mina |våra |artiklarna|listan)',
  ),
  sentencePattern(
    '\\b(?:ingen|inga|inget) av (?:källorna|artiklarna|testerna|sidorna|dokumenten|texterna)[^.;\\ue000-\\uf8ff]{0,30}(?:nämner|tar upp|omtalar) <names:Bs>',
  ),
];
