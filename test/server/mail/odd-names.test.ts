import { expect } from 'chai';
import { readConfig } from '../../../server/config.ts';
import type { Letter } from '../../../server/mail/letter.ts';
import { sendLetter } from '../../../server/mail/mail-transport.ts';
import { smtpCatcher } from '../../support/smtp-catcher.ts';

const ODD = 'Eve\r\nBcc: evil@example.net\r\n\r\n<script>alert(1)</script>';

describe('A mail to somebody with an odd name', () => {
  let catcher: Awaited<ReturnType<typeof smtpCatcher>>;
  before(async () => {
    catcher = await smtpCatcher();
    const config = readConfig({
      MONGODB_URI: 'mongodb://127.0.0.1',
      REDIS_URL: 'redis://127.0.0.1',
      SMTP_URL: catcher.url,
      MAIL_FROM: 'Trellis <trellis@example.org>',
      PUBLIC_URL: 'http://trellis.example.org',
    });
    const letter: Letter = {
      language: 'en',
      subject: `To ${ODD}`,
      greeting: `Hello ${ODD}`,
      lines: [],
      after: [],
    };
    await sendLetter(config, { name: ODD, address: 'eve@example.org' }, letter);
    await catcher.until(1);
  });
  after(() => catcher.close());

  it('goes to nobody else, and gets no header from the name', () => {
    const [mail] = catcher.mails;
    expect(mail?.to).to.deep.equal(['eve@example.org']);
    const head = mail?.raw.split(/\r?\n\r?\n/)[0] ?? '';
    expect(head).not.to.match(/^Bcc:/im);
  });

  it('holds the name as text, never as markup', () => {
    expect(catcher.mails[0]?.html).to.include('&lt;script&gt;').and.not.to.include('<script>');
  });
});
