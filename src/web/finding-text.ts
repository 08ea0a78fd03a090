import { useTranslation } from 'react-i18next';
import type { Names } from './alert-names.ts';
import type { Finding } from './api.ts';
import { useFormat } from './format.ts';
import { useLabel } from './label.ts';

/** The sentence of a finding, in the reader's language. */
export function useFindingText(names: Names, weeks: number): (finding: Finding) => string {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const label = useLabel();
  const stageName = (stage: string | null) => (stage === null ? '' : label('stages', stage).toLocaleLowerCase(i18n.language));
  const points = (value: number) => t('home.points', { count: Math.round(Math.abs(value) * 100), number: format.points(value) });
  const percent = (value: number | null) => (value === null ? t('common.notMeasured') : format.percent(value));
  return (finding) => {
    const { stage, next, engine, other, value, interval, reference, since, sure } = finding;
    const at = { stage: stageName(stage) };
    switch (finding.kind) {
      case 'unmeasured':
        return t('home.unmeasured', at);
      case 'level':
        return interval
          ? t('home.level', { ...at, value: percent(value), half: format.points((interval[1] - interval[0]) / 2) })
          : t('home.levelAlone', { ...at, value: percent(value) });
      case 'alert': {
        const way = (value ?? 0) < 0 ? 'Down' : 'Up';
        const told = { points: points(value ?? 0), since: format.period((since ?? '').slice(0, 10), 'day') };
        return engine === null ? t(`home.alert${way}`, told) : t(`home.alert${way}On`, { ...told, engine: names.engine(engine) });
      }
      case 'change': {
        if (value === null || interval === null) return '';
        if (sure === 'chance') return t('home.noChange', { count: weeks, points: points(reference ?? 0) });
        const range = { low: format.signed(interval[0]), high: format.signed(interval[1]) };
        return t(value < 0 ? 'home.changeDown' : 'home.changeUp', { count: weeks, points: points(value), ...range });
      }
      case 'behind':
      case 'ahead': {
        const rival = { rival: names.brand(other ?? ''), reference: percent(reference), points: points(value ?? 0) };
        return t(sure === 'chance' ? 'home.rivalLevel' : `home.${finding.kind}`, rival);
      }
      case 'engines':
        return t('home.engineGap', {
          weak: names.engine(engine ?? ''),
          value: percent(value),
          strong: names.engine(other ?? ''),
          reference: percent(reference),
        });
      case 'dropOff':
        return t('home.lost', { ...at, next: stageName(next), value: percent(value), range: interval ? format.range(interval) : '' });
    }
  };
}
