import type { Message } from '../message.ts';

/** What Slack takes at most: a header 150 characters, a field of a section 2000, a section 10 fields. */
const longest = { header: 150, field: 2000, fields: 10 };

/** A message of an incoming webhook of Slack: the text for the notification, the blocks for the channel. */
export function slackMessage({ title, facts, link }: Message): object {
  const fields = facts.slice(0, longest.fields).map(({ label, value }) => {
    const text = `*${escape(label)}*\n${escape(value)}`;
    return { type: 'mrkdwn', text: cut(text, longest.field), verbatim: true };
  });
  return {
    text: escape(title),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: cut(title, longest.header), emoji: false } },
      ...(fields.length > 0 ? [{ type: 'section', fields }] : []),
      ...(link ? [{ type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: link.text }, url: link.url }] }] : []),
    ],
  };
}

/** Slack's three control characters; as `<!channel>` or `<https://…|text>` a name could otherwise call everybody, or lie about a link. */
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Not through a character that takes two units, nor through one that is escaped. */
const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$|&\w{0,4}$/, '')}…`;
