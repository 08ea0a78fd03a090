/**
 * The words that statements of ignorance are made of, folded when they are read; a trailing `*` takes any ending. `knows`: information, and
 * finding, knowing, existing. `denies`: not, no, never, without. `unknown`: denies and knows in one word. `filler`: what else such
 * statements hold and what says nothing of a brand. `turns` begins another statement.
 * Any other word says something.
 */
export type IgnoranceWords = { knows: string; denies: string; unknown: string; filler: string; turns: string };

export const ignoranceWords: Readonly<Record<string, IgnoranceWords>> = {
  en: {
    knows:
      'information info details detail data record* result* mention* reference* evidence knowledge know* knew find found locat* identif* verif* confirm* heard hear aware familiar recogni* exist* appear* trace nothing anything something idea source* entry entries listing* documentation clue insight* hits coverage comment* uncover* encounter* indexed speak* vouch* review* writeup* write-up* material footprint written documented',
    denies:
      'not no never none nothing neither nor cannot zero without unable lack* fail* unavailable insufficient hardly scarcely empty blank silent little barely sparse scant scarce',
    unknown: 'unknown unaware unfamiliar unverified unverifiable untraceable',
    filler:
      'experience say says said tell tells turn turned turns show shows showed came come comes coming pull pulled dig dug track search searched searches searching look looked looking hit training i we me my our us it its this that these those there here the a an any some such one ones of on about for regarding concerning as to in into from with by at under within and or if whether so is are was were be been being am do does did done have has had having got get can could would will may might should must able afraid sorry unfortunately sadly regrettably currently yet still just simply really actually quite very honestly frankly apparently at present moment now today so far time last update latest as enough much many further more specific reliable credible relevant concrete solid public publicly official officially verified verifiable independent available online web internet anywhere else elsewhere all particular certain exact additional detailed meaningful trustworthy accessible known under name named called brand brands company companies business firm product products tool tools vendor provider service services app platform software crm store shop organisation organization entity topic question answer request query queries mine side end point up out over across down back with me able seem* real legitimate actual what who which when where how note heads-up unsure clear unclear sure also too even because since my own knowledge-base reviewed checked consulted accessed gathered provided used seen possible provide offer give share assess evaluate rate judge assessing anyone however though although based see return* yield* produc* using set cutoff including either both s t m ve re d ll surprisingly next virtually practically almost close remarkably extremely pretty rather fairly worth useful substantive usable sold made offered empty-handed went gone covered documents documentation-provided uploaded retrieved supplied shared attached given excerpt excerpts passage passages article articles guide guides roundup roundups blog blogs post posts page pages forum forums list lists table text context brief report reports study studies snippet snippets link links website websites site sites',
    turns: 'but however while whereas although though yet instead',
  },
  de: {
    knows:
      'information* infos angaben daten details ergebnis* treffer quelle* hinweis* beleg* erkenntnis* kenntnis* auskunft auskunfte bekannt kenne kennen weiss wissen gefunden finden finde fand gehort existier* gibt gab geben bestatigen verifizieren uberprufen erwahn* genannt gelistet aufgefuhrt auffindbar taucht sagen sagt berichten vertraut begriff name nichts vorliegen liegen liegt rezension* erfahrungsbericht* testbericht* bewertung* fundstelle* rede gesprochen geschrieben veroffentlicht dokumentiert',
    denies:
      'fehlen fehlt fehlend* nicht nichts kein* keinerlei nie niemals noch weder ohne nirgends nirgendwo kaum wenig wenige weniges sparlich*',
    unknown: 'unbekannt unauffindbar unklar',
    filler:
      'ich wir mir mich uns es sie er ihm ihr ihn der die das den dem des ein eine einen einem einer eines dies* jen* zu zum zur uber von vom fur auf in im an am bei mit aus nach seit bis um durch unter als ob dass und oder auch leider bedauerlicherweise derzeit aktuell momentan bisher bislang jetzt heute hier dort dazu daruber hierzu hieruber davon da ist sind war waren sei wird werden wurde wurden habe haben hat hatte kann konnte konnten konnen muss darf soll scheint scheinen etwas genug genugend ausreichend weiteren weitere naheren nahere mehr konkret* verlasslich* zuverlassig* belastbar* offiziell* offentlich* seriose* unabhangig* verfugbar* vorhanden* zuganglich* vor meine* unsere* eigene* namens namen mit marke marken firma firmen unternehmen produkt* anbieter* hersteller* dienst* tool tools software online netz internet suche recherche stand wissensstand trainingsdaten geprufte* verwendete* diesem thema frage personlich selbst ganz gar uberhaupt wirklich tatsachlich auf- ausfindig machen mal so zumindest in allen keiner geben ja denn damit daher deshalb weil was wer welche* gang* sofern soweit meines meinem meinen wissens erstaunlich uberraschend fast gut beinahe praktisch nahezu auffallend ausserst sehr ziemlich dokument* unterlagen auszug* quellen bereitgestellt* durchsucht* vorliegend* brauchbar* greifbar* wie artikel* beitrag* seite* text* liste* tabelle* kontext bericht* studie* nur lediglich',
    turns: 'aber jedoch allerdings hingegen dagegen wahrend doch sondern stattdessen',
  },
  fr: {
    knows:
      'information* donnee* detail* resultat* renseignement* source* reference* mention* trace* element* connais connaissons connaissance* connu* sais savons savoir trouv* entendu exist* confirmer verifier mentionn* cite* figure* apparai* repertorie* rien existence dire idee avis critique* temoignage* sait savent ecrit ',
    denies: 'ne n pas aucun* rien jamais ni sans impossible introuvable* nulle peu guere',
    unknown: 'inconnu* ignore ignorons',
    filler:
      'je j nous on me m il elle ils elles ce c cet cette ces cela ca le la les l un une des du de d a au aux sur en y dans par pour avec chez et ou que qu qui quoi dont si selon ai avons a ont avoir etre est sont suis etait ete peux pouvons peut puis pu dispose disposons disposer possede ma mon mes nos notre base sujet propos concernant relative* relatif* quant fiable* precise* precis suffisant* suffisamment assez disponible* verifiable* verifie* officielle* officiel* publique* public* independante* independant* recente* marque* entreprise* societe* produit* outil* service* fournisseur* logiciel nom nomme* appele* malheureusement desole* actuellement a-ce-jour jour encore moment present consulte* internet ligne web recherche* ici elles-memes egalement aussi plus davantage complementaire* particuli* t semble* vraiment reellement mes-sources fais lui puisse certitude quelle* quel* tres etonnamment pratiquement presque tellement extremement documents fournis extraits consultees quasi* article* page* texte* liste* tableau contexte rapport* etude* seulement',
    turns: 'mais cependant toutefois pourtant neanmoins alors',
  },
  es: {
    knows:
      'informacion* dato* detalle* resultado* referencia* mencion* menciona* registro* fuente* noticia* constancia consta evidencia* rastro conozco conocemos conocimiento* conoce conocid* se sabemos saber encontr* encuentr* hall* localiz* oido existe* existencia confirmar verificar comprobar aparece* figura* nada suena decir idea resena* opinion* critica* escrit* publicad* ',
    denies: 'no ni nunca jamas ningun* nada sin tampoco imposible poca poco apenas escas*',
    unknown: 'desconozco desconocemos desconocid*',
    filler:
      'yo me mi mis nos nuestra* nuestro* lo la las el los le un una unos unas este esta estos estas esto ese esa eso de del a al en por para con sobre acerca respecto relativ* y o u que quien cual si segun es son era fue ser sido esta estan estoy estamos he ha han hemos haber hay habia tengo tenemos tiene dispongo disponemos disponer puedo podemos puede pude podido logre consegui parece* fiable* confiable* suficiente* concret* especific* oficial* public* disponible* verificable* verificad* independiente* actual* actualmente ahora hoy fecha momento todavia aun lamentablemente desafortunadamente siento sentimos marca marcas empresa* producto* herramienta* servicio* compania* proveedor* nombre llamad* consultad* revisad* linea internet web busqueda* base tema alguna alguno algun algo mas adicional* detallad* ella ello aqui asi mucho mucha muy realmente otra otro sorprendentemente practicamente tan documentos proporcionad* fragmentos verdad util utiles casi articulo* pagina* texto* lista* tabla contexto informe* estudio* solo solamente',
    turns: 'pero aunque mientras',
  },
  pt: {
    knows:
      'informac* dado* detalhe* resultado* referencia* menc* menciona* registro* registo* fonte* noticia* evidencia* rastro conheco conhecemos conhecimento* conhecid* sei sabemos saber encontr* ach* localiz* ouvi existe* existencia confirmar verificar consta* figura* aparece* nada dizer ideia avaliac* resenha* opini* critica* escrit* publicad* ',
    denies: 'nao nem nunca jamais nenhum* nada sem tampouco impossivel pouca pouco',
    unknown: 'desconheco desconhecemos desconhecid*',
    filler:
      'eu me mim meu minha meus minhas nos nossa* nosso* o a os as um uma uns umas este esta isto esse essa isso de do da dos das ao aos em no na nos nas por pelo pela para pra com sobre acerca respeito relativ* e ou que quem qual se segundo foi sao era ser sido estou estamos ha houve tenho temos tem tive disponho dispomos posso podemos pode pude consegui parece* confiave* suficiente* concret* especific* oficia* public* disponive* verificave* verificad* independente* atual* atualmente agora hoje momento ainda infelizmente lamento desculpe marca marcas empresa* produto* ferramenta* servico* companhia* fornecedor* nome chamad* consultad* internet web busca* base tema assunto alguma algum algo mais adiciona* detalhad* ela ele aqui muito muita realmente qualquer opinar surpreendentemente praticamente tao documentos fornecid* trechos util uteis quase artigo* pagina* texto* lista* tabela contexto relatorio* estudo* so apenas',
    turns: 'mas porem contudo entretanto ja',
  },
  it: {
    knows:
      'informazion* dat* dettagl* risultat* riferiment* menzion* fonte fonti notizi* traccia tracce conosco conosciamo conoscenza conosciut* nota noto noti so sappiamo sapere trov* sentito sentita esist* esistenza confermare verificare citat* compare figura risulta* nulla niente dire idea recension* opinion* giudiz* scritt* pubblicat* ',
    denies: 'non ne mai nessun* nulla niente senza alcun* impossibile poco poca pochissim* scars*',
    unknown: 'sconosciut* ignoro',
    filler:
      'io mi me mio mia miei mie noi ci nostra nostro il lo la i gli le l un uno una questo questa questi queste cio quel quella di del dello della dei degli delle a al allo alla ai in nel nella nei con su sul sulla sui per da dal dalla tra e ed o che chi cui quale se secondo e sono era stato stata stati essere ho abbiamo ha hanno avere dispongo disponiamo posso possiamo puo potuto riesco riuscito sembra* pare affidabil* attendibil* sufficient* concret* specific* ufficial* pubblic* disponibil* verificabil* verificat* indipendent* attual* attualmente ora oggi momento ancora purtroppo spiacente dispiace marca marchio marche marchi azienda aziende prodott* strument* servizi* societa fornitor* nome chiamat* consultat* rete internet web ricerca ricerche base tema proposito riguardo merito piu ulterior* molto molte davvero qui sorprendentemente praticamente cosi documenti fornit* estratti utile utili quasi si articol* pagin* testo testi list* tabella contesto rapport* studi* solo soltanto',
    turns: 'ma pero tuttavia invece',
  },
  nl: {
    knows:
      'informatie gegevens details resultaten vermelding* bron bronnen hits kennis ken kennen bekend weet weten vind vinden vond gevonden gehoord bestaat bestaan bevestigen verifieren vermeld genoemd iets niets zeggen idee recensies beoordelingen review reviews ervaringen geschreven gepubliceerd',
    denies: 'niet geen niets nooit nergens zonder noch onvoldoende weinig nauwelijks amper schaars',
    unknown: 'onbekend onbekende',
    filler:
      'ik wij we mij me mijn ons onze het de een dit dat deze die er hier daar daarover hierover over van voor op in aan met bij naar uit om te tot als of en ook is zijn was waren ben heb hebben heeft had kan kunnen kon konden mag moet lijkt lijken helaas momenteel nu nog op-dit-moment moment vandaag genoeg voldoende betrouwbare specifieke concrete officiele openbare beschikbare beschikbaar verifieerbare onafhankelijke meer verdere merk merken bedrijf bedrijven product* aanbieder* dienst* tool naam genaamd online internet web zoekresultaten zoeken raadpleegde geraadpleegde onderwerp echt eigenlijk gewoon eens wat wie welk* enige worden wordt verrassend opvallend zo goed heel erg documenten aangeleverde bruikbaars bruikbare bijna vrijwel artikel* pagina* tekst* lijst* tabel context rapport* alleen slechts',
    turns: 'maar echter terwijl wel',
  },
  pl: {
    knows:
      'informac* dan* szczegol* wynik* wzmian* zrodl* znam znamy znan* wiem wiemy wiadomo wiedz* znalez* znalaz* znajduj* slysz* istniej* potwierdz* zweryfik* wymieni* wspomn* pojawi* nic kojarz* powiedziec opini* recenzj* napisano opublikowan* mowa',
    denies: 'nie brak nic nigdy zadn* ani bez niestety-brak niewiele malo skap*',
    unknown: 'nieznan*',
    filler:
      'ja mi mnie moj* nam nas nasz* to ten ta te tego tej tym o na temat w we z ze do od po przy dla u i oraz lub czy ze jako jest sa byl* bylo mam mamy ma moge mozemy mozna moglem udalo sie potrafie niestety obecnie teraz dzis jeszcze dotad wystarczajac* wiarygodn* konkret* oficjaln* publiczn* dostepn* niezalezn* wiecej blizsz* dotycz* zwiazan* mark* firm* produkt* narzedzi* uslug* dostawc* nazw* sieci internecie online wyszukiw* tej tych swoj* jakiekolwiek jakichkolwiek tak* naprawde zbyt wiele duzo zaskakujaco praktycznie bardzo niemal dokument* dostarczon* przydatn* prawie artykul* stron* tekst* list* tabel* kontek* raport* tylko jedynie',
    turns: 'ale jednak natomiast',
  },
  ru: {
    knows:
      'информаци* данны* сведени* упоминани* результат* источник* знаю знаем знани* знаком* извест* найти наш* найден* обнаруж* слыш* слых* существ* подтверд* упомина* встреча* ничего сказать сообщить рассказать інформаці* даних відомост* згад* джерел* відом* чув чула знайш* знайт* існу* нічого сказати отзыв* обзор* відгук* огляд* написано опубликован* сказано говорится написан*',
    denies:
      'не нет ни никак* ничего нечего никогда без отсутств* нету недостаточно немає нема ніч* жодн* відсутн* бракує мало скудн* обмаль',
    unknown: 'неизвест* незнаком* невідом* незнайом*',
    filler:
      'я мне меня мы нам нас мой мо* наш* это эт* так* том той него неё нее ней нем о об обо про по на в во с со к у от до из за для под при и или что ли кто бы бренд* компани* фирм* марк* продукт* сервис* товар* поставщик* назван* имен* к-сожалению сожалению увы пока сейчас сегодня момент данный доступн* открыт* достоверн* надежн* проверенн* конкретн* официальн* достаточн* какой-либо каких-либо какую-либо каких какие есть был* быть могу можем удалось смог* располагаю располагаем имею имеется мо* базе сети интернет* поиск* теме вопрос* также больше подробн* лично вообще совсем мені мене ми нам моїх це цей ця жаль на-жаль щодо стосовно про та або чи бренд* компані* марк* товар* сервіс* наразі зараз поки можу маю вдалося достовірн* надійн* відкрит* доступн* удивительно практически очень крайне документ* предоставленн* полезн* надзвичайно практично дуже напрочуд почти майже стать* страниц* текст* списк* таблиц* контекст* отчет* только лишь этих статт*',
    turns: 'но однако зато але проте',
  },
  el: {
    knows:
      'πληροφορι* στοιχει* δεδομεν* αναφορ* αναφερ* αποτελεσμα* πηγ* γνωριζ* ξερ* γνωσ* βρηκ* βρεθηκ* βρω ακουσ* υπαρχ* επιβεβαι* τιποτα εμφανιζ* ιδεα κριτικ* αξιολογησ* γραφ* δημοσιευ*',
    denies: 'δεν δε μη μην καν* ουτε ποτε χωρισ αδυνατ* τιποτα λιγ* ελαχιστ* σπανι*',
    unknown: 'αγνωστ* αγνοω',
    filler:
      'εγω μου μας εχω εχουμε εχει μπορ* να θα ειναι ηταν για σχετικα με σε στο στη στην στον στισ στα τα το τη την τον τησ του των η ο οι αυτ* και η αν οτι πωσ που απο κατα αξιοπιστ* επαρκ* επισημ* δημοσι* διαθεσιμ* συγκεκριμεν* περισσοτερ* εταιρει* μαρκ* επωνυμι* προιον* υπηρεσι* εργαλει* ονομα* δυστυχωσ λυπαμαι τωρα σημερα ακομα ακομη στιγμη διαδικτυο ιντερνετ φαινεται κατι καποι* πολλ* τετοι* αλλ* εκπληκτικα πρακτικα πολυ εγγραφ* σχεδον αρθρ* σελιδ* κειμεν* λιστ* μονο',
    turns: 'αλλα ομωσ ωστοσο ενω',
  },
  tr: {
    knows:
      'bilgi* veri* sonuc* kayit* kayd* kaynak* detay* bulamad* bulunam* bulunmu* bulunma* bulduk* bilmiyor* bilinm* duymad* tanimiyor* rastlamad* ulasamad* gecmiyor* gorunmuyor* mevcut var* mevcudiyet* haber* asina* fikrim sey* dogrulayam* dogrulanam* yorum* inceleme* yazilm* yayimlanm*',
    denies:
      'yok* degil* bulamad* bulunam* bulunmu* bilmiyor* duymad* tanimiyor* rastlamad* ulasamad* gecmiyor* gorunmuyor* bilinm* hicbir dogrulayam* dogrulanam* yetersiz az cok-az kisitli sinirli',
    unknown: 'bilinmeyen bilinmiyor',
    filler:
      'ben bana benim biz bu su o bir hakkinda ile ilgili dair konusunda adinda adli isimli diye olarak icin da de ve veya ki mi guvenilir yeterli herhangi detayli resmi kamuya acik dogrulanmis somut marka* sirket* urun* firma* arac* hizmet* uygulama* isim* maalesef uzgunum ne yazik su anda simdi henuz bugun itibariyla elimde elimizde internette arama* icinde kadar daha fazla cok pek gercek gercekten bulunan sasirtici* derecede pratikte oldukca belge* neredeyse makale* sayfa* metin* liste* tablo* yalnizca sadece',
    turns: 'ama ancak fakat ise oysa',
  },
  vi: {
    knows: 'thong tin du lieu ket qua nguon de cap tim thay biet nghe ton tai xac nhan xac minh tai lieu gi danh gia xet viet',
    denies: 'khong chua chang it hiem gan-nhu',
    unknown: '',
    filler:
      'toi minh chung em rat tiec xin loi hien tai nay bay gio co ve cho cua den lien quan toi va hoac la da duoc nao mot cac nhung bat ky day du dang tin cay cu the chinh thuc cong khai thuong hieu ty san pham cong cu dich vu ten goi trong tren mang internet o voi the hay noi that su rang noi them ro nhieu cung he danh gia so sanh ngac nhien gan nhu qua kha hau bai trang van ban sach chi',
    turns: 'nhung tuy',
  },
  id: {
    knows:
      'informasi data hasil sumber detail rincian menemukan ditemukan mengetahui tahu dikenal mengenal mendengar ada keberadaan menyebut* ulasan tertulis ditulis disebutkan',
    denies: 'tidak tak belum tanpa sedikit minim jarang',
    unknown: '',
    filler:
      'saya kami kita ini itu maaf sayangnya saat sekarang tentang mengenai soal untuk dari di pada dengan dan atau yang bahwa bisa dapat memiliki mempunyai punya cukup terpercaya andal spesifik resmi publik tersedia merek perusahaan produk alat layanan bernama nama apa pun apapun lebih lanjut internet tampaknya sepertinya sangat mengejutkan nyaris dokumen hampir artikel halaman teks daftar hanya',
    turns: 'tetapi tapi namun sedangkan',
  },
  ko: {
    knows:
      '정보* 자료* 내용* 데이터* 결과* 기록* 언급* 출처* 근거* 찾* 알* 확인* 검색* 존재* 들어* 발견* 나타나* 나오* 아는* 모르* 모릅* 파악* 말씀* 후기* 리뷰* 평판* 알려* 기술* 적혀*',
    denies: '없* 않* 못* 불가* 부족* 모르* 모릅* 안 드물* 드뭅*',
    unknown: '모르* 모릅* 미상 생소* 낯선 금시초문*',
    filler:
      '저* 제* 죄송* 유감* 아쉽* 현재* 지금* 아직* 관련* 관한 대한 대해* 수 적* 바* 것* 이* 그* 저희* 해당* 브랜드* 회사* 업체* 제품* 기업* 서비스* 도구* 이름* 라는* 실제* 공개* 공식* 신뢰* 만한 충분* 구체* 정확* 객관* 검증* 어떤* 아무* 전혀* 잘 특별* 따로 별도* 되* 하* 해* 할* 한* 했* 있* 가지고* 갖고* 어렵* 평가* 비교* 답변* 드리* 제공* 온라인* 인터넷* 웹* 에서* 및 또는 수가 수는 데이터베이스* 학습* 놀랍* 매우 너무 의외* 별로 문서* 거의 관해* 기사* 페이지* 목록* 글* 본문*',
    turns: '하지만 그러나 대신 다만 반면',
  },
  ar: {
    knows:
      'معلوم* بيانات تفاصيل نتائج نتيجة مصادر مصدر ذكر ذكرا مذكور* اجد اعثر العثور عثرت اعرف نعرف معرفة اعلم علم اسمع سمعت شيء شيئا وجود موجود* يفيد يثبت يؤكد تاكيد التحقق اتحقق اطلاعات* داده* مطلب* چيز* نتيجه* منبع* منابع پيدا يافت نيافت* ميدانم دانم شناس* شنيد* آشنا* اشنا* وجود مراجعات تقييمات نظرات مكتوب* منشور*',
    denies:
      'لا لم لن ليس ليست غير بدون دون عدم اي ايه نکردم نکرد نكردم نشد نيست نيستم ندارد ندارم نداريم نمي نميدانم نميشناسم نشنيد* نيافت* هيچ هيچ* قليل* نادر* شحيح*',
    unknown: 'مجهول* مجهوله',
    filler:
      'انا نحن لدي لدينا لي عن حول بشان بخصوص في من على الى مع او و ان انه انها اي ايه هذا هذه ذلك تلك باسم اسم اسمها اسمه تسمى تدعى شركة علامة تجارية العلامة التجارية الشركة منتج المنتج خدمة اداة للاسف عذرا اسف حاليا الان حتى متاح* متوفر* تتوفر توجد يوجد كافية كافيه موثوق* محدد* رسمي* عام* دقيق* مزيد يمكنني استطيع اتمكن تمكنت اقدر ما الذي التي يبدو هل انترنت الانترنت المصادر المتاحة البحث سابقا قط ابدا كان تكون من در مورد درباره ي راجع به از برند شرکت شركت محصول نام با را که این آن متأسفانه متاسفانه فعلا اکنون هنوز قابل اعتماد معتبر کافی كافي دقیق رسمی بیشتر من ما دارم است هستم می مي اطلاعی جدا تقريبا بالكاد مفيد* الوثائق المستندات تكاد يكاد مقال* صفح* نص* قائم* فقط',
    turns: 'لكن بينما ولكن اما اما',
  },
  he: {
    knows:
      'מידע נתונים פרטים תוצאות אזכור* מקור* מצאתי נמצא* מוצא* מכיר* יודע* ידוע* שמעתי קיים קיימת קיימים מוזכר* מופיע* דבר כלום נתקלתי לאמת לאשר ביקורות חוות נכתב כתוב* פורסם',
    denies: 'לא אין אינני איני אינה אינו ללא בלי מעולם אף שום מעט מעטות מועט דל דלים',
    unknown: '',
    filler:
      'אני לי שלי אנחנו לנו על אודות לגבי בנוגע של את עם מן מ ב ל ה ו ש זה זו זאת הזה הזו חברה חברת מותג מוצר כלי שירות בשם שם שנקרא* כרגע עדיין כעת היום לצערי מצטער* מספיק אמין* ספציפי* רשמי* ציבורי* זמין* נוסף* מהימן* במקורות ברשת באינטרנט חיפוש בחיפוש יש היה היו יכול* הצלחתי או גם כל איזה אם הוא היא ממש מאוד באופן מפתיע דעת מסמכים כמעט מאמר* עמוד* טקסט* רשימ* רק',
    turns: 'אבל אולם אך',
  },
  hi: {
    knows:
      'जानकारी सूचना डेटा विवरण परिणाम स्रोत* उल्लेख पता जानता जानती जानते परिचित मिला मिली मिले सुना अस्तित्व मौजूद पुष्टि कुछ समीक्षा* रिव्यू लिखा प्रकाशित बताया',
    denies: 'नहीं न कोई बिना नही कम बहुत-कम मुश्किल के',
    unknown: 'अज्ञात',
    filler:
      'मुझे मैं मेरे मेरी हमें हमारे पास के की का को से में पर ने बारे संबंध नाम नामक ब्रांड कंपनी उत्पाद सेवा यह इस उस है हैं हूं हूँ था थी थे हो सका सकी सकता सकती कर करने पाया पाई विश्वसनीय पर्याप्त विशेष आधिकारिक सार्वजनिक उपलब्ध ठोस कोई भी अभी वर्तमान फिलहाल क्षमा खेद दुर्भाग्य कि और या किसी ऐसा ऐसी लगता इंटरनेट बहुत लगभग बराबर आश्चर्यजनक रूप दस्तावेज* लेख* पृष्ठ* पाठ सूची केवल सिर्फ',
    turns: 'लेकिन परंतु मगर जबकि',
  },
  sv: {
    knows:
      'information uppgifter resultat kalla kallor data detaljer hittade hittar hitta kanner kande vet hort finns existerar namns recension* omdome* skrivet publicerat',
    denies: 'inte ingen inga inget ingenting aldrig utan lite knappt ytterst sparsam*',
    unknown: 'okand okant',
    filler:
      'jag vi mig det den de en ett om for av i pa till med och eller som har hade kan kunde ar var tyvarr just nu annu tillracklig* tillforlitlig* palitlig* offentlig* tillganglig* specifik* foretag* market varumarke* produkt* tjanst* namn heter nagon nagra talas verkar har forvanansvart mycket valdigt praktiskt taget dokument* nastan artikel* artiklar* sida sidor text* lista listor bara endast',
    turns: 'men dock',
  },
  fi: {
    knows: 'tieto* tulo* mainint* lahte* loyt* tunne* tieda* kuullut olema* arvostelu* arvio* kirjoitet* julkaist* mainit*',
    denies: 'en ei emme eivat ole ilman vahan tuskin niukasti juuri',
    unknown: 'tuntemat*',
    filler:
      'mina minulla meilla on ole olen tasta sita siita se yrity* brand* tuot* palvelu* nimi* nimise* riittava* luotettav* mitaan yhtaan lainkaan valitettavasti talla hetkella viela ja tai etta voi* pysty* yllattavan hyvin melkein lahes kaytannossa juurikaan artikkel* sivu* teksti* lista* vain aineisto*',
    turns: 'mutta',
  },
  cs: {
    knows:
      'informac* udaj* vysledk* zdroj* zmink* data nasel nasla najit nic nenasel nenasla nedohledal* nenalez* nenach* nemam neobjevil* znam neznam vim nevim slysel neslysel existuje neexistuje recenz* hodnocen* napsan* zverejnen* uveden*',
    denies: 'ne ne* zadn* nic bez nikdy malo',
    unknown: 'neznam*',
    filler:
      'ja mi me o k ke v ve na z ze s se si jsem jsme je jsou byl* by to ten ta tom teto spolecnost* firm* znack* znacc* produkt* sluzb* jmen* bohuzel momentalne zatim dostatec* spolehliv* konkretn* oficialn* verejn* dostupn* a nebo ze mam mame mohu nemohu prekvapive velmi prakticky dokument* temer skoro clan* strank* text* seznam* jen pouze techto',
    turns: 'ale avsak',
  },
  zh: {
    knows:
      '信息 资讯 资料 数据 内容 消息 结果 记录 介绍 报道 提及 情况 线索 来源 知识库 资料库 数据库 找到 查到 搜到 搜索到 检索到 查询到 发现 查证 核实 证实 确认 验证 听说过 听说 听过 了解 熟悉 知道 认识 清楚 印象 存在 出现 收录 掌握 查 搜 查询 搜索 检索 踪迹 可考 知 评测 测评 口碑 用户反馈 点评 只字 提到 写到 记载',
    denies:
      '没有 没 无法 无 未能 未 不 没法 不能 暂无 并无 尚无 找不到 查不到 搜不到 查无 缺乏 缺少 不足 冇 唔 难以 空白 为空 为零 极少 很少 甚少 寥寥 少之又少 匮乏',
    unknown: '未知 不详 不明 一无所知 查无 只字未提 只字不提 毫无提及',
    filler:
      '评价 我 我们 我这里 我这边 这里 这边 手头 这 这个 这家 这款 该 此 那 它 您 你 提到 所说 说 的 了 是 在 对 对于 关于 有关 至于 与 和 及 或 或者 相关 任何 足够 可靠 公开 具体 官方 有效 明确 更多 一个 一家 一款 叫做 叫 名为 名字 名称 品牌 公司 产品 工具 软件 平台 企业 商家 牌子 服务 抱歉 很抱歉 遗憾 很遗憾 不好意思 非常 目前 暂时 现在 当前 尚 还 也 都 并 被 到 能 能够 可以 可 有 什么 多少 太 很 较 知识 训练 网上 网络 互联网 搜索结果 检索结果 中 里 上 范围 内 以内 以 就 从 来 看 进行 作出 做出 给出 因此 所以 是否 真实 是不是 真的 过 呢 嘅 系 呀 啦 睇 揾 搵 点样 得 其 一些 方面 显示 表明 供 参考 判断 比较 对比 评估 测评 详细 独立 权威 直接 权威性 截至 惊人地 出乎意料地 出奇地 相当 极其 几乎 文档 文件 材料 所提供 文章 页面 文中 列表 表格 网页 只有 仅有',
    turns: '但 但是 不过 然而 而',
  },
  ja: {
    knows:
      '情報 データ 資料 記録 記載 言及 結果 詳細 実績 評判 出典 見つかり 見つけ 見つから 見当たり 見当たら 確認 把握 存じ 存在 実在 知り 知ら 知っ 聞い 聞き 分かり わかり 分から わから 検索 ヒット 該当 特定 心当たり 得られ 口コミ レビュー 掲載 触れられ 記述',
    denies: 'ません ませ ありませ ない なかっ なく なし ず ざる おりません できません でき ませんでした 不可 わずか 乏し 少な 皆無',
    unknown: '不明 未確認 初耳',
    filler:
      '調べ めぼしい たところ たが ましたが 申し訳 残念 ながら すみません ございません ございませ が は を に で と の も や へ から まで より について に関する に関し に対する という いう ご 指定 質問 お 尋ね 私 当方 現在 現時点 今のところ 公開 公式 信頼 できる 十分 な 具体的 詳しい 詳しく 詳しくは 該当 する さ れ て いる い いません た です でし だ でした ます まし あり 有 名 名前 名称 製品名 会社 企業 ブランド 製品 商品 サービス ツール メーカー こと ことが もの この その こちら 検索 結果 中 内 上 範囲 限り 手元 ウェブ ネット インターネット オンライン 持ち合わせ 持って おり ほとんど 一切 まったく 全く 特に あまり よく 何 何も どの よう か かどう 評価 比較 判断 お答え できる し せん いただけ する ことは ん 見る つけ られ そう よう かり 驚くほど 意外 ごく かなり 非常 文書 ご提示 提示 ファイル 載って 記事 ページ 文中 リスト 表 しか のみ ごくわずか',
    turns: 'しかし ただし 一方 代わりに',
  },
  th: {
    knows: 'ข้อมูล รายละเอียด ผลลัพธ์ ผลการค้นหา แหล่งที่มา แหล่งข้อมูล พบ หา ค้นหา รู้จัก ทราบ รู้ ได้ยิน มีอยู่จริง ยืนยัน กล่าวถึง รีวิว คุ้นเคย คุ้น  เขียน ระบุ',
    denies: 'ไม่ ไม่มี ไม่พบ ไม่เคย ยังไม่ ไม่ได้ ไร้ น้อย',
    unknown: 'ไม่รู้จัก ไม่ทราบ',
    filler:
      'ผม ฉัน ดิฉัน เรา ขออภัย ขอโทษ เสียใจ น่าเสียดาย ครับ ค่ะ คะ นะ ที่ ซึ่ง ว่า เกี่ยวกับ ของ สำหรับ เรื่อง ใน จาก บน กับ และ หรือ แบรนด์ บริษัท สินค้า ผลิตภัณฑ์ เครื่องมือ บริการ ชื่อ นี้ นั้น ใด ใดๆ ๆ เลย มี ได้ สามารถ เพียงพอ น่าเชื่อถือ เชื่อถือได้ เป็นทางการ สาธารณะ เฉพาะเจาะจง ตอนนี้ ขณะนี้ ปัจจุบัน ยัง อินเทอร์เน็ต ออนไลน์ มาก่อน จริง หรือไม่ แน่ใจ ไม่แน่ใจ เคย มาก ให้ การ ความ เปรียบเทียบ ประเมิน แทบจะ น่าแปลกใจ เอกสาร แทบ บทความ หน้า รายการ เพียง',
    turns: 'แต่ ส่วน',
  },
};
