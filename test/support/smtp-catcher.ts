import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface CaughtMail {
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  /** As it came over the wire. */
  raw: string;
}

/** A real mail server of a test's own: takes everything, delivers nothing. */
export async function smtpCatcher(port = 0) {
  const mails: CaughtMail[] = [];
  const waiting: (() => void)[] = [];
  let refusal: { code: number; text: string } | undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: (_address, _session, done) =>
      done(refusal ? Object.assign(new Error(refusal.text), { responseCode: refusal.code }) : null),
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        mails.push({ from, to: rcptTo.map(({ address }) => address), ...readMail(Buffer.concat(parts)) });
        done();
        for (const resolve of waiting.splice(0)) resolve();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const at = (server.server.address() as AddressInfo).port;
  return {
    mails,
    port: at,
    url: `smtp://127.0.0.1:${at}`,
    /** Resolves when so many mails have come. */
    async until(count: number): Promise<CaughtMail[]> {
      while (mails.length < count) await new Promise<void>((resolve) => waiting.push(resolve));
      return mails;
    },
    /** From now on every recipient is refused; `undefined` takes them again. */
    refuse(answer: { code: number; text: string } | undefined): void {
      refusal = answer;
    },
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

/** The link in a mail's text. */
export function linkIn({ text }: CaughtMail): string {
  const [link] = /https?:\/\/\S+/.exec(text) ?? [];
  if (link === undefined) throw new Error('the mail holds no link');
  return link;
}

function readMail(bytes: Buffer): Omit<CaughtMail, 'from' | 'to'> {
  const raw = bytes.toString('latin1');
  const [head = '', body = ''] = splitHead(raw);
  const boundary = /boundary="([^"]+)"/.exec(head)?.[1] ?? 'none';
  const parts = body.split(`--${boundary}`).map((part) => splitHead(part.replace(/^\r\n/, '')));
  const partOf = (type: string) => {
    const [partHead = '', content = ''] = parts.find(([name]) => name?.includes(type)) ?? [];
    return decode(content, /base64/i.test(partHead));
  };
  return { subject: subjectOf(head), text: partOf('text/plain'), html: partOf('text/html'), raw };
}

function splitHead(text: string): string[] {
  const end = text.indexOf('\r\n\r\n');
  return [text.slice(0, end), text.slice(end + 4)];
}

function decode(content: string, isBase64: boolean): string {
  if (isBase64) return Buffer.from(content, 'base64').toString('utf8');
  const joined = content.replace(/=\r\n/g, '');
  const bytes = joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Encoded words (RFC 2047) in their "Q" form, which is what nodemailer writes for a few accents. */
function subjectOf(head: string): string {
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ');
  const subject = /^Subject: (.*)$/m.exec(unfolded)?.[1] ?? '';
  return subject
    .replace(/=\?UTF-8\?Q\?([^?]*)\?= ?/gi, (_, word: string) => decode(word.replaceAll('_', ' '), false))
    .trim();
}
