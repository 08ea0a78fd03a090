import { answerStates, type AnswerRequest } from './queries.ts';

const names = ['engine', 'stage', 'language', 'brand', 'prompt', 'run', 'q'] as const;
const day = /^\d{4}-\d\d-\d\d$/;

/** The filters of the answers page as its address says them; what is not usable there is left out. */
export function readAnswerFilter(get: (name: string) => string | null): AnswerRequest {
  const filter: AnswerRequest = {};
  for (const name of names) {
    const value = get(name);
    if (value) filter[name] = value;
  }
  for (const name of ['from', 'to'] as const) {
    const value = get(name);
    if (value && day.test(value)) filter[name] = value;
  }
  const state = answerStates.find((one) => one === get('state'));
  if (state) filter.state = state;
  if (filter.brand && get('named') === 'no') filter.named = 'no';
  return filter;
}
