import { compile, type Continuation, dense, latin } from './continued.ts';

/** How languages go on about the two that they compared in which a word, or the adjective's own form, marks each comparison. */
export const moreContinuations: Readonly<Record<string, Continuation>> = {
  sv: compile(
    {
      but: 'men|medan|dock|fast|fastän|även om|däremot|däremot',
      ahead:
        'kostar (?:hälften|mindre)|hälften så dyr|vinner|leder|har övertaget|till halva priset|ett steg före|är överlägsen|ett bättre val',
      behind:
        'kostar (?:mer|dubbelt)|dubbelt så (?:dyr|mycket)|inte (?:riktigt )?lika [a-z]+|förlorar|hamnar efter|når inte upp|är underlägsen',
      than: 'än',
      not: 'inte|ingen|aldrig',
      it: '(?:slår|överträffar) (?:den|det|dem)',
      marks:
        '(?!(?:användare|läsare|köpare|säljare|tidigare|endast|vidare|snarare|ytterligare|tillverkare|skrivare)(?!\\p{L}))[a-z]{3,}are|bättre|sämre|större|mindre|högre|lägre|längre|tyngre|färre|fler|mer',
    },
    latin,
  ),
  fi: compile(
    {
      but: 'mutta|kun taas|vaikka|kuitenkin|taas',
      ahead: 'maksaa (?:puolet|vähemmän)|voittaa|johtaa|puoleen hintaan|on edellä|on ylivoimainen|parempi valinta',
      behind: 'maksaa (?:enemmän|tuplasti)|kaksi kertaa kalliimpi|ei (?:ole )?yhtä [a-z]+|häviää|jää jälkeen|ei yllä',
      than: 'kuin',
      not: 'ei|eivät|en',
      it: '(?:voittaa|päihittää) sen',
      marks: '[a-z]{2,}(?:mpi|mmat|mpaa|mpia|mman|mmin)|enemmän|vähemmän',
    },
    latin,
  ),
  cs: compile(
    {
      but: 'ale|avšak|však|zatímco|naopak|zato|kdežto|i když|ačkoli|nicméně',
      ahead: 'stojí (?:polovinu|méně)|za poloviční cenu|vítězí|vyhrává|vede|má navrch|o krok napřed|je lepší volba',
      behind: 'stojí (?:více|víc|dvojnásobek)|dvakrát dražší|není (?:tak|až tak) [a-z]+|prohrává|zaostává|nedosahuje',
      than: 'než|oproti',
      not: 'není|ne|nikdy',
      it: '(?:předčí|překonává) (?:ho|ji|je)',
      marks:
        '[a-z]{2,}(?:ejsi[a-z]{0,3}|eji)|leps[a-z]{1,3}|hors[a-z]{1,3}|mens[a-z]{1,3}|vets[a-z]{1,3}|drazs[a-z]{1,3}|kratsi|delsi|vyssi|nizsi|slabsi|tezsi|tissi|lehci|snazsi|jednodussi|lepe|hure|vice?|mene|dele',
    },
    latin,
  ),
  uk: compile(
    {
      but: 'але|проте|однак|зате|натомість|хоча|хоч|а|тоді як|а от|втім',
      ahead: 'коштує (?:вдвічі |удвічі |значно )?(?:менше|дешевше)|виграє|лідирує|попереду|за півціни|на крок попереду|кращий вибір',
      behind: 'коштує (?:вдвічі |удвічі |значно )?(?:більше|дорожче)|не (?:так|такий|така|таке) \\p{L}+|програє|поступається|відстає',
      than: 'ніж|за|від',
      not: 'не|ні|немає',
      it: '(?:його|її|їх) (?:перевершує|випереджає)',
      marks:
        '\\p{L}{2,}(?:іший|іша|іше|іші|жчий|жча|жче|рший|рша|рше|вший|вша|вше|пша|пший|лший)|кращ\\p{L}{1,2}|гірш\\p{L}{1,2}|дешевш\\p{L}{1,2}|швидш\\p{L}{1,2}|менш\\p{L}{0,2}|більш\\p{L}{0,2}',
    },
    latin,
  ),
  id: compile(
    {
      but: 'tetapi|tapi|namun|sedangkan|sementara|meskipun|meski|walaupun|walau|akan tetapi',
      ahead: 'separuh harga|setengah harga|menang|unggul|memimpin|pilihan yang lebih baik|di atas angin|selangkah di depan',
      behind: 'dua kali lipat|dua kali lebih mahal|tidak se[a-z]+|kalah|tertinggal|di bawah',
      than: 'daripada|dari|dibanding|dibandingkan',
      not: 'tidak|bukan|belum',
      it: '(?:mengalahkan|mengungguli)nya',
      marks: 'lebih|kurang',
    },
    latin,
  ),
  tr: compile(
    {
      but: 'ama|fakat|ancak|oysa|ise|buna karşın|lakin|iken',
      ahead: 'yarı fiyatına|kazanıyor|önde|öne çıkıyor|üstün|bir adım önde|daha iyi (?:bir )?(?:seçim|tercih)',
      behind: 'iki kat(?:ı)? (?:daha )?pahalı|o kadar [a-z]+ değil|geride|kaybediyor|yetersiz kalıyor|altta kalıyor',
      than: 'göre|kıyasla',
      not: 'değil|yok|hiç',
      it: 'onu (?:geçiyor|geride bırakıyor)',
      marks: 'daha',
    },
    latin,
  ),
  vi: compile(
    {
      but: 'nhưng|còn|trong khi|tuy nhiên|song|ngược lại|bù lại',
      ahead: 'rẻ bằng một nửa|thắng|dẫn đầu|chiếm ưu thế|vượt trội|nhỉnh hơn|lựa chọn tốt hơn',
      behind: 'đắt gấp đôi|không (?:bằng|được)|thua|kém hơn|tụt lại',
      than: 'so với',
      not: 'không|chưa|chẳng',
      it: 'vượt qua nó',
      marks: 'hơn',
    },
    latin,
  ),
  ar: compile(
    {
      but: 'لكن|بينما|غير أن|إلا أن|في حين|أما|ولكن|لكنه|لكنها',
      ahead: 'نصف السعر|يتفوق|تتفوق|يتقدم|تتقدم|الخيار الأفضل',
      behind: 'ضعف السعر|يتخلف|تتخلف|لا يرقى|لا ترقى|يتراجع|تتراجع',
      than: 'من',
      not: 'ليس|ليست|لا|لم|لن',
      it: '(?:يتفوق|تتفوق) علي(?:ه|ها)',
      marks:
        '(?:أفضل|أسرع|أرخص|أسهل|أقوى|أجود|أدق|أوسع|أطول|أكثر|أقل|أغلى|أبطأ|أسوأ|أضعف|أصعب|أبسط|أوفر|أهدأ|أخف|أثقل|أعلى|أدنى|أقصر|أكبر|أصغر|أنسب|أأمن|أمتن)',
    },
    latin,
  ),
  th: compile(
    {
      but: 'แต่|ส่วน|ในขณะที่|ขณะที่|อย่างไรก็ตาม',
      ahead: 'ครึ่งราคา|ชนะ|เหนือกว่า|นำหน้า|คุ้มกว่า|ได้เปรียบ',
      behind: 'แพงเป็นสองเท่า|สู้ไม่ได้|ด้อยกว่า|ตามหลัง|เสียเปรียบ',
      than: 'กว่า',
      not: 'ไม่',
      it: 'กว่ามัน',
      marks: 'กว่า',
    },
    dense,
  ),
};
