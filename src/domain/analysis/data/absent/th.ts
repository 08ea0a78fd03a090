import { sentencePattern } from '../../sentence-pattern.ts';

export const th: readonly RegExp[] = [
  sentencePattern(
    '(?:ไม่พบ|ไม่มี|หาไม่พบ|ไม่สามารถหา|ไม่สามารถค้นหา|หา)(?:ข้อมูล|รายละเอียด|ผลลัพธ์)[^.\\ue000-\\uf8ff]{0,20}?(?:เกี่ยวกับ|ของ|สำหรับ|เรื่อง)\\s?(?:แบรนด์|บริษัท)?\\s?<names:Bs>',
  ),
  sentencePattern('(?:ไม่รู้จัก|ไม่คุ้นเคยกับ|ไม่ทราบข้อมูลเกี่ยวกับ)\\s?<names:Bs>'),
  sentencePattern('<names:Bs>\\s?(?:ไม่ได้ถูกกล่าวถึง|ไม่ปรากฏ|ไม่ถูกกล่าวถึง)'),
];
