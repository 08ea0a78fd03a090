import type { Cell } from '../metrics/cell.ts';
import { dropOff } from '../metrics/drop-off.ts';
import { figures } from '../metrics/index.ts';
import { seededRandom } from '../statistics/random.ts';
import type { BrandFigures, Report, ReportShift } from './report.ts';
import { shiftOf } from './shift.ts';

/** What was counted at one stage on one engine (null: all together) in a period, a cell a wording. */
export type Counted = {
  stage: string;
  engine: string | null;
  cellsOf: (brand: string) => Cell[];
};
export type TwoPeriods = { now: readonly Counted[]; before: readonly Counted[] };
type Place = { stage: string | null; engine: string | null };

const shown = ['visibility', 'shareOfVoice', 'firstMention', 'citationRate', 'recommendationRate'] as const;

const within = (counted: readonly Counted[], { stage, engine }: Place) =>
  counted.filter((one) => (stage === null || one.stage === stage) && one.engine === engine);
const cellsOf = (counted: readonly Counted[], brand: string) => counted.flatMap((one) => one.cellsOf(brand));

function describeBrand<Metric extends (typeof shown)[number]>(
  brand: string,
  { now, before }: TwoPeriods,
  place: Place,
  metrics: readonly Metric[],
) {
  const [here, then] = [within(now, place), within(before, place)].map((counted) => cellsOf(counted, brand)) as [Cell[], Cell[]];
  return {
    brand,
    ...figures(here, metrics),
    before: figures(then, ['visibility']).visibility,
    change: shiftOf({ brand, ...place }, then, here),
  };
}

export const totals = (brands: readonly string[], pooled: TwoPeriods): BrandFigures[] =>
  brands.map((brand) => describeBrand(brand, pooled, { stage: null, engine: null }, shown));

/** Every stage that was asked about in either period, in the order given, with the own brand's loss to the next. */
export function describeStages(
  stages: readonly string[],
  brands: readonly string[],
  own: string | null,
  pooled: TwoPeriods,
): Report['stages'] {
  const asked = stages.filter((stage) => [...pooled.now, ...pooled.before].some((one) => one.stage === stage));
  return asked.map((stage, i) => {
    const to = asked[i + 1];
    const cells = (of: string) => (own === null ? [] : cellsOf(within(pooled.now, { stage: of, engine: null }), own));
    return {
      stage,
      brands: brands.map((brand) => describeBrand(brand, pooled, { stage, engine: null }, shown)),
      // The same draws at each making.
      dropOff: to === undefined ? null : { to, ...dropOff(cells(stage), cells(to), seededRandom(1)) },
    };
  });
}

export function describeEngines(
  engines: readonly string[],
  stages: readonly string[],
  brands: readonly string[],
  own: string | null,
  each: TwoPeriods,
): Report['engines'] {
  return engines.map((engine) => ({
    engine,
    observations: observe(each.now.filter((one) => one.engine === engine)),
    brands: brands.map((brand) => describeBrand(brand, each, { stage: null, engine }, shown)),
    stages:
      own === null
        ? []
        : stages
            .filter((stage) => each.now.some((one) => one.engine === engine && one.stage === stage))
            .map((stage) => {
              const { visibility, before, change } = describeBrand(own, each, { stage, engine }, ['visibility']);
              return { stage, visibility, before, change };
            }),
  }));
}

export type Observations = Report['certainty']['observations'];

export function observe(counted: readonly Counted[]): Observations {
  const sums = { answered: 0, noAnswer: 0, refused: 0, missing: 0 };
  for (const { counts } of cellsOf(counted, '')) {
    sums.answered += counts.answered;
    sums.noAnswer += counts.noAnswer;
    sums.refused += counts.refused;
    sums.missing += counts.failed;
  }
  return sums;
}

/** Every brand at every stage on every engine: the family within which what stands out is told from chance. */
export function allShifts(brands: readonly string[], { now, before }: TwoPeriods): ReportShift[] {
  return now.flatMap((here) => {
    const { stage, engine } = here;
    const then = within(before, { stage, engine });
    return then.length === 0 ? [] : brands.map((brand) => shiftOf({ brand, stage, engine }, cellsOf(then, brand), here.cellsOf(brand)));
  });
}
