/** How mail leaves: null where no mail server is configured. */
export interface MailConfig {
  /** Holds the mail server's password: never shown, never logged. */
  url: string;
  from: string;
}

const URL_SHAPE = /^smtps?:\/\/\S+$/;
const FROM_SHAPE = /^([^<>@\r\n"]{1,100} <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/;

/** @throws Error with a sentence for each variable that is missing or wrong, never its value */
export function readMailConfig(vars: Record<string, string | undefined>): MailConfig | null {
  const { SMTP_URL: url, MAIL_FROM: from, PUBLIC_URL } = vars;
  if (url === undefined && from === undefined) return null;
  const troubles: string[] = [];
  if (url === undefined) troubles.push('SMTP_URL is not set, but MAIL_FROM is: mail needs both.');
  else if (!URL_SHAPE.test(url) || !URL.canParse(url))
    troubles.push('SMTP_URL is not right: give an address such as smtps://user:password@mail.example.org.');
  if (from === undefined) troubles.push('MAIL_FROM is not set, but SMTP_URL is: mail needs both.');
  else if (!FROM_SHAPE.test(from))
    troubles.push('MAIL_FROM is not right: give a sender such as Trellis <trellis@example.org>.');
  if (PUBLIC_URL === undefined)
    troubles.push('PUBLIC_URL is not set: mail needs the address that its links lead to.');
  if (troubles.length > 0) throw new Error(troubles.join('\n'));
  return { url: url!, from: from! };
}
