import { randomUUID } from 'node:crypto';
import { escapeMarkup } from '../files/markup.ts';
import type { MailMessage } from '../network/mailer.ts';

type Invited = { to: string; workspace: string; by: string; link: string };

const texts: Record<string, { subject: (one: Invited) => string; text: (one: Invited) => string }> = {
  en: {
    subject: ({ workspace }) => `You are invited to ${workspace} on Wayseen`,
    text: ({ workspace, by, link }) =>
      `${by} invites you to the workspace ${workspace} on Wayseen. Open this link to join; it works once:\n\n${link}\n`,
  },
  'zh-CN': {
    subject: ({ workspace }) => `邀请您加入 Wayseen 的工作区“${workspace}”`,
    text: ({ workspace, by, link }) =>
      `${by} 邀请您加入 Wayseen 的工作区“${workspace}”。请打开以下链接加入，链接只能使用一次：\n\n${link}\n`,
  },
  'zh-TW': {
    subject: ({ workspace }) => `邀請您加入 Wayseen 的工作區「${workspace}」`,
    text: ({ workspace, by, link }) =>
      `${by} 邀請您加入 Wayseen 的工作區「${workspace}」。請開啟以下連結加入，連結只能使用一次：\n\n${link}\n`,
  },
};

/** In the inviter's language, English where it is another. */
export function invitationMail(invited: Invited, language: string): MailMessage {
  const chosen = texts[language] ?? texts['en'];
  if (!chosen) throw new Error('The English text is missing.');
  const text = chosen.text(invited);
  const html = `<p>${escapeMarkup(text).replaceAll('\n', '<br>')}</p>`;
  const messageId = `<${randomUUID()}@wayseen.invitations>`;
  return { to: invited.to, subject: chosen.subject(invited).replaceAll(/[\r\n]+/g, ' '), text, html, messageId };
}
