import { sentencePattern } from '../../sentence-pattern.ts';

export const he: readonly RegExp[] = [
  sentencePattern(
    '(?:לא|אין|ללא)[^.,\\ue000-\\uf8ff]{0,24}?(?:מידע|נתונים|פרטים|תוצאות|אזכור[א-ת]*)[^.,\\ue000-\\uf8ff]{0,20}?(?:על|אודות|לגבי|בנוגע ל|עבור|של)[ -]?(?:חברת |המותג |מותג )*-?<names:Bs>',
  ),
  sentencePattern('(?:לא|אינני|איני) (?:מכיר[א-ת]?|שמעתי על|יודע[א-ת]? (?:דבר |כלום )?על)(?: את)? ?<names:Bs>'),
  sentencePattern('<names:Bs>"? (?:לא|אינו|אינה) (?:מוזכר|מופיע|הוזכר|נמצא)[א-ת]*'),
];
