import type { CueWords } from './cue-words.ts';

export const tr: CueWords = {
  positive:
    'mükemmel*|harika*|iyi|en iyi|en iyisi|daha iyi|güçlü*|sağlam*|güvenilir*|kolay*|basit*|pratik*|hızlı*|ucuz*|uygun fiyat*|ekonomik*|hesaplı*|dayanıklı*|kaliteli*|yüksek kalite*|esnek*|kapsamlı*|yenilikçi*|lider*|popüler*|sevilen|beğenil*|öne çık*|ideal*|kusursuz*|güvenli*|doğru|rahat*|şık*|sessiz*|avantaj*|artıları|üstün*|memnun*|övgü*|övülüyor|başarılı*|etkileyici*|kullanıcı dostu|sezgisel*|verimli*|uzun ömürlü*|değer|tatmin edici|kullanışlı*|parlak*|net|keskin*|zengin*|geniş*|ücretsiz*|sevil*|tasarruf*|sorunsuz*|şahane|konforlu|modern|ilgili|nazik|parlıyor|fiyat performans|ertesi gün|aynı gün|anında',
  negative:
    'kötü*|en kötü*|berbat*|zayıf*|yavaş*|pahalı*|yüksek fiyat*|karmaşık*|zor*|sınırlı*|kısıtlı*|sorun*|problem*|dezavantaj*|eksileri|hayal kırıklığı*|şikayet*|eleştir*|arıza*|donuyor|eski*|modası geçmiş|ağır*|gürültülü*|tehlikeli*|dolandırıcı*|gizli ücret*|güvenilmez*|rahatsız*|yetersiz*|başarısız*|sinir bozucu|ısınıyor|bozul*|gecik*|geç cevap*|çöküyor|çöktü|çöküyo|canından bezdir*|bezdir*|oldukça yüksek|fiyatı yüksek|zorlu|bozuk*|şikâyet*|eksik*|ısınıyor*|ısınma*|donuyor*|çabuk bit*|çabuk tüken*|dayanmıyor*|kırıl*|geç gel*|beklet*|ilgisiz*|kaba|güvensiz*|demode|kalitesiz*|fiyatı oldukça|fiyatı çok|fiyatlar yüksek|fiyatları yüksek|maliyeti yüksek|geç teslim*|geç geliyor|zor kullan*|kullanımı zor|hantal|can sıkıcı|ulaşılamıyor|yüksek komisyon|kabus|düşük kalite|sık sık arıza|hafta bekledim|bekledim|bekletiyor|günlerce|pahalı|yavaş|gürültülü|yetersiz|kalitesiz|sorunlu|karmaşık|zor|ulaşılmıyor|ilgisiz|hayal kırıklığı|dayanıksız|çabuk bozul*|bozulu*',
  lack: 'eksik*|yoksun*|bulunmuyor|sunmuyor|yok',
  negation: 'değil*|hiç|asla',
  negationAfter: 'değil*|olmayan|olmaz|olmadı*|yok',
  contrast: 'ama|ancak|fakat|oysa|buna karşın|öte yandan|rağmen|ise|yine de|ne var ki',
  recommend:
    'öneririm|öneririz|önerilir|öneriyor*|tavsiye ederim|tavsiye ederiz|tavsiye edilir|tavsiye|en iyi seçim|iyi bir seçim|iyi seçim|iyi bir seçenek|en iyi seçenek|harika bir seçenek|ideal bir seçim|tercih edin|tercih edilebilir|seçin|ilk tercih*|değer|için ideal|kazanan|birinci|alın|pişman olmazsınız|pişman olmazsın|tavsiye eder*|öneriyoruz|tercih ederdim|seçerdim|en iyi tercih|doğru seçim|ideal*|alırdım|almanızı öner*|gönül rahatlığıyla|alınır',
  warn: 'önermem|önermiyorum|önermiyoruz|önerilmez|tavsiye etmem|tavsiye etmiyorum|tavsiye etmiyoruz|tavsiye edilmez|kaçının|uzak durun|uzak durmak|değmez|almayın|uygun değil|dikkatli olun|kaçınmak|uzak dur*|tercih etmeyin|bulaşmayın',
  best: 'en iyi*|öneri*|tavsiye*|popüler|seçenek*',
  ordinal: 'birinci|ikinci|üçüncü',
  pronouns: 'bu|o|ayrıca|avantajları|dezavantajları|fiyatı|kullanıcılar',
  compare: 'daha|göre|kıyasla|yerine|üstün|geçer|geçiyor|yener|geride|solluyor|gölgede|iyi|önde|gerisinde|altında|eline su',
  absent:
    'görünmüyor|mevcut|gerçek|bilinmiyor|bilgi*|bulamadım|bulunamadı|bilmiyorum|veri|sonuç*|geçmiyor|yer almıyor|duymadım|tanımıyorum|rastlamadım|aşina|yok',
  ignore:
    'sorunsuz*|sadece değil|yalnızca|şüphesiz|sorun değil|karmaşık projeler*|hiç şüphe|eskişehir|bütçeniz kısıtlı|kısıtlı bütçe|sınırlı bütçe|bütçeniz sınırlı|dar bütçe',
  fact: 'kuruldu|kurulan|merkezi|bulunan|bulunuyor|piyasaya|sunar|sunuyor|sunan|satar|satıyor|üretir|üretiyor|üretici|şirket*|marka*|platform*|fiyat*|lira|dolar|aylık|yıllık|sürüm*|model*|içerir|destekler|destekliyor|mevcut|kullanır|ülke*|mağaza*|milyon|milyar|şu anda|her ikisi|benzer*',
  pro: 'avantajları|avantajlar|artıları|artılar|güçlü yönleri|✅',
  con: 'dezavantajları|dezavantajlar|eksileri|eksiler|zayıf yönleri|❌',
};
