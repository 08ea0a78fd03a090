import type { CueWords } from './cue-words.ts';

export const pt: CueWords = {
  positive:
    'excelente*|excepcional*|ótim*|bom|boa|bons|boas|melhor|melhores|incrível|incríveis|impressionante*|forte*|sólid*|robust*|poderos*|confiável|confiáveis|durável|de qualidade|alta qualidade|intuitiv*|fácil|fáceis|simples|amigável|fluid*|rápid*|eficiente*|eficaz|acessível|acessíveis|barat*|econômic*|bom custo-benefício|custo-benefício|flexível|versátil|personalizável|escalável|complet*|abrangente*|inovador*|líder*|popular*|elogiad*|ideal|ideais|perfeit*|adequad*|confortável|elegante*|modern*|precis*|segur*|útil|prátic*|vantagem|vantagens|ponto forte|pontos fortes|benefício*|satisfeit*|destaca|destaque|brilha|vale a pena|recomendad*|reconhecid*|deliciso*|silencios*|leve|não decepciona|não desaponta|maravilhos*|fantástic*|magnífic*|esplêndid*|impecável|imbatível|brilhante*|generos*|qualidade|simplicidade|rapidez|confiança|convincente*|estável|adoram|amam|gostam|elogiam|elogia|agradável|claro|clara|notável|cumpre|atencios*|gentil|encanta|conquista|dura muito|muito bem',
  negative:
    'ruim|ruins|pior|piores|terrível|horrível|péssim*|pesadelo|decepcion*|medíocre*|inferior*|frac*|fraqueza*|pouco confiável|lent*|confus*|complicad*|complex*|difícil|difíceis|frustrante*|irritante*|caro|cara|caros|caras|preço elevado|preço alto|preços altos|custos ocultos|limitad*|limitação|limitações|desatualizad*|obsolet*|ultrapassad*|rígid*|desconfortável|pesad*|barulhent*|insegur*|arriscad*|golpe|fraude*|enganos*|reclamação|reclamações|reclamam|criticad*|críticas|desvantagem|desvantagens|ponto fraco|pontos fracos|problema|problemas|falha*|sofre|insuficiente*|deficiente*|curva de aprendizado|superestimad*|deixa a desejar|desastre*|desastros*|lamentável|decepciona|decepcionante|desaponta|trava|travamentos|quebra|reclama|criticam|critica|lentidão|complexidade|odeiam|odeia|excessiv*|demais|exagerad*|insatisfeit*|propaganda|anúncios|instável|defeito*|grosseir*|mal-educad*|abusiv*|horrível|fraudulent*|bugs|erros|dura pouco|duram pouco|não responde|não funciona|demora|demoram|quebrou',
  lack: 'carece|falta|faltam|falta de|sem',
  negation: 'não|nunca|jamais|nem|tampouco|pouco|menos|nada|nenhum|nenhuma|longe de',
  negationAfter: '_',
  contrast: 'mas|porém|no entanto|entretanto|embora|enquanto|contudo|todavia|apesar de|por outro lado|já|infelizmente',
  recommend:
    'recomendo|recomendamos|recomenda|recomendad*|recomendação|recomendações|sugiro|melhor opção|melhor escolha|ótima opção|ótima escolha|boa opção|boa escolha|excelente opção|excelente escolha|escolha ideal|primeira escolha|escolha|opte por|vale a pena|ideal para|perfeito para|perfeita para|o melhor|a melhor|os melhores|as melhores|favorit*|vencedor*|considere|aposta segura|a melhor escolha|minha recomendação|nossa recomendação|escolheria|compraria|compre|aposte|aposte em|invista|fique com|prefira|sem hesitar|a escolha certa|a opção certa|melhor compra|melhor solução|indico|indicamos|indicad*|número um|acerta em cheio',
  warn: 'não recomendo|não recomendamos|não é recomendad*|não se recomenda|evite|evitar|não vale a pena|não é a melhor|não é ideal|não compre|má escolha|cuidado com|desaconselh*|fuja|não é indicad*|não comprem|não compraria|não escolheria|fique longe|passe longe|melhor evitar|não indico|não é uma boa|não é boa opção|não é boa escolha|a evitar|descarte|nem pense',
  best: 'melhor|melhores|top|recomend*|principais|populares|líder*|excelente*|ótim*|opções|destaque*|indicad*',
  ordinal: 'primeiro|primeira|segundo|segunda|terceiro|terceira|quarto|quarta',
  pronouns:
    'ele|ela|seu|sua|este|esta|é|a plataforma|a ferramenta|o software|o aplicativo|a empresa|a marca|vantagens|desvantagens|ideal para|os usuários|além disso|também|preço|pontos fortes|pontos fracos|oferece|tem',
  compare:
    'que|supera|superior|inferior|prefir*|preferível|comparad*|comparação|em vez de|ganha|vence|perde|tão|melhor opção|melhor escolha|frente a|à frente|custa|prefiro|melhores|pior|mais|menos|quanto',
  absent:
    'informaç*|encontr*|conheço|conhecimento|dados|resultados|menciona*|menção|aparece*|detalhes|referência*|familiarizad*|consta|listad*',
  ignore:
    'não só|não apenas|sem dúvida|sem problemas|sem esforço|sem custo|pelo menos|no entanto|sem comprometer|projetos complexos|não necessariamente|sem precisar|sem anuidade|sem taxas',
  fact: 'fundad*|sede|sediad*|localizad*|oferece|oferecem|vende|vendem|fabrica|fabricante|produz|desenvolv*|opera|adquir*|comprou|subsidiária|funcionários|receita|milhões|bilhões|empresa|companhia|marca|fornecedor|plataforma|serviço|aplicativo|custa|custam|preço|preços|reais|euros|mês|mensal|ano|anual|plano|planos|versão|modelo|modelos|série|inclui|incluem|suporta|integra|disponível|disponíveis|é um|é uma|é o|é a|são|usa|utiliza|compatível|países|lojas|cidades|desde|atualmente|pesa|polegadas|garantia|semelhante*|parecid*|igual|diferença|depende|ambos|ambas|concorrente*|alternativa|alternativas|lançou|lançado|anunciou',
  pro: 'vantagens|vantagem|prós|pontos fortes|pontos positivos|benefícios|✅',
  con: 'desvantagens|desvantagem|contras|pontos fracos|pontos negativos|limitações|❌',
};
