import { compile, type Continuation, dense, latin } from './continued.ts';
import { moreContinuations } from './continuation-more.ts';

export const continuations: Readonly<Record<string, Continuation>> = {
  en: compile(
    {
      but: 'but|though|although|while|whereas|yet|however|albeit|even if',
      which: 'which|who',
      ahead:
        'instead|(?:is|are|would be) (?:the one (?:i|to|we)|what i|my pick|my choice)|(?:costs?|charges?) (?:[a-z]+ ){0,2}(?:half|a third|a fraction|less)|half the (?:price|cost)|a (?:third|fraction) of the (?:price|cost)|wins|leads|comes out ahead|pulls ahead|has the edge|(?:beats|outperforms|outshines|surpasses|tops) (?:it|them)|ahead of it|strikes back|hits back|fights back|for (?:a fraction|half|a third|far less|much less)|(?:takes?|in) half the time|a (?:step|cut|notch|class|level) (?:up|above)|the (?:better|safer|smarter|stronger|wiser) (?:bet|choice|pick|option|buy|fit|value)|does (?:a|an) (?:[a-z]+ )?better job|(?:[$€£]\\d+|a (?:few|couple of) (?:dollars|euros|pounds)|\\d+ (?:dollars|euros|percent|%)) (?:less|cheaper)|gets the nod|takes the crown|has the upper hand|has (?:a|the) (?:[a-z]+ )?(?:lead|advantage)|comes out on top',
      behind:
        "costs? (?:far |much |a lot |significantly |considerably |slightly )?more|costs? (?:twice|double)|twice (?:the price|as expensive|as much)|double the price|(?:not|n't) (?:quite |nearly )?as [a-z-]+|falls? (?:short|behind)|trails|lags behind|loses(?: out)?|can't match|cannot match|(?:not|n't) (?:[a-z]+ ){0,4}(?:quite |nearly |half )?as (?:well|good|long|far|fast|much|many|easily|often|smoothly|reliably)|(?:costs?|charges?|asks?|runs?|is|are) (?:[a-z]+ ){0,2}(?:[$€£]\\d+|a (?:few|couple of) (?:dollars|euros|pounds)|\\d+ (?:dollars|euros|percent|%)) (?:more|extra|pricier)|charges? (?:far |much |a lot |slightly )?more|pills? sooner|wears? out (?:sooner|faster)|second fiddle|comes? (?:in )?second|a (?:step|notch) (?:down|below)|bolted on|nowhere near",
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
        'kostet (?:aber |dafür |nur |etwa |rund )*(?:die hälfte|halb so viel|weniger|ein drittel)|halb so teuer|zum halben preis|liegt vorn|hat die nase vorn|punktet|gewinnt|führt|übertrifft (?:ihn|sie|es)|schlägt (?:ihn|sie|es)|zum bruchteil|für (?:die hälfte|weniger geld)|in der halben zeit|ist (?:klar |deutlich |in beiden punkten )?überlegen|die (?:bessere|klügere|sicherere) wahl|macht das besser|hat die oberhand|eine klasse (?:besser|darüber)|setzt sich (?:klar )?durch|liegt vor[n]?',
      behind:
        'kostet (?:aber |auch |dafür |etwas |deutlich |viel )*(?:mehr|das doppelte|doppelt so viel)|doppelt so (?:teuer|viel)|nicht (?:ganz )?so [a-z]+|hinkt hinterher|fällt zurück|zieht den kürzeren|verliert|(?:kostet|verlangt|nimmt|berechnet)(?: [a-zäöüß0-9%€]+){0,6} mehr(?= geld|[ ,.]*$)|(?:kostet|verlangt) (?:fast |rund |etwa |gut )?(?:das doppelte|doppelt|das dreifache|das fünffache)|kommt (?:da )?nicht (?:ganz )?(?:mit|heran|ran)|liegt zurück|ist (?:klar |deutlich )?unterlegen|kann (?:da )?nicht mithalten|bleibt zurück|schneidet schlechter ab|preise liegen (?:oft |meist )?(?:höher|darüber)',
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
        '(?:cuesta|vale) (?:la mitad|menos)|la mitad de(?: caro| precio)?|gana|lidera|(?:la|lo|le) (?:supera|gana|aventaja)|lleva ventaja|sale ganando|por (?:la mitad|menos dinero|mucho menos)|se impone|sale (?:más )?a cuenta|va un paso por delante|está un escalón por encima|lleva la delantera|por delante|es superior|la (?:opción|elección) más (?:segura|sensata)|sale ganando',
      behind:
        '(?:cuesta|vale) (?:el doble|más|bastante más|mucho más)|el doble de car[oa]|no es tan [a-z]+|se queda (?:corta?|atrás)|pierde|sale (?:algo |bastante |mucho |un poco )?más car[oa]|(?:cuesta|cobra|vale|pide) (?:casi |unos? |hasta )?(?:[\\w%€$]+ ){0,3}más|no llega a(?:l)? (?:nivel|tanto)|va por detrás|es inferior|sale perdiendo|se queda a medias',
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
        "coûte (?:deux fois moins|la moitié|moins)(?: cher)?|moitié moins cher|deux fois moins cher|l'emporte|gagne|(?:le|la|les) (?:dépasse|devance|surpasse)|a l'avantage|pour (?:moitié prix|deux fois moins|une fraction|bien moins)|est (?:nettement |clairement )?supérieure?|prend l'avantage|fait mieux|s'en sort mieux|un cran au-dessus|le (?:meilleur|plus sûr) choix|a (?:une longueur d'avance|le dessus)|reste devant|s'impose",
      behind:
        "coûte (?:plus cher|deux fois plus|le double|davantage)|deux fois plus cher|n'est pas aussi [a-z]+|reste en retrait|perd|coûte (?:bien |nettement |un peu |beaucoup )?plus(?: cher)?|facture (?:bien |nettement )?plus|un cran en dessous|est inférieure?|fait moins bien|s'en sort moins bien|n'arrivent? pas à la cheville|ne (?:tient|tiennent) pas la comparaison|est à la traîne|reste derrière",
      than: 'que|à|de',
      not: "pas|jamais|ne|n'",
      it: '(?:le|la|les) (?:dépasse|devance|surpasse)',
    },
    latin,
  ),
  it: compile(
    {
      but: 'ma|però|mentre|tuttavia|anche se|sebbene|invece|in compenso',
      ahead:
        '(?:costa|vale) (?:la metà|meno)|la metà del prezzo|vince|(?:lo|la|li) (?:supera|batte)|è in vantaggio|per (?:metà prezzo|molto meno)|un gradino sopra|è superiore|fa meglio|ha la meglio|si impone|è avanti|una marcia in più',
      behind:
        "(?:costa|vale) (?:il doppio|di più)|il doppio del prezzo|non è (?:così|altrettanto) [a-z]+|resta indietro|perde|costa (?:molto |un po' |decisamente )?di più|costi più alti|un gradino sotto|è inferiore|fa peggio|non regge il confronto|è indietro",
      than: 'di|del|della|a',
      not: 'non|né|mai',
      it: '(?:lo|la|li) (?:supera|batte)',
    },
    latin,
  ),
  pt: compile(
    {
      but: 'mas|porém|enquanto|embora|no entanto|já|em compensação|contudo',
      ahead:
        'custa (?:a metade|metade|menos)|metade do preço|ganha|vence|leva vantagem|(?:a|o) supera|sai na frente|pela metade do preço|por bem menos|é superior|faz melhor|leva a melhor|sai ganhando|está um passo à frente|um degrau acima',
      behind:
        'custa (?:o dobro|mais)|o dobro do preço|não é tão [a-z]+|fica (?:atrás|para trás)|perde|perde (?:feio|de longe)|custa (?:bem |muito |um pouco )?mais|sai (?:bem |um pouco )?mais caro|é inferior|fica (?:devendo|em desvantagem)|um degrau abaixo|some[m]? em',
      than: 'que|a|do que|da|do',
      not: 'não|nunca|nem',
      it: '(?:a|o) supera|a supera',
    },
    latin,
  ),
  nl: compile(
    {
      but: 'maar|terwijl|echter|hoewel|al',
      ahead:
        'kost (?:de helft|minder)|half zo duur|wint|heeft de overhand|(?:verslaat|overtreft) (?:hem|het|ze)|voor de helft(?: van de prijs)?|voor veel minder|is superieur|doet het beter|een klasse beter|springt eruit|de betere keuze',
      behind:
        'kost (?:meer|het dubbele|twee keer zo veel)|(?:twee keer|dubbel) zo duur|niet zo [a-z]+|blijft achter|verliest|kost (?:veel |flink |iets )?meer|doet het slechter|kan niet tippen|een stap terug|legt het af',
      than: 'dan',
      not: 'niet|geen|nooit',
      it: '(?:verslaat|overtreft) (?:hem|het|ze)',
      marks:
        '(?!(?:over|onder|achter|gebruiker|klanten|maar|weer|later|eerder|computer|server|printer|aanbieder|ander|ieder|zonder|verder|echter|winnaar|hier|daar|waar|zeer|keer|nummer)(?!\\p{L}))[a-z]{3,}(?:er|ere)|meer|minder',
    },
    latin,
  ),
  zh: compile(
    {
      but: '但是|不过|然而|可是|只是|反而|虽然|但|可|却|而',
      ahead:
        '更胜一筹|略胜|胜一筹|完胜|便宜(?:不少|很多|一半|得多|多了|许多|一些|点)|(?:更)?占优|胜出|(?:有|占)优势|胜在|赢在|反超|超过它|胜过它|扳回一|省心多了|靠谱多了|一半的?价[格钱]|半价就能|(?:略|稍|更)占上风|略占优势|更值得|更(?:稳|靠谱|划算|省心|实惠|合适|耐用|好用|流畅|专业|安静|舒服|方便|便宜)|技高一筹|棋高一着|高出一截|领先|甩开|碾压|更大方|(?:投|选).{0,4}一票',
      behind:
        '贵(?:不少|很多|一倍|得多|多了|许多|一些|一点)|(?:没|没有|不)那么|不如(?!先|买|选|用|直接|上|入|去|换|试)|不及|逊色|稍逊|略逊|输在|落后|贵出(?:一大截|不少|一截)|(?:要|得)贵|差(?:一截|远了|得多|不少|一些|点意思)|略输一筹|稍差|差强人意|跟不上|被甩开|望尘莫及|矮一头|吃亏',
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
      ahead:
        '半額|リード|優位|勝[るりっ]|軍配|上回|(?:に|で)分があ|一枚上手|頭一つ抜け|一歩リード|に軍配|有利で|上手です|圧勝|半分の(?:値段|価格)|ほうが(?:安|良|い[いく]|優|豊富|便利|速|早|使いやす|快適|丈夫|静か|軽|お得|充実|有利|上)|方が(?:安|良|い[いく]|優|豊富|便利|速|早|使いやす|快適|丈夫|静か|軽|お得|充実|有利|上)',
      behind:
        '及び?ま|及ば|劣[るりっ]|負け|かなわ|敵わ|見劣り|後れ|ほど(?:は|では)(?:な|あり)|一歩(?:譲|及)|後塵|引けを取る|割高|倍の(?:値段|価格)|ほうが(?:高[いく価]|重|遅|うるさ|難し|劣|手間)|方が(?:高[いく価]|重|遅|うるさ|難し|劣|手間)',
      than: 'より',
      not: 'ない|なく|ません',
      it: 'それより|これより',
      marks: 'より|ほう|方が|もっと|さらに',
    },
    dense,
  ),
  ru: compile(
    {
      but: 'но|однако|зато|хотя|а вот|а|тогда как|в то время как|при этом|правда',
      ahead:
        'стоит (?:вдвое |вполовину |в два раза |на треть |заметно |намного )?(?:дешевле|меньше)|вдвое дешевле|выигрывает|лидирует|впереди|(?:его|её|их) (?:превосходит|обходит|опережает)|за полцены|намного дешевле|на шаг впереди|на ступень выше|справляется лучше|лучший выбор|берёт верх',
      behind:
        'стоит (?:вдвое |в два раза |заметно |намного )?(?:дороже|больше)|вдвое дороже|не (?:так|такой|такая|такое) [а-яё]+|отстаёт|проигрывает|уступает|справляется хуже|на ступень ниже|не дотягивает|обойдётся дороже|выйдет дороже|просит больше|в роли догоняющего',
      than: 'чем|от|у|с',
      not: 'не|нет|ни|никогда|вряд ли',
      it: '(?:его|её|их|ему|ей) (?:превосходит|обходит|опережает|уступает)',
    },
    latin,
  ),
  pl: compile(
    {
      but: 'ale|jednak|natomiast|za to|lecz|choć|chociaż|podczas gdy|z kolei|zaś',
      ahead:
        'kosztuje (?:o połowę |o wiele )?mniej|o połowę ta[nń]sz[a-z]*|wygrywa|prowadzi|góruje|ma przewagę|za połowę ceny|o klasę wyżej|wypada lepiej|lepszy wybór|ma przewagę|o krok dalej',
      behind:
        'kosztuje (?:dwa razy |o wiele )?więcej|dwa razy droż[a-z]*|nie jest (?:tak|aż tak) [a-zż]+|przegrywa|ustępuje|zostaje w tyle|wypada gorzej|nie dorównuje|wychodzi drożej|pozostaje w tyle|o klasę niżej',
      than: 'niż|od',
      not: 'nie|brak|nigdy',
      it: '(?:go|ją|je) (?:przewyższa|wyprzedza)',
      marks:
        '(?:lepsz|gorsz)[a-z]*|lepiej|gorzej|bardziej|mniej|więcej|dłużej|szybciej|taniej|drożej|łatwiej|[a-z]{3,}(?:szy|sza|sze|szym|szych|ejsz[a-z]+)',
    },
    latin,
  ),
  ko: compile(
    {
      but: '지만|하지만|반면|그러나|는데',
      ahead:
        '절반 가격|앞서|앞선|우세|우위|능가|이긴|한 수 위|한발 앞|더 낫|낫습니다|더 나은|반값|우월|더 유리|압도|더 (?:저렴|싸|편|빠|간편|튼튼|안정|좋|쉽)',
      behind:
        '못 미치|뒤처|떨어지|밀리|뒤진|부족|두 배(?:나| 더)? 비싸|더 비싸|한 수 아래|못하|뒤떨어|더 (?:느리|어렵|불편|무겁|시끄)|열세',
      than: '보다',
      not: '않|못|없|안 ',
      it: '그보다',
      marks: '더|덜|훨씬',
    },
    dense,
  ),
  ...moreContinuations,
};
