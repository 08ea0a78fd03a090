import type { Question } from './engine.ts';

/** The conversation so far as a list of messages, the question last. `assistant` is the vendor's word for itself. */
export function messagesOf<Role extends string>(question: Question, assistant: Role): { role: 'user' | Role; content: string }[] {
  const said = (question.earlier ?? []).flatMap((turn) => [
    { role: 'user' as const, content: turn.question },
    { role: assistant, content: turn.answer },
  ]);
  return [...said, { role: 'user', content: question.text }];
}
