import { addCount, createHistory, type History } from '../alerts/history.ts';

/** One answer asked for in a sweep, as far as change detection looks at it; `hits` are the brands that a rule's metric counts in it. */
export type Asked = {
  sweep: string | null;
  engine: string;
  stage: string;
  prompt: string;
  intent: string;
  /** All that makes two answers comparable: version of the prompt, parser, panel, language, country. */
  version: string;
  /** Of a prompt that only watches the engine. */
  canary: boolean;
  /** ms since 1970. */
  at: number;
  model: string | null;
  state: 'answered' | 'no_answer' | 'refused' | 'error';
  citations: number;
  visible: readonly string[];
  hits: readonly string[];
};

/** What a hit is a share of: all answers, the brands named in them (share of voice), or the answers that name the brand. */
export type Base = 'answers' | 'named' | 'naming';

/**
 * The history that `watchHistory` goes through. `only` leaves a single brand in it; base `naming` needs that, since then
 * every brand has answers of its own.
 */
export function historyOf(
  asked: Iterable<Asked>,
  brands: readonly string[],
  { base = 'answers', only }: { base?: Base; only?: string } = {},
): History {
  const watched = new Set(only === undefined ? brands : brands.filter((brand) => brand === only));
  const history = createHistory(watched);
  for (const one of asked) {
    const answered = one.state === 'answered' ? sizeOf(one, one.canary ? 'answers' : base, only) : 0;
    if (one.state === 'answered' && answered === 0) continue;
    const counted = base === 'naming' ? one.hits.filter((brand) => one.visible.includes(brand)) : one.hits;
    addCount(history, {
      at: one.at,
      sweep: one.sweep,
      engine: one.engine,
      stage: one.stage,
      intent: one.intent,
      prompt: one.prompt,
      version: one.version,
      model: one.model,
      canary: one.canary,
      asked: Math.max(1, answered),
      answered,
      failed: one.state === 'error' ? 1 : 0,
      visible: new Map(counted.filter((brand) => watched.has(brand)).map((brand) => [brand, 1])),
      brandsNamed: one.visible.length,
      citations: one.citations,
    });
  }
  return history;
}

function sizeOf({ visible }: Asked, base: Base, only: string | undefined): number {
  if (base === 'answers') return 1;
  if (base === 'named') return visible.length;
  return only !== undefined && visible.includes(only) ? 1 : 0;
}
