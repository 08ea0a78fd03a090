import robotsParser from 'robots-parser';

/** A CommonJS module whose types say that its function is in `default`; Node gives the function itself. */
const parseRobots = robotsParser as typeof robotsParser & typeof robotsParser.default;

/** What a host's robots.txt says to us (RFC 9309). */
export type RobotsRules = { allows: (url: string) => boolean; delayMs: number };

/** The longest wait between two requests that a robots.txt can ask for. */
const longestDelayMs = 30_000;
export const politeDelayMs = 500;

/** @param text of robots.txt; null: there is none, so all is allowed. @param agent our product token */
export function readRobots(text: string | null, origin: string, agent: string): RobotsRules {
  if (text === null) return { allows: () => true, delayMs: politeDelayMs };
  const rules = parseRobots(`${origin}/robots.txt`, text);
  const asked = rules.getCrawlDelay(agent) ?? 0;
  return {
    allows: (url) => rules.isAllowed(url, agent) !== false,
    delayMs: Math.min(longestDelayMs, Math.max(politeDelayMs, Number.isFinite(asked) ? asked * 1000 : 0)),
  };
}
