import type { Message } from '../message.ts';

/** An Adaptive Card, as the webhook of a Teams workflow takes it. Text runs show their text as it is: Teams reads no markup in them. */
export function teamsMessage({ title, facts, link }: Message): object {
  const body = [
    richText([{ text: title, weight: 'Bolder', size: 'Medium' }]),
    ...facts.map(({ label, value }) => richText([{ text: `${label}: `, weight: 'Bolder' }, { text: value }])),
  ];
  const actions = link ? [{ type: 'Action.OpenUrl', title: link.text, url: link.url }] : [];
  return {
    type: 'message',
    summary: title,
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: { $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', type: 'AdaptiveCard', version: '1.4', body, actions },
      },
    ],
  };
}

type TextRun = { text: string; weight?: 'Bolder'; size?: 'Medium' };
const richText = (runs: TextRun[]) => ({ type: 'RichTextBlock', inlines: runs.map((run) => ({ type: 'TextRun', ...run })) });
