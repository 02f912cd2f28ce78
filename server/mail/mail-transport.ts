import { createTransport } from 'nodemailer';
import type { Config } from '../config.ts';
import type { Letter } from './letter.ts';
import { renderHtml, renderText } from './render-letter.ts';

const SECOND = 1000;

export interface Recipient {
  name: string;
  address: string;
}

/** Why a mail did not leave: a code that names nobody, and whether trying again can help. */
export class MailRefused extends Error {
  readonly reason: string;
  readonly isFinal: boolean;

  constructor(reason: string, isFinal: boolean) {
    super(`the mail did not leave: ${reason}`);
    this.name = 'MailRefused';
    this.reason = reason;
    this.isFinal = isFinal;
  }
}

/**
 * Hands one mail to the mail server. In production only over an encrypted connection, unless SMTP_URL says otherwise
 * itself (?ignoreTLS=true, for a relay on the same machine).
 * `stopUrl`: a POST there ends such mails, in one click of the mail program (RFC 8058).
 * @throws MailRefused
 */
export async function sendLetter(
  config: Config,
  to: Recipient,
  letter: Letter,
  stopUrl?: string,
): Promise<void> {
  if (config.mail === null) throw new MailRefused('not-configured', false);
  const transport = createTransport(
    { url: config.mail.url, ...LIMITS, ...(mustEncrypt(config) && { requireTLS: true }) },
    { from: config.mail.from },
  );
  try {
    await transport.sendMail({
      to,
      subject: letter.subject,
      text: renderText(letter),
      html: renderHtml(letter),
      headers: { 'Auto-Submitted': 'auto-generated', ...(stopUrl !== undefined && stopHeaders(stopUrl)) },
    });
  } catch (error) {
    throw refusalOf(error);
  } finally {
    transport.close();
  }
}

function stopHeaders(url: string) {
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

const LIMITS = {
  connectionTimeout: 10 * SECOND,
  greetingTimeout: 10 * SECOND,
  socketTimeout: 30 * SECOND,
  dnsTimeout: 10 * SECOND,
  disableFileAccess: true,
  disableUrlAccess: true,
};

function mustEncrypt({ production, mail }: Config): boolean {
  return production && mail !== null && new URL(mail.url).searchParams.get('ignoreTLS') !== 'true';
}

/** 5xx for the recipient is for good (RFC 5321, 4.2.1); anything else may pass. */
function refusalOf(error: unknown): MailRefused {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown };
  const answered = typeof responseCode === 'number';
  const reason = [typeof code === 'string' ? code : 'unknown', ...(answered ? [responseCode] : [])].join(' ');
  return new MailRefused(reason, code === 'EENVELOPE' && answered && responseCode >= 500);
}
