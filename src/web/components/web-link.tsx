import { useTranslation } from 'react-i18next';
import { isWebAddress } from '../marked-text.ts';

/** An address that an answer gave: a link where it is one of the web, and in any case no more than text to us. */
export function WebLink({ url }: { url: string }) {
  const { t } = useTranslation();
  const text = <bdi style={{ overflowWrap: 'anywhere' }}>{url}</bdi>;
  if (!isWebAddress(url)) return text;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer nofollow" aria-label={`${url} (${t('app.externalLink')})`}>
      {text}
    </a>
  );
}
