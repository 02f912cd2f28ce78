import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readConfig } from '../../../server/config.ts';

const ENOUGH = {
  MONGODB_URI: 'mongodb://127.0.0.1:27017',
  REDIS_URL: 'redis://127.0.0.1:6379',
  PUBLIC_URL: 'https://trellis.example.org',
};
const GOOGLE = {
  OIDC_PROVIDERS: 'google',
  OIDC_GOOGLE_CLIENT_ID: 'us',
  OIDC_GOOGLE_CLIENT_SECRET: 'hush-hush',
};
const MAIL = { SMTP_URL: 'smtp://us:hush-hush@mail.example.org', MAIL_FROM: 'Trellis <t@example.org>' };

const refusal = (more: Record<string, string>): string => {
  try {
    readConfig({ ...ENOUGH, ...more });
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was refused');
};

describe('The configuration of sign-in services', () => {
  it('knows the issuer of the best-known ones', () => {
    const [google] = readConfig({ ...ENOUGH, ...GOOGLE }).signInProviders;
    expect(google).to.deep.equal({
      id: 'google',
      label: 'Google',
      issuer: 'https://accounts.google.com',
      clientId: 'us',
      clientSecret: 'hush-hush',
      create: 'none',
      onlyFor: [],
      trustedDomains: [],
    });
  });

  it('takes any issuer, with its own words and domains', () => {
    const { signInProviders } = readConfig({
      ...ENOUGH,
      OIDC_PROVIDERS: 'District',
      OIDC_DISTRICT_LABEL: 'your Cedar account',
      OIDC_DISTRICT_ISSUER: 'https://id.cedar.example.org/realms/staff',
      OIDC_DISTRICT_CLIENT_ID: 'us',
      OIDC_DISTRICT_CLIENT_SECRET: 'hush-hush',
      OIDC_DISTRICT_CREATE: 'no-grants',
      OIDC_DISTRICT_ONLY_FOR: 'Cedar.example.org, oak.example.org',
    });
    expect(signInProviders[0]).to.deep.include({
      id: 'district',
      label: 'your Cedar account',
      create: 'no-grants',
      onlyFor: ['cedar.example.org', 'oak.example.org'],
    });
  });

  it('names everything that is missing or half set at once, and no value', () => {
    const said = refusal({
      NODE_ENV: 'production',
      OIDC_PROVIDERS: 'google,microsoft',
      OIDC_GOOGLE_CLIENT_SECRET: 'hush-hush',
      OIDC_CLEVER_CLIENT_SECRET: 'hush-hush',
      SMTP_URL: 'smtp://us:hush-hush@mail.example.org',
    });
    for (const name of [
      'SESSION_SECRET',
      'DATA_KEYS',
      'OIDC_GOOGLE_CLIENT_ID',
      'OIDC_MICROSOFT_ISSUER',
      'OIDC_MICROSOFT_CLIENT_ID',
      'OIDC_MICROSOFT_CLIENT_SECRET',
      'MAIL_FROM',
    ])
      expect(said).to.include(`${name} is not set`);
    expect(said).to.include('OIDC_CLEVER_CLIENT_SECRET is set, but OIDC_PROVIDERS does not name its service');
    expect(said).not.to.include('hush-hush');
  });

  it('needs the address to come back to', () => {
    expect(refusal({ ...GOOGLE, PUBLIC_URL: '' })).to.include('PUBLIC_URL is not set');
    expect(refusal({ ...MAIL, PUBLIC_URL: '' })).to.include('PUBLIC_URL is not set');
  });

  it('refuses Microsoft’s issuers that stand for everybody', () => {
    for (const tenant of ['common', 'organizations', 'consumers']) {
      const said = refusal({
        OIDC_PROVIDERS: 'microsoft',
        OIDC_MICROSOFT_ISSUER: `https://login.microsoftonline.com/${tenant}/v2.0`,
        OIDC_MICROSOFT_CLIENT_ID: 'us',
        OIDC_MICROSOFT_CLIENT_SECRET: 'hush-hush',
      });
      expect(said).to.include('OIDC_MICROSOFT_ISSUER is not right');
    }
  });

  it('refuses an issuer without https in production', () => {
    const said = refusal({ NODE_ENV: 'production', ...GOOGLE, OIDC_GOOGLE_ISSUER: 'http://id.example.org' });
    expect(said).to.include('OIDC_GOOGLE_ISSUER is not right');
  });

  it('gives a domain to one service only', () => {
    const said = refusal({
      OIDC_PROVIDERS: 'google,clever',
      ...{
        OIDC_GOOGLE_CLIENT_ID: 'a',
        OIDC_GOOGLE_CLIENT_SECRET: 'b',
        OIDC_GOOGLE_ONLY_FOR: 'oak.example.org',
      },
      ...{
        OIDC_CLEVER_CLIENT_ID: 'a',
        OIDC_CLEVER_CLIENT_SECRET: 'b',
        OIDC_CLEVER_ONLY_FOR: 'oak.example.org',
      },
    });
    expect(said).to.include('oak.example.org stands in ONLY_FOR of two services');
  });

  for (const OIDC_PROVIDERS of ['google google', 'my-district', '../x']) {
    it(`refuses OIDC_PROVIDERS=${OIDC_PROVIDERS}`, () => {
      expect(refusal({ ...GOOGLE, OIDC_PROVIDERS })).to.include('OIDC_PROVIDERS is not right');
    });
  }
});

describe('The configuration of mail', () => {
  it('is none unless it is whole', () => {
    expect(readConfig(ENOUGH).mail).to.equal(null);
    expect(readConfig({ ...ENOUGH, ...MAIL }).mail).to.deep.equal({
      url: MAIL.SMTP_URL,
      from: MAIL.MAIL_FROM,
    });
    expect(refusal({ SMTP_URL: MAIL.SMTP_URL })).to.include('MAIL_FROM is not set');
    expect(refusal({ MAIL_FROM: MAIL.MAIL_FROM })).to.include('SMTP_URL is not set');
  });

  it('refuses what is no mail server and no sender, without saying what was given', () => {
    const said = refusal({ SMTP_URL: 'http://us:hush-hush@mail', MAIL_FROM: 'x\r\nBcc: y@example.org' });
    expect(said).to.include('SMTP_URL is not right').and.to.include('MAIL_FROM is not right');
    expect(said).not.to.match(/hush-hush|Bcc/);
  });
});

describe('Secrets in files', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trellis-secrets-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('are taken from where NAME_FILE says', async () => {
    const path = join(folder, 'secret');
    await writeFile(path, 'hush-hush, and long enough to sign with\n');
    const config = readConfig({
      ...ENOUGH,
      SESSION_SECRET_FILE: path,
      OIDC_PROVIDERS: 'google',
      OIDC_GOOGLE_CLIENT_ID: 'us',
      OIDC_GOOGLE_CLIENT_SECRET_FILE: path,
    });
    expect(config.sessionSecret).to.equal('hush-hush, and long enough to sign with');
    expect(config.signInProviders[0]?.clientSecret).to.equal(config.sessionSecret);
  });

  it('stop the start when they cannot be read, are empty or are given twice', async () => {
    const empty = join(folder, 'empty');
    await writeFile(empty, '\n');
    expect(refusal({ SMTP_URL_FILE: join(folder, 'nothing') })).to.include(
      'SMTP_URL_FILE is not right: the file cannot',
    );
    expect(refusal({ SESSION_SECRET_FILE: empty })).to.include(
      'SESSION_SECRET_FILE is not right: the file is empty',
    );
    const twice = refusal({ SESSION_SECRET: 'x'.repeat(32), SESSION_SECRET_FILE: empty });
    expect(twice).to.include('SESSION_SECRET and SESSION_SECRET_FILE are both set');
  });
});
