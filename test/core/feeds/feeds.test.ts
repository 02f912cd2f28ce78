import { expect } from 'chai';
import fc from 'fast-check';
import { FeedSettings } from '../../../core/feeds/feed.ts';
import { judgeFetch } from '../../../core/feeds/judge-fetch.ts';
import { nextFetch, retryAfterSeconds } from '../../../core/feeds/next-fetch.ts';

const now = new Date('2026-05-04T12:00:00Z');
const minutesUntil = (at: Date) => (at.getTime() - now.getTime()) / 60_000;
const table = (added: number, changed: number, unchanged: number, missing: number) => ({
  added,
  changed,
  unchanged,
  missing,
});

describe('When a feed is fetched next', () => {
  it('is at its turn, and after a failure soon, then ever later', () => {
    const wait = (failures: number, everyMinutes = 60) =>
      minutesUntil(nextFetch(now, { everyMinutes, failures }));
    expect([0, 1, 2, 3, 4].map((failures) => wait(failures))).to.deep.equal([60, 5, 10, 20, 40]);
    expect(wait(30), 'a day at most').to.equal(1440);
    expect(wait(30, 10_080), 'or its own turn').to.equal(10_080);
  });

  it('is never before the other side wants it, within a week, and never sooner after more failures', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 15, max: 40_320 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 2_000_000 }),
        (everyMinutes, failures, retryAfter) => {
          const wait = minutesUntil(nextFetch(now, { everyMinutes, failures, retryAfter }));
          const later = minutesUntil(nextFetch(now, { everyMinutes, failures: failures + 1, retryAfter }));
          return wait >= Math.min(retryAfter / 60, 10_080) - 0.001 && later >= wait && wait <= 40_320;
        },
      ),
    );
  });

  it('reads Retry-After as seconds or as a date, and nothing else', () => {
    expect(retryAfterSeconds('90', now)).to.equal(90);
    expect(retryAfterSeconds('Mon, 04 May 2026 12:01:00 GMT', now)).to.equal(60);
    expect(retryAfterSeconds('Mon, 04 May 2026 11:00:00 GMT', now)).to.equal(0);
    expect([undefined, 'soon', ''].map((text) => retryAfterSeconds(text, now))).to.deep.equal([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('What becomes of a fetched file', () => {
  const apply = { rule: 'apply', stopBelow: 0.5 } as const;
  const ask = { rule: 'ask', stopBelow: 0.5 } as const;

  it('is nothing where it says what there is', () => {
    expect(judgeFetch({ services: table(0, 0, 9, 0) }, {}, ask)).to.deep.equal({ is: 'nothing-new' });
  });

  it('is what the rule says where something is different', () => {
    const tables = { services: table(1, 0, 9, 0), locations: table(0, 0, 3, 0) };
    expect(judgeFetch(tables, {}, ask)).to.deep.equal({ is: 'waiting', because: 'rule' });
    expect(judgeFetch(tables, {}, apply)).to.deep.equal({ is: 'apply' });
    expect(judgeFetch({ services: table(0, 0, 9, 1) }, {}, apply), 'few are gone').to.deep.equal({
      is: 'apply',
    });
  });

  it('waits whatever the rule where one table loses more than half', () => {
    const lost = { is: 'waiting', because: 'lost' };
    const tables = (left: number, missing: number) => ({
      organizations: table(0, 0, 50, 0),
      services: table(500, left, 0, missing),
    });
    expect(judgeFetch(tables(49, 51), {}, apply)).to.deep.equal(lost);
    expect(judgeFetch(tables(50, 50), {}, apply)).to.deep.equal({ is: 'apply' });
    expect(judgeFetch(tables(0, 1), {}, apply)).to.deep.equal(lost);
    expect(judgeFetch(tables(79, 21), {}, { ...apply, stopBelow: 0.8 })).to.deep.equal(lost);
  });

  it('asks no second time about what a person has let be', () => {
    const tables = { services: table(0, 0, 40, 60) };
    expect(judgeFetch(tables, { services: 60 }, ask)).to.deep.equal({ is: 'nothing-new' });
    expect(judgeFetch(tables, { services: 59 }, ask)).to.deep.equal({ is: 'waiting', because: 'rule' });
    expect(judgeFetch(tables, { services: 10 }, apply)).to.deep.equal({ is: 'waiting', because: 'lost' });
  });

  it('is applied to a source that brings its first records', () => {
    expect(judgeFetch({ services: table(9, 0, 0, 0) }, {}, apply)).to.deep.equal({ is: 'apply' });
  });
});

describe('A feed', () => {
  const given = {
    name: 'County',
    address: 'https://county.example.org/hsds.zip',
    kind: 'hsds',
    source: 'county',
    everyMinutes: 60,
    rule: 'ask',
  };
  const isFeed = (more: object) => FeedSettings.safeParse({ ...given, ...more }).success;

  it('has an address of the web without a password in it, and a turn that burdens nobody', () => {
    expect(isFeed({})).to.equal(true);
    expect(isFeed({ address: 'https://county.example.org/a@b' })).to.equal(true);
    const wrong = [
      'ftp://a.org/',
      'file:///etc/passwd',
      'https://me:secret@a.org/',
      'https://me@a.org',
      'a.org',
    ];
    for (const address of wrong) expect(isFeed({ address }), address).to.equal(false);
    expect(isFeed({ everyMinutes: 14 })).to.equal(false);
    expect(isFeed({ stopBelow: 1.1 })).to.equal(false);
  });
});
