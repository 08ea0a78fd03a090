import type { CueWords } from './cue-words.ts';

export const id: CueWords = {
  positive:
    'bagus|baik|terbaik|sangat baik|luar biasa|hebat|unggul|unggulan|keunggulan|mantap|keren|kuat|andal|handal|terpercaya|dapat diandalkan|bisa diandalkan|kokoh|awet|tahan lama|tahan banting|intuitif|mudah|gampang|praktis|sederhana|simpel|ramah pengguna|user-friendly|cepat|kilat|responsif|lancar|efisien|efektif|terjangkau|murah|termurah|hemat|ekonomis|gratis|bebas biaya|tanpa biaya|rendah|fleksibel|serbaguna|lengkap|beragam|banyak pilihan|pilihan luas|inovatif|terkemuka|terdepan|populer|disukai|digemari|dipuji|diapresiasi|favorit|mengesankan|memuaskan|puas|ideal|sempurna|cocok|nyaman|elegan|modern|stylish|indah|cantik|akurat|presisi|aman|membantu|ramah|sopan|profesional|berguna|bermanfaat|kelebihan|keuntungan|menguntungkan|berkualitas|kualitas|senyap|hening|irit|luas|lapang|lezat|enak|nikmat|segar|lembut|jernih|tajam|bersih|transparan|jujur|tepercaya|stabil|bebas masalah|tanpa masalah|tanpa ribet|tanpa kendala|premium|kelas atas|tak tertandingi|tidak mengecewakan|tak mengecewakan|layak|sepadan|worth it|baterai awet|garansi panjang|tepat waktu|menang|menonjol|juara|stylish|canggih|solid|matang|peduli|tanggap',
  negative:
    'buruk|jelek|parah|payah|lemah|kelemahan|biasa saja|biasa-biasa|mengecewakan|kecewa|tidak stabil|lambat|lelet|lemot|lama|ribet|rumit|kompleks|membingungkan|sulit|susah|sukar|merepotkan|menjengkelkan|menyebalkan|mahal|termahal|kemahalan|boros|biaya tinggi|harga tinggi|biaya tersembunyi|terbatas|keterbatasan|ketinggalan zaman|usang|kuno|kaku|tidak nyaman|berat|berisik|bising|berbahaya|berisiko|penipuan|menipu|menyesatkan|keluhan|dikeluhkan|mengeluh|mengeluhkan|kritik|dikritik|kekurangan|kerugian|masalah|bermasalah|kendala|gangguan|error|bug|sering error|crash|macet|hang|rusak|cepat rusak|mudah rusak|pecah|hilang|terlambat|telat|keterlambatan|menunggu|antre|antrean|tidak ramah|kasar|cuek|lamban|sulit dihubungi|susah dihubungi|tidak berguna|percuma|overrated|mengganggu|murahan|kurang|minim|gagal|bencana|skandal|kebocoran data|kalah|tertinggal|panas|cepat panas|boros baterai|tidak responsif',
  lack: 'tanpa|tidak ada|tidak memiliki|tidak punya|ketiadaan|kurangnya|minim',
  negation: 'tidak|bukan|tak|belum|jarang|kurang|tidak pernah|jangan|nggak|gak|enggak|tanpa',
  negationAfter: '_',
  contrast:
    'tetapi|tapi|namun|akan tetapi|meskipun|meski|walaupun|walau|sedangkan|sementara|sayangnya|sebaliknya|di sisi lain|hanya saja|kendati|padahal',
  recommend:
    'rekomendasi*|direkomendasikan|merekomendasikan|menyarankan|saya sarankan|kami sarankan|sarankan|disarankan|pilihan terbaik|pilihan tepat|pilihan bagus|pilihan ideal|pilihan utama|pilihan aman|pilihan menarik|opsi terbaik|pilihlah|pilih|sebaiknya pilih|saya akan memilih|saya memilih|saya pilih|saya lebih memilih|lebih memilih|belilah|beli|ambil|coba|layak dipertimbangkan|layak dicoba|layak dibeli|patut dipertimbangkan|paling cocok|cocok untuk|ideal untuk|sempurna untuk|pemenang|juara|favorit saya|nomor satu|andalan',
  warn: 'tidak direkomendasikan|tidak merekomendasikan|tidak menyarankan|tidak disarankan|jangan beli|jangan pilih|jangan membeli|jangan memilih|hindari|sebaiknya hindari|sebaiknya dihindari|dihindari|menghindari|tidak cocok|kurang cocok|tidak layak|tidak sepadan|bukan pilihan|pilihan buruk|hati-hati|waspada|pikir dua kali|lebih baik jangan|jauhi|lewatkan',
  best: 'terbaik|top|rekomendasi*|direkomendasikan|populer|unggulan|favorit|bagus|pilihan|opsi|pemenang|terpopuler',
  ordinal: 'pertama|kedua|ketiga|keempat|kelima|peringkat|disusul|diikuti',
  pronouns:
    'ia|dia|mereka|ini|itu|aplikasinya|layanannya|aplikasi ini|layanan ini|platform ini|perusahaan ini|merek ini|kelebihan|kekurangan|pengguna|pelanggan|selain itu|juga|harganya|cocok untuk',
  compare:
    'daripada|dari|dibanding|dibandingkan|lebih|ketimbang|mengalahkan|mengungguli|unggul|kalah|sedangkan|sementara|berbeda dengan|tidak seperti|antara|sebaik|secepat|semurah|tetapi|tapi|namun|meskipun|meski|walaupun',
  absent:
    'disebut*|dibahas|tercantum|muncul|informasi|data|temukan|menemukan|ditemukan|kenal|dikenal|mengenal|mengetahui|tahu|ada|hasil|sumber|disebutkan|dengar',
  ignore:
    'tidak hanya|tidak mahal|tidak sulit|tidak buruk|tidak jelek|tanpa masalah|tanpa ribet|tanpa biaya|tanpa iklan|tanpa kendala|tidak masalah|belum tentu|tidak selalu|tidak perlu khawatir|peredam bising|kurang lebih|tanpa ragu|anggaran terbatas|budget terbatas|dana terbatas',
  fact: 'didirikan|berdiri|berkantor pusat|kantor pusat|berbasis|terletak|menawarkan|menjual|memproduksi|produsen|mengembangkan|diakuisisi|mengakuisisi|anak perusahaan|karyawan|pendapatan|miliar|juta|triliun|perusahaan|merek|penyedia|platform|layanan|perangkat lunak|aplikasi|harga|harganya|biaya|rupiah|bulan|tahun|langganan|versi|model|seri|berisi|mendukung|terintegrasi|tersedia|adalah|merupakan|menggunakan|kompatibel|negara|toko|gerai|sejak|garansi|serupa|mirip|perbedaan|alternatif|meluncurkan|bank|bursa',
  past: 'dulu|dahulu|sebelumnya|awalnya|pernah',
  open: 'apakah|tergantung|bergantung',
  pro: 'kelebihan|keunggulan|keuntungan|plus|✅',
  con: 'kekurangan|kelemahan|keterbatasan|minus|❌',
};
