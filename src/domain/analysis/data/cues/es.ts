import type { CueWords } from './cue-words.ts';

export const es: CueWords = {
  positive:
    'excelente*|excepcional*|sobresal*|destaca|destacan|destacad*|gran|genial*|bueno|buena|buenos|buenas|buen|mejor|mejores|óptim*|magnífic*|fantástic*|increíble*|impresionante*|fuerte*|sólid*|robust*|potente*|poderos*|fiable*|confiable*|de confianza|duradero*|duradera*|resistente*|de calidad|alta calidad|gran calidad|intuitiv*|fácil*|sencill*|amigable*|fluid*|rápid*|ágil|eficiente*|eficaz*|económic*|barat*|asequible*|accesible*|buena relación calidad-precio|excelente relación|gran relación|flexible*|versátil*|personalizable*|escalable*|complet*|ampli*|innovador*|líder*|popular*|querid*|elogiad*|elogian|valorad*|ideal*|perfect*|adecuad*|cómod*|elegante*|modern*|bonit*|preciso|precisa|segur*|útil*|práctic*|ventaja*|fortaleza*|punto fuerte|puntos fuertes|beneficio*|satisfech*|satisfactori*|encanta|brilla|gana|supera|merece la pena|vale la pena|recomendable*|delicios*|silencios*|transparente*|reconocid*|prestigios*|premiad*|ligero|ligera|estable*',
  negative:
    'malo|mala|malos|malas|mal|peor|peores|terrible*|horrible*|pésim*|pesadilla|decepcion*|mediocre*|inferior*|débil*|debilidad*|poco fiable|poco intuitiv*|poco fluid*|con errores|errores|fallos|fallas|lento|lenta|lentos|lentas|torpe*|engorros*|confus*|complicad*|complej*|difícil*|frustrante*|molest*|caro|cara|caros|caras|costos*|precio elevado|precios elevados|precio alto|precios altos|costes ocultos|costos ocultos|limitad*|limitación|limitaciones|limitante*|anticuad*|obsolet*|desactualizad*|rígid*|incómod*|pesado|pesada|ruidos*|impreciso|insegur*|arriesgad*|estafa*|fraude*|engaños*|queja|quejas|se quejan|critican|criticad*|crítica|críticas|desventaja*|inconveniente*|contra|contras|punto débil|puntos débiles|problema|problemas|falla|fallan|fracasa|sufre|insuficiente*|deficiente*|abrumador*|curva de aprendizaje|sobrevalorad*|se queda corto|se queda corta|frágil*',
  lack: 'carece|carecen|falta|faltan|falta de|sin|le falta',
  negation: 'no|nunca|jamás|ni|tampoco|apenas|poco|poca|pocos|pocas|menos|nada|ningún|ninguna|ninguno|lejos de|sin',
  negationAfter: '_',
  contrast:
    'pero|sin embargo|aunque|mientras que|mientras|en cambio|no obstante|a pesar de|por otro lado|por el contrario|si bien|sino|lamentablemente|desafortunadamente|excepto',
  recommend:
    'recomiendo|recomendamos|recomienda|recomiendan|recomendad*|recomendación|recomendaciones|recomendaría|recomendable*|recomendar|sugiero|sugerimos|mejor opción|mejor elección|mejor alternativa|gran opción|buena opción|excelente opción|opción ideal|opción perfecta|buena elección|excelente elección|gran elección|primera opción|opción más segura|apuesta segura|elige|elija|opta por|opte por|elegiría|me quedo con|merece la pena|vale la pena|ideal para|perfecto para|perfecta para|el mejor|la mejor|los mejores|las mejores|mejor en general|mejor general|ganador|ganadora|favorit*|considera|considerar|tener en cuenta|no te equivocas|más adecuad*|opción sólida|sólida opción|excelente para|muy recomend*',
  warn: 'no recomiendo|no recomendamos|no se recomienda|no es recomendable|no recomendable|no recomendaría|no lo recomend*|no la recomend*|evita|evite|evitar|evitaría|desaconsej*|no vale la pena|no merece la pena|no es la mejor|no es ideal|no es adecuad*|no es una buena|no compres|no compre|mala opción|mala elección|mejor evitar|cuidado con|aléjate|no es la opción|no elegiría|poco recomendable|piénsalo dos',
  best: 'mejor|mejores|top|recomend*|destacad*|excelente*|líder*|principales|populares|favorit*|buenas opciones|opciones a considerar|ideales|opciones|mejor valorad*',
  ordinal: 'primer|primero|primera|segundo|segunda|tercer|tercero|tercera|cuarto|cuarta',
  pronouns:
    'es|su|sus|este|esta|estos|ofrece|la plataforma|la herramienta|el software|la aplicación|la empresa|la marca|ventajas|desventajas|ideal para|los usuarios|usuarios|además|también|precio|puntos fuertes|pros|contras|inconvenientes|lo mejor|tiene',
  compare:
    'que|supera|superior|inferior|prefier*|preferible|preferimos|frente a|comparad*|comparación|mejor opción|mejor elección|en lugar de|en vez de|antes que|gana|vence|pierde|tan|ventaja sobre|por encima|por detrás|sobre|aventaja|mejor que',
  absent:
    'información|encontr*|encuentr*|conozco|conocimiento|datos|resultados|menciona*|mención|aparece*|detalles|evidencia*|consta|registr*|familiarizad*|figura|incluid*|hallado|referencias|sé nada|localizar',
  ignore:
    'no solo|no sólo|sin duda|sin problemas|sin problema|sin complicaciones|sin esfuerzo|sin costo|sin coste|sin necesidad|sin embargo|no obstante|al menos|por lo menos|ni hablar|mal menor|cara a cara|cara a|no necesariamente|no es solo|sin comisiones|proyectos complejos|más barato|menos mal|sin comprometer|sin sacrificar|de cara|buen día',
};
