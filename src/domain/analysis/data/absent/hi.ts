import { sentencePattern } from '../../sentence-pattern.ts';

export const hi: readonly RegExp[] = [
  sentencePattern(
    '<names:Bs>"? (?:के बारे में|पर|की|के संबंध में)[^।.\\ue000-\\uf8ff]{0,24}?(?:जानकारी|सूचना|डेटा|विवरण|परिणाम)[^।.\\ue000-\\uf8ff]{0,24}?(?:नहीं|न )',
  ),
  sentencePattern('(?:मैंने )?<names:Bs>"? (?:का नाम |के बारे में )?(?:पहले )?(?:कभी )?(?:नहीं सुना|कुछ नहीं जानता|कुछ नहीं पता|कुछ पता नहीं)'),
];
