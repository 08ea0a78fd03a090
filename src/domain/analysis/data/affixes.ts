import { fold } from '../fold.ts';

/** Korean particles, copulas and endings that follow a noun without a space. */
export const hangulParticles = new Set(
  '이냐 냐 이냐는 냐는 이냐가 인가 인가요 이며 며 이고 이지만 지만 인데 네 이네 네요 이네요 이죠 죠 입니다 이에요 예요 였 이었 인 이요 요 이 가 은 는 을 를 의 에 에서 에게 에게서 에는 에도 에선 에서는 에서도 와 과 와의 과의 와는 과는 로 으로 로는 으로는 로서 으로서 로써 으로써 로의 으로의 로도 으로도 로부터 으로부터 도 만 만의 만은 만이 부터 까지 까지도 보다 보다는 보다도 처럼 같은 같이 이나 나 이나마 랑 이랑 하고 라 이라 라는 이라는 라고 이라고 라면 이라면 란 이란 라도 이라도 이라고들 라고들 이라고도 라고도 이라고는 라고는 이라며 라며 라서 이라서 야 이야 야말로 이야말로 여서 이어서 이든 든 든지 이든지 뿐 뿐만 뿐만이 밖에 마다 마저 조차 께서 한테 한테서 입니다 입니까 이다 다 이며 며 이고 고 이지만 지만 인데 이니 이면 이므로 이었다 였다 이에요 예요 이죠 죠 인 일 인지 이자 측 측은 측의 측이 사 사의 사는 들 들은 들이 들의 등 등의 등은 등이 등을 등과 및 씨 식 용 급 산 제 형 판 편 대 간 전 후 내 외 상 하 중 별'.split(
    ' ',
  ),
);

/** What makes a company's or product's name longer without making it another thing: 삼성전자, 네이버쇼핑. */
export const hangulContinuations =
  '전자 그룹 카드 생명 화재 증권 은행 페이 쇼핑 뱅크 톡 모빌리티 자동차 차 폰 워치 북 닷컴 코리아 홈쇼핑 몰 스토어 마트 클라우드 뮤직 웹툰 블로그 지도 앱 사이트 브랜드 제품 매장 고객 계정 플러스 프라임 통신 텔레콤 물산 건설 중공업 화학 항공 호텔 백화점 면세점 식품 제과 음료 맥주 커피 치킨 피자 버거 로보틱스 에어 이츠 로켓 배송'.split(
    ' ',
  );

/** Katakana continuations of the same kind (ソニーストア); others make another word (オンライン, ラインナップ, アップルパイ). */
export const katakanaContinuations =
  'モール ネット フーズ リテール シネマ スーパー スポーツ ファイナンシャル フィナンシャル ホールディングス ジャパン グループ ストア ジャパン モバイル カード ペイ ミュージック プライム アプリ ユーザー ショップ ショッピング ブランド サービス ウォッチ ミュージック クラウド ビール シリーズ トラベル マーケット プラス プロ オンライン コーポレーション モータース エレクトロニクス ピクチャーズ エンタテインメント フード コーヒー スタイル ホテル バンク テレビ マップ ドライブ アカウント スマートフォン スマホ パソコン ノート'.split(
    ' ',
  );

const arabicClitics = 'و ف ب ل ك ال وال بال فال كال لل ولل فلل وب ول وك فب فل س ا أ بل وبال';
export const arabicPrefixes = new Set(arabicClitics.split(' ').map(fold));
export const arabicSuffixes = new Set('ي ية يه ها هم هما نا ك كم ين ون ات ه'.split(' ').map(fold));
export const hebrewPrefixLetters = 'בהוכלמש';

/** Case endings behind a Cyrillic name that ends in a consonant (в Яндексе, со Сбером). */
export const cyrillicEndings = new Set('а у ом ем е ы и ов ев ам ами ах ой ою ей ю я ям ями ях ью'.split(' '));
/** Endings in place of those of a name that is an adjective (Касперск-ий, Столичн-ый). */
export const cyrillicAdjectiveEndings = new Set('ого ому им ом ие их ими ая ую ой ий ый ої ій ою і'.split(' '));
/** Case endings in place of a Greek name's (στον Κωτσόβολο); σ as folded text has it. */
export const greekEndings = new Set('ος οσ ου ο ε οι ων ους ουσ α ας ασ ης ησ η ες εσ'.split(' ').map(fold));
/** Case endings in place of a name's final vowel (в Пятёрочке). */
export const cyrillicVowelEndings = new Set('а я о ы и е у ю ой ей ою ею ам ям ами ями ах ях ом і ї ію єю'.split(' '));

const slavic = new Set('a u em owi ie om ami ach ow y e ie iem ovi ou'.split(' '));
/** Case endings behind a name in Latin script, by language; folded. */
export const latinEndings: Readonly<Record<string, ReadonlySet<string>>> = {
  pl: slavic,
  cs: slavic,
  sk: slavic,
  fi: new Set(
    'n in en an lla lle lta sta ssa sse lin ia iin issa ista ille illa ilta ilta iksi ina ian ssa lle ssä stä llä ltä iä'.split(' '),
  ),
  hu: new Set('t ot et at nak nek ban ben bol rol hoz hez val vel on en k ok ek'.split(' ')),
  tr: new Set('un in nun nin da de ta te dan den tan ten ya ye yi yu u i la le'.split(' ')),
};

const slavicVowels = new Set('y i e ie o u ou om am ami ach'.split(' '));
/** Case endings in place of a name's final a (w Żabce, do Biedronki, od Škody); folded. */
export const latinVowelEndings: Readonly<Record<string, ReadonlySet<string>>> = { pl: slavicVowels, cs: slavicVowels, sk: slavicVowels };
