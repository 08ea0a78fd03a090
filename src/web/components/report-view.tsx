import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { correctionBlocks } from '../../domain/report/document-sources.ts';
import { toDocument } from '../../domain/report/document.ts';
import { createWords } from '../../domain/report/words.ts';
import { languages } from '../i18n.ts';
import type { KeptReport } from '../report-queries.ts';
import { ReportDocument } from './report-document.tsx';

/** A report in the reader's language, with what was corrected since. */
export function ReportView({ kept }: { kept: KeptReport }) {
  const { i18n } = useTranslation();
  const language = languages.find((one) => one === i18n.language) ?? 'en';
  const { document, more } = useMemo(() => {
    const words = createWords(language, kept.report);
    const corrected = correctionBlocks(kept.corrections, words);
    const lead = words.say(words.texts.text.corrections, { at: words.day(kept.createdAt) });
    return {
      document: toDocument(kept.report, language),
      more: corrected.length > 0 ? [{ kind: 'text' as const, text: lead }, ...corrected] : [],
    };
  }, [kept, language]);
  return <ReportDocument document={document} more={more} />;
}
