import { expect } from 'chai';
import { linkCollections } from '../../../server/links/link-collection.ts';
import { LINK_LIFE } from '../../../server/links/link-purpose.ts';
import { type LinkStore, linkStore } from '../../../server/links/link-store.ts';
import { revokeLinks } from '../../../server/links/revoke-links.ts';
import { testApp } from '../../support/app.ts';

describe('A one-time link', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let links: LinkStore;
  let now = new Date('2026-03-01T12:00:00Z');
  const rosa = { id: 'rosa', email: 'rosa@example.org' };
  before(async () => {
    at = await testApp({ routes: [], collections: linkCollections });
    links = linkStore({ ...at.deps, clock: () => now });
  });
  after(() => at.close());

  it('opens what it was made for, once', async () => {
    const { token } = await links.issue('reset', rosa);
    expect(token).to.match(/^[A-Za-z0-9_-]{43}$/);
    expect(await links.look('reset', token)).to.include({ accountId: 'rosa' });
    expect(await links.look('reset', token), 'looking does not use it up').to.include({ accountId: 'rosa' });
    expect(await links.use('reset', token)).to.include({ accountId: 'rosa' });
    expect(await links.use('reset', token)).to.equal(null);
    expect(await links.look('reset', token)).to.equal(null);
  });

  it('goes to one of many who use it at the same time', async () => {
    const { token } = await links.issue('reset', rosa);
    const used = await Promise.all(Array.from({ length: 12 }, () => links.use('reset', token)));
    expect(used.filter((link) => link !== null)).to.have.length(1);
  });

  it('opens nothing of another purpose', async () => {
    const { token } = await links.issue('invitation', rosa);
    expect(await links.use('reset', token)).to.equal(null);
    expect(await links.use('invitation', token)).not.to.equal(null);
  });

  it('gives way to a newer one, also when two are made at the same time', async () => {
    const older = await links.issue('reset', rosa);
    const both = await Promise.all([links.issue('reset', rosa), links.issue('reset', rosa)]);
    expect(await links.look('reset', older.token)).to.equal(null);
    const found = await Promise.all(both.map(({ token }) => links.look('reset', token)));
    expect(found.filter((link) => link !== null)).to.have.length(1);
  });

  for (const [purpose, life] of [
    ['reset', 3_600_000],
    ['invitation', 7 * 86_400_000],
  ] as const)
    it(`of purpose ${purpose} ends after ${life / 3_600_000} hours`, async () => {
      expect(LINK_LIFE[purpose]).to.equal(life);
      const { token, expiresAt } = await links.issue(purpose, rosa);
      const begun = now;
      expect(expiresAt.getTime() - begun.getTime()).to.equal(life);
      now = new Date(begun.getTime() + life - 1);
      expect(await links.look(purpose, token)).not.to.equal(null);
      now = new Date(begun.getTime() + life);
      expect(await links.look(purpose, token)).to.equal(null);
      expect(await links.use(purpose, token)).to.equal(null);
      now = begun;
    });

  it('opens nothing when a letter of it is another', async () => {
    const { token } = await links.issue('reset', rosa);
    const other = (token.startsWith('A') ? 'B' : 'A') + token.slice(1);
    expect(await links.use('reset', other)).to.equal(null);
  });

  it('is stored as a keyed hash only', async () => {
    const { token } = await links.issue('reset', rosa);
    const stored = JSON.stringify(await at.deps.db.collection('one-time-links').find().toArray());
    expect(stored).not.to.include(token).and.not.to.include(rosa.email);
  });

  it('fits nobody whose address has changed since', async () => {
    const { token } = await links.issue('reset', rosa);
    const link = await links.look('reset', token);
    expect(links.fits(link!, rosa)).to.equal(true);
    expect(links.fits(link!, { ...rosa, email: 'other@example.org' })).to.equal(false);
    expect(links.fits(link!, { ...rosa, id: 'other' })).to.equal(false);
  });

  it('is revoked with all of its account', async () => {
    const [reset, invitation] = await Promise.all([
      links.issue('reset', rosa),
      links.issue('invitation', rosa),
    ]);
    await revokeLinks(at.deps.db, rosa.id);
    expect(await links.look('reset', reset.token)).to.equal(null);
    expect(await links.look('invitation', invitation.token)).to.equal(null);
  });
});
