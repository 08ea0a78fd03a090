import type { Figure, Interval } from '../metrics/cell.ts';
import type { DropOff } from '../metrics/drop-off.ts';
import type { Change } from './change.ts';

export type BrandReading = { brand: string; own: boolean; visibility: Figure; shareOfVoice: Figure };
export type EngineReading = { engine: string; visibility: Figure; change: Change };
export type StageReading = {
  stage: string;
  visibility: Figure;
  change: Change;
  /** To the next stage that was asked about; null at the last. */
  dropOff: (DropOff & { next: string }) | null;
  engines: EngineReading[];
  brands: BrandReading[];
};
/** An open alert on the brand, as far as a sentence needs it. */
export type OpenAlert = {
  id: string;
  stage: string | null;
  engine: string | null;
  direction: 'down' | 'up';
  before: Figure;
  after: Figure;
  since: string;
};

/** `real`: an alert, within the workspace's false-alarm budget; `likely`: the interval has no zero in it; `chance`: it has. */
export type Sureness = 'real' | 'likely' | 'chance';
export type FindingKind = 'level' | 'alert' | 'change' | 'behind' | 'ahead' | 'engines' | 'dropOff' | 'unmeasured';
/** One sentence's content; what a kind does not use is null. Shares and differences are 0..1 and −1..1. */
export type Finding = {
  kind: FindingKind;
  stage: string | null;
  next: string | null;
  engine: string | null;
  /** A second engine, or a rival. */
  other: string | null;
  value: number | null;
  interval: Interval | null;
  /** The figure of `other`, or the least change that would have been seen. */
  reference: number | null;
  since: string | null;
  alert: string | null;
  sure: Sureness | null;
};

const blank: Omit<Finding, 'kind'> = {
  stage: null,
  next: null,
  engine: null,
  other: null,
  value: null,
  interval: null,
  reference: null,
  since: null,
  alert: null,
  sure: null,
};
const finding = (kind: FindingKind, parts: Partial<Finding>): Finding => ({ ...blank, ...parts, kind });

/** What the figures of one brand say, stage by stage, most important first: rules, no model. Nothing within chance is told as a change. */
export function findingsOf(stages: readonly StageReading[], alerts: readonly OpenAlert[]): Finding[] {
  const everywhere = alerts.filter(({ stage }) => stage === null).map(tellAlert);
  return [...everywhere, ...stages.flatMap((reading) => ofStage(reading, alerts))];
}

function ofStage(reading: StageReading, alerts: readonly OpenAlert[]): Finding[] {
  const { stage, visibility } = reading;
  if (visibility.value === null) return [finding('unmeasured', { stage })];
  const own = alerts.filter((alert) => alert.stage === stage);
  return [
    finding('level', { stage, value: visibility.value, interval: visibility.panel }),
    ...own.map(tellAlert),
    ...(own.length === 0 ? tellChange(reading) : []),
    ...tellRival(reading),
    ...tellEngines(reading),
    ...tellDropOff(reading),
  ];
}

const tellAlert = ({ id, stage, engine, before, after, since }: OpenAlert): Finding =>
  finding('alert', {
    stage,
    engine,
    value: before.value === null || after.value === null ? null : after.value - before.value,
    since,
    alert: id,
    sure: 'real',
  });

function tellChange({ stage, change }: StageReading): Finding[] {
  const { difference, interval, smallest } = change;
  if (difference === null || interval === null) return [];
  const sure = interval[0] > 0 || interval[1] < 0 ? 'likely' : 'chance';
  return [finding('change', { stage, value: difference, interval, reference: smallest, sure })];
}

/** The rival that is named most, if it is named more; else that nobody is. Apart only where the intervals are. */
function tellRival({ stage, brands }: StageReading): Finding[] {
  const own = brands.find((one) => one.own);
  const best = brands.filter((one) => !one.own && one.visibility.value !== null).toSorted((a, b) => level(b) - level(a))[0];
  if (!own || !best || own.visibility.value === null) return [];
  const parts = { stage, other: best.brand, value: level(best) - level(own), reference: best.visibility.value };
  const sure: Sureness = areApart(best.visibility, own.visibility) ? 'likely' : 'chance';
  return [finding(level(best) > level(own) ? 'behind' : 'ahead', { ...parts, sure })];
}

const level = ({ visibility }: { visibility: Figure }): number => visibility.value ?? 0;

function tellEngines({ stage, engines }: StageReading): Finding[] {
  const measured = engines.filter(({ visibility }) => visibility.value !== null).toSorted((a, b) => level(b) - level(a));
  const [best, worst] = [measured[0], measured.at(-1)];
  if (!best || !worst || best === worst || !areApart(best.visibility, worst.visibility)) return [];
  return [
    finding('engines', { stage, engine: worst.engine, value: level(worst), other: best.engine, reference: level(best), sure: 'likely' }),
  ];
}

function tellDropOff({ stage, dropOff }: StageReading): Finding[] {
  if (!dropOff || dropOff.value === null || !dropOff.interval || dropOff.interval[0] <= 0) return [];
  return [finding('dropOff', { stage, next: dropOff.next, value: dropOff.value, interval: dropOff.interval, sure: 'likely' })];
}

const areApart = ({ panel: a }: Figure, { panel: b }: Figure): boolean => a !== null && b !== null && (a[0] > b[1] || b[0] > a[1]);
