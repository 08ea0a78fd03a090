import { useTranslation } from 'react-i18next';
import type { Figure } from '../api.ts';
import { useFormat } from '../format.ts';
import type { IntervalKind } from '../trend-view.ts';

type Props = { figure: Figure | undefined; interval: IntervalKind; strong?: boolean; counted?: boolean };

/** A figure never stands alone: value, interval, n where asked for (`counted`), and a mark where too much is missing. Null is "not measured", never 0. */
export function FigureText({ figure, interval, strong = false, counted = false }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!figure || figure.value === null) return <span className="figure dimmed">{t('common.notMeasured')}</span>;
  const bounds = figure[interval];
  return (
    <span className="figure number nowrap">
      <b className={strong ? 'strong' : undefined}>{format.percent(figure.value)}</b>{' '}
      <small>
        {bounds ? `(${format.range(bounds)})` : `(${t('overview.noIntervalShort')})`}
        {counted && ` ${t('overview.n', { number: format.integer(figure.denominator) })}`}
        {figure.flagged && (
          <span title={t('overview.flagged')} role="img" aria-label={t('overview.flagged')}>
            {' '}
            ⚠
          </span>
        )}
      </small>
    </span>
  );
}
