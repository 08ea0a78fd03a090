import type { AnswerCitation } from './analyze.ts';
import { scan } from './automaton.ts';
import { buildAutomaton } from './build-automaton.ts';
import { domainOwners, readCitations, type CitationInput } from './citations.ts';
import { foldInto } from './fold.ts';
import type { Panel } from './panel.ts';
import { compilePanel } from './patterns.ts';
import { scanText } from './scan-lines.ts';
import { createWorkspace } from './workspace.ts';

/** What an answer is read from; `retrieved` are the addresses that the engine looked at. */
export type ReadFrom = { text: string; citations: readonly AnswerCitation[]; retrieved: readonly string[] };

/**
 * Whether an answer may read differently with the panel `after` than with `before`. A reading depends on a panel only by the
 * names of it that stand in the text and by whose the cited pages are: an answer that has neither a name nor a page that the
 * two panels know differently reads the same. That takes a fraction of reading it.
 */
export function createTouchedTest(before: Panel, after: Panel): (answer: ReadFrom) => boolean {
  const names = differing(namesOf(before), namesOf(after));
  const domains = differing(domainOwners(before), domainOwners(after));
  const automaton = names.length > 0 ? buildAutomaton(names) : null;
  const owners = new Map(domains.map((domain) => [domain, domain]));
  const { folded, structure, hits } = createWorkspace();
  const isOwned = (pages: readonly CitationInput[]) => readCitations(pages, 'engine', owners).some(({ brand }) => brand !== null);
  return ({ text, citations, retrieved }) => {
    const areLinksRead = owners.size > 0 && citations.length === 0;
    if (automaton !== null || areLinksRead) foldInto(text, folded);
    if (automaton !== null) {
      scan(automaton, folded.chars, 0, folded.length, hits);
      if (hits.count > 0) return true;
    }
    if (owners.size === 0) return false;
    if (areLinksRead) scanText(text, folded, structure);
    return isOwned(areLinksRead ? structure.links : citations.map(toInput)) || isOwned(retrieved.map((url) => toInput({ url })));
  };
}

const toInput = ({ url, title = null, start = null, end = null }: AnswerCitation): CitationInput => ({ url, title, start, end });

/** What is looked for, folded, with all that decides what a place where it stands is read as. */
const namesOf = (panel: Panel): ReadonlyMap<string, string> =>
  new Map(
    compilePanel(panel).patterns.map(({ folded, brand, alias, isStem, word }) => [folded, JSON.stringify([brand, alias, isStem, word])]),
  );

/** The keys that only one of the two has, or that stand for something else in the other. */
const differing = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key));
