import type { CueWords } from './cue-words.ts';

export const it: CueWords = {
  positive:
    'eccellent*|eccezional*|ottim*|buono|buona|buoni|buone|buon|miglior*|meglio|fantastic*|impressionant*|forte|forti|solid*|robust*|potent*|affidabil*|durevol*|resistent*|di qualità|alta qualità|intuitiv*|facil*|semplic*|fluid*|veloc*|rapid*|efficient*|efficac*|economic*|conveniente|convenienti|accessibil*|buon rapporto qualità-prezzo|ottimo rapporto|flessibil*|versatil*|personalizzabil*|scalabil*|complet*|innovativ*|leader|popolar*|apprezzat*|lodat*|ideal*|perfett*|adatt*|comod*|elegant*|modern*|precis*|sicur*|util*|pratic*|vantagg*|punto di forza|punti di forza|soddisfatt*|spicca|eccelle|brilla|si distingue|vale la pena|consigliat*|raccomandat*|delizios*|silenzios*|leggero|leggera|non delude|non deluderà|piacevol*|amano|ama|apprezzano|lodano|magnific*|stupend*|splendid*|impeccabil*|imbattibil*|brillante|brillanti|chiaro|chiara|generos*|qualità|semplicità|velocità|affidabilità|convincent*|riuscit*|stabile|stabili|ergonomic*|curat*|notevol*|superb*|conveniente',
  negative:
    'cattiv*|peggior*|peggio|pessim*|terribil*|orribil*|incubo|deludent*|delude|mediocr*|inferior*|debol*|debolezz*|inaffidabil*|lento|lenta|lenti|lente|confusionari*|complicat*|compless*|difficil*|frustrant*|fastidios*|caro|cara|cari|care|costos*|prezzo elevato|prezzi elevati|costi nascosti|limitat*|limiti|obsolet*|datato|datata|rigid*|scomod*|pesant*|rumoros*|insicur*|rischios*|truff*|frode|ingannevol*|reclami|lamentele|criticat*|critiche|svantagg*|punto debole|punti deboli|problema|problemi|fallisce|soffre|insufficient*|carent*|curva di apprendimento|sopravvalutat*|fragil*|difett*|disastro*|disastros*|penos*|scadent*|scars*|delusion*|delus*|troppo|lascia a desiderare|si blocca|si rompe|si lamentano|criticano|lentezza|complessità|odiano|fastidio|macchinos*|antiquat*|eccessiv*|esagerat*|insoddisfatt*|pubblicità|instabil*|guast*|inutil*|dura poco|non risponde|non funziona|si è rott*|rott*',
  lack: 'manca|mancano|mancanza di|privo di|priva di|senza',
  negation: "non|mai|nessun|nessuna|nessuno|né|poco|poca|meno|niente|nulla|tutt'altro che",
  negationAfter: '_',
  contrast: "ma|però|tuttavia|sebbene|anche se|mentre|invece|nonostante|d'altra parte|eppure|purtroppo|al contrario",
  recommend:
    'consiglio|consigliamo|consiglia|consigliat*|raccomand*|suggerisco|miglior scelta|migliore scelta|ottima scelta|buona scelta|scelta ideale|prima scelta|miglior opzione|migliore opzione|ottima opzione|buona opzione|ideale per|perfetto per|perfetta per|il migliore|la migliore|i migliori|le migliori|scegli|scegliete|opta per|vale la pena|favorit*|preferit*|vincitore|andare sul sicuro|da considerare|scelta migliore|la scelta migliore|scegliere|sceglierei|opta|optare per|punta su|puntate su|il mio consiglio|la nostra scelta|la mia scelta|senza esitare|miglior acquisto|da comprare|da scegliere|acquisto consigliato|la soluzione migliore|migliore soluzione|numero uno',
  warn: 'non consiglio|non consigliamo|sconsigli*|non è consigliat*|evita|evitate|evitare|da evitare|non vale la pena|non è la scelta migliore|non è ideale|non adatt*|cattiva scelta|attenzione a|non raccomand*|sconsiglio|da sconsigliare|non comprate|non comprare|non lo consiglio|non acquistate|state alla larga|alla larga|meglio evitare|meglio non|da scartare|lasciate perdere|non fa per voi',
  best: 'miglior*|top|consigliat*|raccomandat*|principali|popolari|leader|eccellent*|ottim*|opzioni|preferit*',
  ordinal: 'primo|prima|secondo|seconda|terzo|terza|quarto|quarta',
  pronouns:
    "è|il suo|la sua|questo|questa|offre|la piattaforma|lo strumento|il software|l'app|l'azienda|il marchio|vantaggi|svantaggi|ideale per|gli utenti|inoltre|anche|prezzo|punti di forza|punti deboli|ha",
  compare:
    'di|che|rispetto|supera|batte|superior*|inferior*|preferi*|confronto|invece di|piuttosto|vince|perde|miglior scelta|tanto|vantaggio su|costa|preferisco|migliore|meglio|peggio|più|meno',
  absent:
    'informazion*|trovat*|trovo|trovare|conosco|conoscenza|dati|risultati|menzion*|citat*|compare|dettagli|riferiment*|elencat*|risulta',
  ignore:
    'non solo|senza dubbio|senza problemi|senza sforzo|senza costi|almeno|progetti complessi|non necessariamente|senza compromessi|senza bisogno',
  fact: 'fondat*|sede|con sede|situat*|offre|offrono|vende|vendono|produce|produttore|svilupp*|gestisce|acquisit*|filiale|dipendenti|fatturato|milioni|miliardi|azienda|società|marchio|marca|fornitore|piattaforma|servizio|applicazione|costa|costano|prezzo|prezzi|euro|mese|mensile|anno|annuale|abbonamento|piano|piani|versione|modello|modelli|serie|include|comprende|supporta|integra|disponibile|disponibili|è un|è una|è il|è la|sono|usa|utilizza|compatibile|paesi|negozi|città|dal|attualmente|pesa|pollici|garanzia|simil*|uguale|differenza|dipende|entrambi|entrambe|concorrent*|alternativa|alternative|lanciat*|annunciat*',
  pro: 'vantaggi|vantaggio|pro|punti di forza|punti forti|pregi|✅',
  con: 'svantaggi|svantaggio|contro|punti deboli|difetti|limiti|❌',
};
