import type { LanguageComparisons, Lexicon } from './comparison-rule.ts';
import { simpleRules } from './simple.ts';

const lexicon: Lexicon = {
  good: '[a-z]',
  bad: '\\blebih (?:mahal|lambat|lelet|lemot|buruk|jelek|rumit|ribet|sulit|susah|berat|berisik|bising|lemah|boros|pendek|kecil|sedikit|terbatas|lama|panas|sering (?:rusak|error|macet)|banyak (?:masalah|keluhan|iklan|bug))',
  aspects: [
    [/murah|mahal|harga|hemat|terjangkau/, 'harga'],
    [/cepat|lambat|lelet/, 'kecepatan'],
    [/mudah|gampang|rumit|ribet|sulit|praktis/, 'kemudahan'],
    [/andal|stabil|awet/, 'keandalan'],
  ],
};

export const id: LanguageComparisons = {
  lexicon,
  opening: '\\b(?:apakah|seandainya|andai|jika saja|mungkin|tergantung)\\b',
  within: '\\b(?:mungkin|belum tentu|seandainya|bisa jadi|apakah)\\b',
  rules: simpleRules(
    {
      comparative: 'lebih [a-z]+(?: [a-z]+)?',
      than: 'daripada|dari|dibanding|dibandingkan|dibandingkan dengan|ketimbang',
      not: 'tidak|bukan|belum',
      ending: '(?:nya)?',
      beats: 'mengalahkan|mengungguli|melampaui|unggul dari|unggul atas|unggul dibanding|menang dari|menang atas',
      loses: 'kalah dari|kalah dengan|kalah dibanding|tertinggal dari|tidak bisa menandingi|tidak bisa menyaingi|di bawah',
      prefer:
        'rekomendasikan|merekomendasikan|menyarankan|sarankan|pilih|memilih|lebih memilih|lebih suka|pilihlah|beli|ambil|mending|lebih baik',
      instead: 'daripada|dibanding|dibandingkan|ketimbang|alih-alih|bukan',
      against: 'dibandingkan dengan|dibandingkan|dibanding|berbeda dengan|tidak seperti|ketimbang|daripada',
      between: { between: 'antara|di antara', and: 'dan|atau' },
      but: 'tetapi|tapi|namun|akan tetapi',
      although: 'meskipun|meski|walaupun|walau|kendati',
    },
    lexicon,
  ),
};
