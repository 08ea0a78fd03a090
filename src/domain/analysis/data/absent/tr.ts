import { sentencePattern } from '../../sentence-pattern.ts';

export const tr: readonly RegExp[] = [
  sentencePattern(
    "<names:Bs>(?:'[a-z]+)? (?:hakkinda|ile ilgili|konusunda)[^.;\\ue000-\\uf8ff]{0,30}?(?:bilgi|veri|sonuc|kayit)[^.;\\ue000-\\uf8ff]{0,16}?(?:bulamad|bulunamad|yok|sahip degil|bulunmu|bulunma|mevcut degil)",
  ),
  sentencePattern(
    "<names:Bs>(?:'[a-z]+)? (?:hakkında|ile ilgili)~(?:bilgi|veri|sonuç|kayıt)~(?:bulamadım|bulunamadı|bulamadık|yok|sahip değilim|bulunmuyor|bulunmamaktadır)",
  ),
  sentencePattern("<names:Bs>(?:'[a-z]+)?~(?:tanımıyorum|bilmiyorum|bahsedilmiyor|geçmiyor)"),
  sentencePattern(
    "<names:Bs>(?:'[a-z]+)? ?(?:adinda |adli |diye )?(?:bir )?(?:marka|sirket|urun|firma|isim)?[^.;\\ue000-\\uf8ff]{0,12}?(?:duymadim|hic duymadim|daha once duymadim|rastlamadim|tanimiyorum|bilmiyorum|asina degilim)",
  ),
  sentencePattern(
    "<names:Bs>(?:'[a-z]+)? (?:hakkinda|ile ilgili)[^.;\\ue000-\\uf8ff]{0,24}?(?:hicbir sey|bir sey|herhangi bir sey)[^.;\\ue000-\\uf8ff]{0,16}?(?:bilmiyorum|bulamad|yok)",
  ),
  sentencePattern(
    "<names:Bs>(?:'[a-z]+)? (?:adinda|adli|isimli|diye)(?: bir)? (?:marka|sirket|urun|firma|arac|uygulama)[a-z]*[^.;\\ue000-\\uf8ff]{0,16}?(?:bulamad|bulunamad|rastlamad|bulunmuyor|yok)",
  ),
  sentencePattern(
    "<names:Bs>(?:'[a-z]+)? (?:gerçekte |aslında |büyük ihtimalle )?(?:var gibi görünmüyor|mevcut değil gibi|gerçek bir (?:marka|şirket) değil)",
  ),
  sentencePattern(
    "<names:Bs>(?:'[a-z]+)? (?:adında|adlı|isimli|diye)(?: bir)? (?:marka|şirket|ürün|firma|araç|uygulama)[a-z]*[^.;\\ue000-\\uf8ff]{0,16}?(?:mevcut değil|bilinmiyor|tanınmıyor|bilgim yok|duymadım)",
  ),
];
