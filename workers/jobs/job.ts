import type { Deps } from '../../src/deps.ts';
import type { Payload, Step } from '../../src/queue/contracts.ts';
import type { AskContext } from '../../src/services/ask-engine.ts';

export type JobContext = { deps: Deps; ask: AskContext; delivering: Set<string>; reading: Set<string>; signal: AbortSignal };

/** One step of the pipeline as a job: the queue's payload goes to one service. `again`: when to look at it again, ms since 1970. */
export type JobDefinition<S extends Step> = {
  step: S;
  concurrency: number;
  run: (context: JobContext, payload: Payload<S>, queueName: string) => Promise<{ again: number } | null>;
};

export const defineJob = <S extends Step>(job: JobDefinition<S>): JobDefinition<S> => job;
