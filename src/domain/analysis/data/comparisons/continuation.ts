import { foldSource } from './comparison-rule.ts';

/**
 * How the rest of a sentence goes on about the two that it compared: `but` joins it, `which` makes the second its subject; what says
 * that its subject is `ahead` or `behind` without a comparative; `than` stands before the other's name. `marks`: a word that makes an
 * adjective a comparative, where the adjective itself does not change; `it`: a pronoun for the one that is compared with.
 */
type Source = { but: string; which?: string; ahead: string; behind: string; than: string; not: string; it: string; marks?: string };
export type Continuation = Record<'but' | 'ahead' | 'behind' | 'than' | 'not' | 'it', RegExp> & {
  which: RegExp | null;
  marks: RegExp | null;
};

const latin = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${foldSource(words)})(?!\\p{L})`, 'u');
const dense = (words: string): RegExp => new RegExp(foldSource(words), 'u');

function compile(source: Source, read: (words: string) => RegExp): Continuation {
  const { but, which, ahead, behind, than, not, it, marks } = source;
  return {
    but: read(but),
    ahead: read(ahead),
    behind: read(behind),
    than: new RegExp(`(?:${foldSource(than)}) ?$`, 'u'),
    not: read(not),
    it: read(it),
    which: which === undefined ? null : read(which),
    marks: marks === undefined ? null : read(marks),
  };
}

export const continuations: Readonly<Record<string, Continuation>> = {
  en: compile(
    {
      but: 'but|though|although|while|whereas|yet|however|albeit|even if',
      which: 'which|who',
      ahead:
        'instead|(?:is|are|would be) (?:the one (?:i|to|we)|what i|my pick|my choice)|(?:costs?|charges?) (?:[a-z]+ ){0,2}(?:half|a third|a fraction|less)|half the (?:price|cost)|a (?:third|fraction) of the (?:price|cost)|wins|leads|comes out ahead|pulls ahead|has the edge|(?:beats|outperforms|outshines|surpasses|tops) (?:it|them)|ahead of it|strikes back|hits back|fights back',
      behind:
        "costs? (?:far |much |a lot |significantly |considerably |slightly )?more|costs? (?:twice|double)|twice (?:the price|as expensive|as much)|double the price|(?:not|n't) (?:quite |nearly )?as [a-z-]+|falls? (?:short|behind)|trails|lags behind|loses(?: out)?|can't match|cannot match",
      than: 'than|to|over|with',
      not: "not|n't|never|no|hardly",
      it: '(?:beats|outperforms|outshines|surpasses|tops|than|ahead of|behind|short of|to|match|beat) (?:it|them)',
    },
    latin,
  ),
  de: compile(
    {
      but: 'aber|jedoch|dafür|während|wohingegen|allerdings|doch|hingegen|dagegen|obwohl|wenngleich|obgleich',
      which: 'das wiederum|der wiederum|die wiederum',
      ahead:
        'kostet (?:aber |dafür |nur |etwa |rund )*(?:die hälfte|halb so viel|weniger|ein drittel)|halb so teuer|zum halben preis|liegt vorn|hat die nase vorn|punktet|gewinnt|führt|übertrifft (?:ihn|sie|es)|schlägt (?:ihn|sie|es)',
      behind:
        'kostet (?:aber |auch |dafür |etwas |deutlich |viel )*(?:mehr|das doppelte|doppelt so viel)|doppelt so (?:teuer|viel)|nicht (?:ganz )?so [a-z]+|hinkt hinterher|fällt zurück|zieht den kürzeren|verliert',
      than: 'als|gegenüber|wie',
      not: 'nicht|kein|keine|kaum|nie',
      it: '(?:übertrifft|schlägt|als) (?:ihn|sie|es|dieser|dieses|diese)',
    },
    latin,
  ),
  es: compile(
    {
      but: 'pero|aunque|mientras que|mientras|sin embargo|en cambio|si bien|a cambio',
      which: 'que a su vez|que en cambio',
      ahead:
        '(?:cuesta|vale) (?:la mitad|menos)|la mitad de(?: caro| precio)?|gana|lidera|(?:la|lo|le) (?:supera|gana|aventaja)|lleva ventaja|sale ganando',
      behind:
        '(?:cuesta|vale) (?:el doble|más|bastante más|mucho más)|el doble de car[oa]|no es tan [a-z]+|se queda (?:corta?|atrás)|pierde',
      than: 'que|a|frente a',
      not: 'no|ni|nunca|tampoco',
      it: '(?:la|lo|le) (?:supera|gana|aventaja)',
    },
    latin,
  ),
  fr: compile(
    {
      but: "mais|tandis que|alors que|en revanche|cependant|toutefois|bien qu'il|bien que|même si",
      ahead:
        "coûte (?:deux fois moins|la moitié|moins)(?: cher)?|moitié moins cher|deux fois moins cher|l'emporte|gagne|(?:le|la|les) (?:dépasse|devance|surpasse)|a l'avantage",
      behind: "coûte (?:plus cher|deux fois plus|le double|davantage)|deux fois plus cher|n'est pas aussi [a-z]+|reste en retrait|perd",
      than: 'que|à|de',
      not: "pas|jamais|ne|n'",
      it: '(?:le|la|les) (?:dépasse|devance|surpasse)',
    },
    latin,
  ),
  it: compile(
    {
      but: 'ma|però|mentre|tuttavia|anche se|sebbene|invece|in compenso',
      ahead: '(?:costa|vale) (?:la metà|meno)|la metà del prezzo|vince|(?:lo|la|li) (?:supera|batte)|è in vantaggio',
      behind: '(?:costa|vale) (?:il doppio|di più)|il doppio del prezzo|non è (?:così|altrettanto) [a-z]+|resta indietro|perde',
      than: 'di|del|della|a',
      not: 'non|né|mai',
      it: '(?:lo|la|li) (?:supera|batte)',
    },
    latin,
  ),
  pt: compile(
    {
      but: 'mas|porém|enquanto|embora|no entanto|já|em compensação|contudo',
      ahead: 'custa (?:a metade|metade|menos)|metade do preço|ganha|vence|leva vantagem|(?:a|o) supera|sai na frente',
      behind: 'custa (?:o dobro|mais)|o dobro do preço|não é tão [a-z]+|fica (?:atrás|para trás)|perde',
      than: 'que|a|do que|da|do',
      not: 'não|nunca|nem',
      it: '(?:a|o) supera|a supera',
    },
    latin,
  ),
  nl: compile(
    {
      but: 'maar|terwijl|echter|hoewel|al',
      ahead: 'kost (?:de helft|minder)|half zo duur|wint|heeft de overhand|(?:verslaat|overtreft) (?:hem|het|ze)',
      behind: 'kost (?:meer|het dubbele|twee keer zo veel)|(?:twee keer|dubbel) zo duur|niet zo [a-z]+|blijft achter|verliest',
      than: 'dan',
      not: 'niet|geen|nooit',
      it: '(?:verslaat|overtreft) (?:hem|het|ze)',
    },
    latin,
  ),
  zh: compile(
    {
      but: '但是|不过|然而|可是|只是|反而|虽然|但|可|却|而',
      ahead:
        '更胜一筹|略胜|胜一筹|完胜|便宜(?:不少|很多|一半|得多|多了|许多|一些|点)|(?:更)?占优|胜出|(?:有|占)优势|胜在|赢在|反超|超过它|胜过它|扳回一',
      behind: '贵(?:不少|很多|一倍|得多|多了|许多|一些|一点)|(?:没|没有|不)那么|不如|不及|逊色|稍逊|略逊|输在|落后',
      than: '比|较',
      not: '不(?!少|错)|没|无',
      it: '[过比][它他她者]|后者|前者',
      marks: '更|好多|多了|比较|一些|不少|许多|得多|一点|稍|略|还要',
    },
    dense,
  ),
  ja: compile(
    {
      but: 'ですが|ますが|だが|一方で|一方|ものの|けれど|しかし|反面|が、',
      ahead: '半額|リード|優位|勝[るりっ]|軍配|上回|(?:に|で)分があ',
      behind: '及び?ま|及ば|劣[るりっ]|負け|かなわ|敵わ|見劣り|後れ|ほど(?:は|では)(?:な|あり)',
      than: 'より',
      not: 'ない|なく|ません',
      it: 'それより|これより',
      marks: 'より|ほう|方が|もっと|さらに',
    },
    dense,
  ),
  ko: compile(
    {
      but: '지만|하지만|반면|그러나|는데',
      ahead: '절반 가격|앞서|앞선|우세|우위|능가|이긴',
      behind: '못 미치|뒤처|떨어지|밀리|뒤진|부족',
      than: '보다',
      not: '않|못|없|안 ',
      it: '그보다',
      marks: '더|덜|훨씬',
    },
    dense,
  ),
};
