import { rivalsOf } from './competitors.ts';
import { isMeasured, type ReportAction, type ReportChange, type ReportData, type ReportLanguage } from './report.ts';
import { createWords, type Words } from './words.ts';

/** Told at most; the rest stands in the sections. */
const mostChanges = 3;

/** One paragraph in plain words, by rules from the figures: it holds no number that is not one of the report's. */
export function summarize(report: ReportData, language: ReportLanguage): string {
  const words = createWords(language, report);
  if (!isMeasured(report)) return words.texts.nothing;
  return [level(report, words), changes(report, words), losses(report, words), missing(report, words), next(report, words)]
    .flat()
    .filter((sentence) => sentence !== null)
    .join(words.texts.sentences);
}

function level({ brand, period, certainty, stages }: ReportData, words: Words): string {
  const { summary } = words.texts;
  const values = {
    answers: words.number(certainty.observations.answered),
    prompts: words.number(certainty.prompts),
    from: words.day(period.from),
    to: words.dayBefore(period.to),
  };
  if (brand === null) return words.say(summary.noBrand, values);
  const figures = stages.flatMap(({ stage, brands }) => {
    const own = brands.find((one) => one.brand === brand);
    return own === undefined || own.visibility.value === null
      ? []
      : [words.say(summary.stageFigure, { figure: words.figure(own.visibility), stage: words.stage(stage) })];
  });
  return words.say(summary.level, { ...values, brand: words.brand(brand), figures: words.all(figures) });
}

/** Also says what it does not tell one by one, and that nothing changed only where nothing did. */
function changes({ changes: all, suspected, noise, certainty }: ReportData, words: Words): (string | null)[] {
  const { summary, semicolon } = words.texts;
  const told = (state: ReportChange['state']) =>
    all.filter((change) => change.state === state && change.metric === 'visibility').slice(0, mostChanges);
  const say = (some: readonly ReportChange[]) => some.map((change) => sayChange(change, words)).join(semicolon);
  const [fresh, ongoing] = [told('new'), told('ongoing')];
  const more = all.length - fresh.length - ongoing.length;
  const counted = (text: string, count: number) =>
    count > 0 ? words.say(text, { count: words.number(count), floor: words.number(certainty.floor * 100) }) : null;
  const isStill = fresh.length + more + suspected.length === 0;
  const still = certainty.comparisons === 0 ? summary.uncompared : ongoing.length > 0 ? summary.nothingElse : summary.unchanged;
  return [
    fresh.length > 0 ? words.say(summary.changed, { changes: say(fresh) }) : null,
    ongoing.length > 0 ? words.say(summary.ongoing, { changes: say(ongoing) }) : null,
    counted(summary.moreChanges, more),
    isStill ? still : null,
    counted(summary.suspected, suspected.length),
    counted(summary.noise, noise.length),
  ];
}

const sayChange = (change: ReportChange, words: Words): string =>
  words.say(change.brand === null ? words.texts.summary.engineChange : words.texts.summary.oneChange, {
    brand: words.brand(change.brand),
    direction: words.word('directions', change.direction),
    before: change.before.value === null ? words.texts.notMeasured : words.share(change.before.value),
    after: change.after.value === null ? words.texts.notMeasured : words.share(change.after.value),
    stage: change.stage === null ? words.texts.everyStage : words.stage(change.stage),
    engine: words.engine(change.engine),
    cause: words.word('causes', change.cause ?? 'unknown'),
  });

function losses({ brand, stages, prompts, ...report }: ReportData, words: Words): (string | null)[] {
  const { summary } = words.texts;
  const sure = stages.flatMap(({ stage, dropOff }) => (dropOff?.interval && dropOff.interval[0] > 0 ? [{ stage, ...dropOff }] : []));
  const [largest] = sure.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const own = words.brand(brand);
  return [
    largest
      ? words.say(summary.dropOff, { from: words.stage(largest.stage), to: words.stage(largest.to), lost: words.share(largest.value ?? 0) })
      : null,
    namedInstead({ ...report, brand }, words),
    prompts.never.length > 0
      ? words.say(summary.never, { count: words.number(prompts.never.length), asked: words.number(prompts.asked), brand: own })
      : null,
  ];
}

/** Who is named most where the brand is not: one, or all that are level. */
function namedInstead({ brand, brands, competitors: { instead } }: Pick<ReportData, 'brand' | 'brands' | 'competitors'>, words: Words) {
  const { summary } = words.texts;
  const counts = new Map<string, number>();
  for (const one of instead.flatMap((stage) => stage.brands)) counts.set(one.brand, (counts.get(one.brand) ?? 0) + one.answers);
  const most = Math.max(0, ...counts.values());
  const first = [...counts].filter(([, answers]) => answers === most).map(([key]) => words.brand(key));
  if (most === 0) return null;
  const of = instead.reduce((sum, { answers }) => sum + answers, 0);
  const values = {
    brand: words.brand(brand),
    rival: words.all(first),
    rivals: words.all(first),
    answers: words.number(most),
    of: words.number(of),
  };
  if (first.length > 1) return words.say(summary.insteadTied, values);
  return words.say(rivalsOf(brands, brand).length > 1 ? summary.instead : summary.insteadOnly, values);
}

function missing({ certainty: { observations } }: ReportData, words: Words): string | null {
  const { answered, noAnswer, refused, missing: failed } = observations;
  const share = failed / (answered + noAnswer + refused + failed);
  return share > 0 ? words.say(words.texts.summary.missing, { share: words.share(share) }) : null;
}

function next({ actions }: ReportData, words: Words): string | null {
  const [first] = actions;
  return first ? words.say(words.texts.summary.next, { action: sayAction(first, words) }) : null;
}

/** An action with its evidence, as one sentence. */
export function sayAction({ kind, stage, engine, brand, facts, figure }: ReportAction, words: Words): string {
  const { texts, say } = words;
  const fact = (name: string): string => {
    const value = facts[name];
    if (Array.isArray(value)) return value.map((text) => say(texts.quoted, { text })).join(texts.list);
    return typeof value === 'number' ? words.number(value) : (value ?? '');
  };
  const shareOf = (name: string) => (typeof facts[name] === 'number' ? words.share(facts[name]) : '');
  const named = Object.fromEntries(Object.keys(facts).map((name) => [name, fact(name)]));
  const name = kind === 'gap-page' && fact('basis') === 'answers' ? 'gap-answers' : kind;
  return say(texts.actions[name], {
    ...named,
    stage: words.stage(stage),
    engine: words.engine(engine),
    brand: words.brand(brand),
    figure: figure === null ? '' : words.figure(figure),
    metric: words.word('metrics', fact('metric')).toLocaleLowerCase(words.language),
    way: words.word('ways', fact('direction') || 'down'),
    cause: words.word('causes', fact('cause') || 'unknown'),
    ...(kind === 'drop-off' && {
      from: words.stage(fact('from')),
      serves: words.word('serves', stage !== null && Object.hasOwn(texts.serves, stage) ? stage : 'other'),
      lost: shareOf('lost'),
      range: typeof facts['low'] === 'number' && typeof facts['high'] === 'number' ? words.range([facts['low'], facts['high']]) : '',
    }),
    ...(typeof facts['since'] === 'string' && { since: words.day(facts['since']) }),
  });
}
