import { expect } from 'chai';
import { FeedSettings, type FeedView } from '../../../core/feeds/feed.ts';
import { draftOf, feedErrors, settingsOf } from '../../../web/parts/feeds/feed-draft.ts';
import { feedState } from '../../../web/parts/feeds/feed-state.ts';

const now = new Date('2026-05-04T12:00:00Z');
const feed: FeedView = {
  id: 'f',
  version: 1,
  name: 'County',
  address: 'https://county.example.org/hsds.zip',
  kind: 'hsds',
  source: 'county',
  everyMinutes: 60,
  rule: 'ask',
  stopBelow: 0.5,
  paused: false,
  nextAt: '2026-05-04T13:00:00.000Z',
};
const failing = { code: 'timeout', since: '2026-05-04T11:00:00.000Z', times: 2 } as const;
const came = (outcome: 'waiting' | 'comparing' | 'applied', because?: 'lost' | 'rule') => ({
  id: 'n',
  at: '2026-05-04T11:00:00.000Z',
  outcome,
  comparisonId: 'c',
  canBeTaken: true,
  ...(because && { because }),
});

describe('How a feed is', () => {
  it('is first what waits for people, then what goes on, then what is wrong', () => {
    const stateOf = (more: Partial<FeedView>) => feedState({ ...feed, ...more }, now);
    expect(stateOf({})).to.equal('fine');
    expect(stateOf({ failing })).to.equal('failing');
    expect(stateOf({ failing, nextAt: '2026-05-04T11:59:00.000Z' })).to.equal('fetching');
    expect(stateOf({ paused: true, nextAt: '2026-05-04T11:59:00.000Z' })).to.equal('paused');
    expect(stateOf({ failing, newest: came('comparing') })).to.equal('comparing');
    expect(stateOf({ paused: true, newest: came('waiting', 'rule') })).to.equal('waiting');
    expect(stateOf({ failing, newest: came('waiting', 'lost') })).to.equal('stopped');
    expect(stateOf({ newest: came('applied') })).to.equal('fine');
  });
});

describe('A feed as it is typed', () => {
  it('is refused in words where the server would refuse it, and sent trimmed', () => {
    expect(feedErrors(draftOf())).to.have.all.keys('name', 'address', 'source');
    const addresses = [
      'https://a.org',
      'http://a.org:8080/x?y=1',
      'https://me@a.org/',
      'ftp://a.org',
      'a.org',
      'https://a b',
    ];
    for (const address of addresses) {
      const draft = { ...draftOf(feed), address };
      const { header: _, ...settings } = settingsOf(draft);
      expect(feedErrors(draft).address === undefined, address).to.equal(
        FeedSettings.safeParse(settings).success,
      );
    }
    const sent = settingsOf({ ...draftOf(feed), name: ' County ', headerValue: ' k ' });
    expect(sent).to.deep.include({ name: 'County', header: { name: 'Authorization', value: 'k' } });
    expect(settingsOf(draftOf(feed)), 'an empty key is none').not.to.have.property('header');
    expect(feedErrors({ ...draftOf(feed), headerName: '', headerValue: 'k' })).to.deep.equal({
      header: 'headerHalf',
    });
  });
});
