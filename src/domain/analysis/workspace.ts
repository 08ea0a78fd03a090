import { createHits, type Hits } from './automaton.ts';
import { createFoldedText, type FoldedText } from './fold.ts';
import { createSentences, type Sentences } from './sentences.ts';
import { createStructure, type Structure } from './structure.ts';

/** Buffers of one analyzer, filled anew for each answer. */
export type Workspace = { text: string; folded: FoldedText; structure: Structure; sentences: Sentences; hits: Hits };

export function createWorkspace(): Workspace {
  return {
    text: '',
    folded: createFoldedText(),
    structure: createStructure(),
    sentences: createSentences(),
    hits: createHits(),
  };
}
