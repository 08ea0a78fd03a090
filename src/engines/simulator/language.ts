/** The languages that the simulated engines answer in. */
export type AnswerLanguage = 'en' | 'zh-Hans' | 'zh-Hant';

// Frequent characters that exist in only one of the two scripts.
export const simplifiedOnly =
  '么这个们来时说对为会没过还给开关问间见现样动当点业电产发实应经进长种万与东两严丧举义乐习书买乱争于亏云亚从仅仓价众优伤传伦体余侧储儿兑党册写军农冲决况净减几凭击则创别删务势医华协单卖卢卫厂历压县双变叙叶号听启员响园围国图圆场坏块坚报处备复头夹奖妇学宁宝审宽导将尔尝层属岁师带帮广庆库张强弹归录彻忆态总恶惊惯愿户执扩扫扬护拟择担拥挂挤换据损摆数断无旧显术机杀杂权条极构枪标栏树档检楼欢毕气汇汉沟测济浅润涨满滚滤潜灵热爱牵状独环确础离积称稳竞笔签简类粮纠纪约级纯纲纳线练组细终绍结络绝统继绩续维绿缓编缘缩网罗职联聪肃脑脚胜节艺荐荣药虑补装观规视览觉触订认让议记讲许论设访证评识诉词试话询该详语误请读课调谁谈谢谱财责败货质购贯贴贵费资赖赚赛赢趋车转轮软轻载较输边达迁运远适选递逻遗邮邻采释钟钱链销锁错键门闭闲队阶阳险随隐难顶项顺须顾顿预领频题额颜风饭馆驱验';
export const traditionalOnly =
  '麼這個們來時說對為會沒過還後給開關問間見現樣動當點業電產發實應經進長種萬與東兩嚴喪舉義樂習書買亂爭於虧雲亞從僅倉價眾優傷傳倫體餘側儲兒兌黨冊寫軍農沖決況淨減幾憑擊則創別刪務勢醫華協單賣盧衛廠歷壓縣雙變敘葉號聽啟員響園圍國圖圓場壞塊堅報處備復複頭夾獎婦學寧寶審寬導將爾嘗層屬歲師帶幫廣慶庫張強彈歸錄徹憶態總惡驚慣願戶執擴掃揚護擬擇擔擁掛擠換據損擺數斷無舊顯術機殺雜權條極構槍標欄樹檔檢樓歡畢氣匯漢溝測濟淺潤漲滿滾濾潛靈熱愛牽狀獨環確礎離積稱穩競筆簽簡類糧糾紀約級純綱納線練組細終紹結絡絕統繼績續維綠緩編緣縮網羅職聯聰肅腦腳勝節藝薦榮藥慮補裝觀規視覽覺觸訂認讓議記講許論設訪證評識訴詞試話詢該詳語誤請讀課調誰談謝譜財責敗貨質購貫貼貴費資賴賺賽贏趨車轉輪軟輕載較輸邊達遷運遠適選遞邏遺郵鄰採釋裡鐘錢鏈銷鎖錯鍵門閉閒隊階陽險隨隱難頂項順須顧頓預領頻題額顏風飯館驅驗爲衆衝啓籤鍾';
const simplified = new Set(simplifiedOnly);
const traditional = new Set(traditionalOnly);
const han = /\p{Script=Han}/u;
// Kana and Hangul: Japanese and Korean also use Han characters, and the simulator has no such answers.
const otherEastAsian = /[\u3040-\u30ff\uac00-\ud7af]/;

/** Looks at the script of the question; `hint` (a BCP 47 tag) decides where the characters are common to both Chinese scripts. */
export function detectLanguage(text: string, hint: string | null = null): AnswerLanguage {
  if (!han.test(text) || otherEastAsian.test(text)) return 'en';
  let balance = 0;
  for (const character of text) {
    if (traditional.has(character)) balance += 1;
    if (simplified.has(character)) balance -= 1;
  }
  if (balance !== 0) return balance > 0 ? 'zh-Hant' : 'zh-Hans';
  return /^zh-(hant|tw|hk|mo)/i.test(hint ?? '') ? 'zh-Hant' : 'zh-Hans';
}
