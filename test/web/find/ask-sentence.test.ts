import { expect } from 'chai';
import type { OfferView } from '../../../web/api/offers.ts';
import { askSentence } from '../../../web/views/find/ask-sentence.ts';
import { emptyQuery } from '../../../web/views/find/find-query.ts';
import { english } from '../text/voices.ts';

const offer = (unknown: string[], hoursKnown = true) =>
  ({ eligibility: { unknown }, hoursKnown }) as unknown as OfferView;

describe('What to ask of an offer', () => {
  it('is what was asked for and nobody knows', () => {
    expect(askSentence(english, offer(['age']), { ...emptyQuery, age: 4 })).to.equal(
      'Ask: we don’t know whether they take age 4.',
    );
    expect(askSentence(english, offer([], false), { ...emptyQuery, day: 'TU' })).to.equal(
      'Ask: we don’t know when it is open.',
    );
  });

  it('is nothing where nobody asked, or where it is known', () => {
    expect(askSentence(english, offer(['age'], false), emptyQuery)).to.equal(undefined);
    expect(askSentence(english, offer([]), { ...emptyQuery, age: 4, day: 'TU' })).to.equal(undefined);
  });
});
