import { byWord, type LanguageComparisons, type Lexicon, rule } from './comparison-rule.ts';

const lexicon: Lexicon = {
  good: '.',
  bad: 'แพง|ช้า|แย่|หนัก|ยาก|ด้อย|ซับซ้อน|เสียงดัง|อ่อน|น้อย|เปลือง|สั้น',
  aspects: [
    [/ถูก|แพง|ราคา/, 'ราคา'],
    [/เร็ว|ช้า/, 'ความเร็ว'],
    [/ง่าย|ยาก/, 'ใช้งานง่าย'],
    [/ประหยัด/, 'ความประหยัด'],
  ],
};

export const th: LanguageComparisons = {
  lexicon,
  opening: 'ถ้า|หาก|อาจ|หรือไม่',
  within: 'อาจ|ถ้า|หาก|หรือไม่',
  rules: [
    byWord('<a:Bs>(?![^\\ue000-\\uf8ff]*ไม่)(?<word>[^\\ue000-\\uf8ff]{1,40}?)(?:มาก)?กว่า(?:ของ|แบรนด์|ทาง)?\\s?<b:Bs>', lexicon),
    rule('<a:Bs>[^\\ue000-\\uf8ff]{0,20}?(?:เหนือกว่า|ชนะ|แซงหน้า|ล้ำหน้า|นำหน้า)\\s?<b:Bs>', 'a'),
    rule('<a:Bs>[^\\ue000-\\uf8ff]{0,20}?(?:ด้อยกว่า|แพ้|สู้|ตามหลัง|เป็นรอง)\\s?<b:Bs>(?:\\s?ไม่ได้)?', 'b'),
    byWord('เมื่อเทียบกับ\\s?<b:Bs>\\s?(?:แล้ว)?\\s?<a:Bs>(?<word>[^\\ue000-\\uf8ff]{1,40}?)กว่า', lexicon),
    rule('(?:แนะนำ|เลือก|ควรซื้อ|ชอบ)\\s?<a:Bs>\\s?(?:มากกว่า|แทน|ดีกว่า)\\s?<b:Bs>', 'a'),
  ],
};
