import type { CueWords } from './cue-words.ts';

export const fr: CueWords = {
  positive:
    'excellent*|exceptionnel*|remarquable*|génial*|bon|bonne|bons|bonnes|meilleur*|mieux|superbe*|fantastique*|impressionnant*|fort|forte|solide*|robuste*|puissant*|performant*|fiable*|durable*|de qualité|haute qualité|intuitif*|intuitive*|facile*|simple*|convivial*|fluide*|rapide*|efficace*|abordable*|économique*|pas cher|bon marché|bon rapport qualité-prix|excellent rapport|flexible*|souple|polyvalent*|personnalisable*|évolutif*|complet|complète|riche|innovant*|leader*|populaire*|apprécié*|plébiscité*|salué*|loué*|idéal*|parfait*|adapté*|confortable*|élégant*|moderne*|précis*|sûr|sûre|sécurisé*|utile*|pratique*|avantage*|atout*|point fort|points forts|satisfait*|se distingue|se démarque|brille|excelle|convainc|réputé*|reconnu*|incontournable*|délicieu*|silencieu*|transparent*|vaut le coup|vaut la peine|recommandé*|ne déçoit pas|ne décevra pas|séduit|séduisant*|agréable*|plaît|adorent|adore|aiment|apprécient|louent|saluent|top|impeccable*|irréprochable*|imbattable*|brillant*|magnifique*|splendide*|soigné*|clair|claire|léger|légère|rassurant*|accessible*|généreu*|qualité|simplicité|rapidité|fiabilité|convaincant*|réussi*|stable|ergonomique*',
  negative:
    "mauvais*|pire|médiocre*|terrible*|horrible*|cauchemar|décevant*|déçoit|déception|faible*|faiblesse*|peu fiable|bugs|bogues|lent|lente|lenteur*|lourd|lourde|complexe*|compliqué*|confus*|difficile*|frustrant*|agaçant*|cher|chère|chers|coûteu*|onéreu*|prix élevé|prix élevés|hors de prix|frais cachés|limité*|limite|limites|limitation*|dépassé*|obsolète*|vieillissant*|rigide*|inconfortable*|encombrant*|bruyant*|imprécis*|risqué*|arnaque*|fraude*|trompeu*|plainte*|critiqué*|critique|critiques|reproche*|inconvénient*|désavantage*|point faible|points faibles|problème*|échoue|souffre|pèche|insuffisant*|surévalué*|courbe d'apprentissage|fragile*|défaut*|panne*|coûte cher|trop cher|trop chère|trop complexe|trop lent|trop lourd|catastroph*|désastre*|désastreu*|déplorable*|lamentable*|nul|nulle|exécrable*|affreu*|déçu*|laisse à désirer|plante|plantages|tombe en panne|se plaignent|reprochent|critiquent|déteste*|lenteur|complexité|désagréable*|brouillon|usine à gaz|surchargé*|vieillot*|excessif|excessive|exorbitant*|insatisfait*|publicité|instable*|autonomie faible|dure peu|dépassée|ne répond pas|ne fonctionne pas|ne marche pas|met des semaines|cassé*",
  lack: 'manque|manquent|manque de|dépourvu*|sans',
  negation: 'pas|jamais|aucun|aucune|ni|guère|peu|moins|non|loin de|rien',
  negationAfter: '_',
  contrast:
    'mais|cependant|toutefois|néanmoins|bien que|tandis que|alors que|en revanche|malgré|par contre|pourtant|malheureusement|quoique|or,',
  recommend:
    "recommande|recommandons|recommandé*|recommandation*|conseille|conseillons|conseillé*|suggère|meilleur choix|bon choix|excellent choix|choix idéal|premier choix|meilleure option|bonne option|excellente option|idéal pour|idéale pour|parfait pour|parfaite pour|optez pour|choisissez|privilégiez|le meilleur|la meilleure|les meilleurs|les meilleures|coup de cœur|favori*|valeur sûre|vaut le coup|vaut la peine|à considérer|incontournable|meilleur au global|gagnant|optez|opter pour|choisir|privilégier|le bon choix|meilleur achat|mon choix|notre choix|mon préféré|notre préféré|je choisirais|je prendrais|prenez|misez sur|sans hésiter|les yeux fermés|s'impose|valeurs sûres|à privilégier|idéal|la référence|numéro un|la meilleure solution|meilleure solution",
  warn: "ne recommande pas|ne recommandons pas|déconseill*|pas recommandé*|à éviter|évitez|éviter|pas conseillé*|ne vaut pas|pas idéal*|pas adapté*|mauvais choix|méfiez-vous|n'est pas le meilleur choix|prudence|passez votre chemin|pas le meilleur|je déconseille|ne conseille pas|pas conseiller|fuyez|à fuir|à proscrire|ne pas acheter|n'achetez pas|ne convient pas|à bannir|passer votre chemin|mieux vaut éviter|ne vaut pas le coup|ne vaut pas la peine",
  best: 'meilleur*|top|recommand*|excellent*|leader*|populaire*|incontournable*|favori*|bonnes options|conseillé*|idéal*|options|principaux|principales',
  ordinal: 'premier|première|deuxième|second|seconde|troisième|quatrième',
  pronouns:
    "il|elle|ce|cette|cet|son|sa|ses|c'est|la plateforme|l'outil|le logiciel|l'application|l'entreprise|la marque|avantages|inconvénients|points forts|points faibles|idéal pour|les utilisateurs|de plus|également|prix",
  compare:
    "que|qu'|surpasse|bat|devance|supérieur*|inférieur*|préfér*|par rapport|comparé*|plutôt|au lieu|mieux|face à|l'emporte|avantage sur|meilleur choix|aussi|dépasse|derrière|coûte|préfère|meilleur|égal|autant|plus|moins|pire",
  absent:
    'information*|trouv*|connais|connaissance*|mention*|résultat*|donnée*|détails|apparaît|figure|répertorié*|familier|sais|renseignement*|référence*|preuve*',
  ignore:
    'non seulement|pas seulement|sans doute|sans problème|sans effort|sans frais|sans engagement|au moins|pas cher|pas chère|sans aucun doute|projets complexes|sans compromis|moins cher*|pas forcément|sans fil',
};
