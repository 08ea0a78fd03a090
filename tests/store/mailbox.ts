import { SMTPServer } from 'smtp-server';

export type Mail = { from: string; to: string[]; text: string };

/** A mail server on this machine; refuses recipients whose name says so. */
export async function openMailbox() {
  const mails: Mail[] = [];
  let refuse = 0;
  let code = 451;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData: (stream, session, done) => {
      let text = '';
      stream.on('data', (part: Buffer) => (text += part.toString()));
      stream.on('end', () => {
        if (refuse-- > 0) return done(Object.assign(new Error('Come back later'), { responseCode: code }));
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), text });
        return done();
      });
    },
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  return {
    url: `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    mails,
    refuseNext: (withCode = 451) => {
      refuse = 1;
      code = withCode;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

export const decoded = (mail: Mail | undefined) =>
  (mail?.text ?? '')
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString());
