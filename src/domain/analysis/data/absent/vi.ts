import { sentencePattern } from '../../sentence-pattern.ts';

export const vi: readonly RegExp[] = [
  sentencePattern(
    '\\b(?:khong|chua) [^.,;\\ue000-\\uf8ff]{0,24}?(?:thong tin|du lieu|ket qua|de cap)[^.,;\\ue000-\\uf8ff]{0,16}?(?:ve|cho|cua|lien quan den|den) (?:thuong hieu |cong ty )*<names:Bs>',
  ),
  sentencePattern('\\b(?:khong|chua) (?:biet|nghe noi)(?: gi)? (?:ve |den )?<names:Bs>'),
  sentencePattern('<names:Bs> (?:khong|chua) (?:duoc )?(?:de cap|nhac den|xuat hien)'),
  sentencePattern(
    '\\bkhông (?:[a-z]+ ){0,4}?(?:thông tin|dữ liệu|kết quả)(?: [a-z]+){0,4}? (?:về|cho|của) (?:thương hiệu |công ty )*<names:Bs>',
  ),
  sentencePattern(
    '\\b(?:chua (?:tung|bao gio)|khong he|chua) (?:nghe (?:den|noi|ten|qua)?|biet(?: den)?) ?(?:ve |den )?(?:thuong hieu |cong ty )?<names:Bs>',
  ),
  sentencePattern(
    '<names:Bs> (?:dường như |có vẻ |có thể )?(?:là )?(?:khong|không|chưa)(?: hề| thực sự)? (?:tồn tại|phải là (?:một )?(?:thương hiệu|công ty) (?:có thật|thật))',
  ),
  sentencePattern(
    '\\b(?:khong|không)(?: hề)? (?:co|có|tim thay|tìm thấy|biet|biết)(?: [a-z]+){0,3}? (?:thuong hieu|cong ty|san pham|thương hiệu|công ty|sản phẩm)(?: nao)?(?: co)?(?: ten)?(?: la)? <names:Bs>',
  ),
  sentencePattern(
    '\\b(?:khong|không) (?:quen thuoc|quen thuộc|ro|rõ|biết rõ)(?: voi| với| ve| về)? (?:thuong hieu |cong ty |thương hiệu |công ty )?<names:Bs>',
  ),
  sentencePattern(
    '\\b(?:không|chưa)(?: hề| có)? (?:nhắc đến|nhắc tới|đề cập|đề cập đến|đề cập tới|nói về|nói đến|nêu) (?:thương hiệu |công ty )?<names:Bs>',
  ),
];
