import { expect } from 'chai';
import fc from 'fast-check';
import { tracesOf, withoutTraces, withoutTracesWithin } from '../../../core/directory/place-traces.ts';
import { aLocation } from './records.ts';

const house = aLocation({
  name: 'Secrethouse',
  alternateName: 'The old post office',
  point: { type: 'Point', coordinates: [-92.123456, 38.654321] },
  addresses: [{ address1: '77 N. Quietlane Dr., Apt 4', city: 'Alder Creek', postalCode: '65555-1234' }],
});
const traces = tracesOf([house], ['Safe Ways']);
const left = (text: string) => withoutTraces(text, traces);

describe('A text about a place that must not be found', () => {
  for (const sentence of [
    'Come to 77 North Quietlane Drive.',
    'Come to 77 N Quietlane Dr!',
    'We are on Quietlane Drive.',
    'Our house, SECRETHOUSE, has a garden.',
    'Once it was the old post-office.',
    'Post to Alder Creek 65555.',
    'Find us at 38.65432, -92.12346.',
    'https://maps.example.org/?q=38.6543,-92.1234.',
    'Meet at 12 Mill Road first.',
  ]) {
    it(`does not keep “${sentence}”`, () => {
      expect(left(`Beds for a night. ${sentence} Call us`)).to.equal('Beds for a night. Call us');
    });
  }

  it('keeps what tells nothing, to the letter', () => {
    const text = 'For women\n\nin Alder Creek and all the county.  24 hours, 7 days a week; safe ways home.';
    expect(left(text)).to.equal(text);
  });

  it('is left out whole where a street is torn over two sentences', () => {
    const torn = tracesOf([aLocation({ name: 'X', addresses: [{ address1: '9 St. James Rd' }] })]);
    expect(withoutTraces('Beds. Go to St. James Rd', torn)).to.equal('');
  });

  it('may hold names that everybody is told anyway', () => {
    const named = tracesOf([aLocation({ name: 'Safe Ways' })], ['Safe Ways of Alder Creek']);
    expect(withoutTraces('Safe Ways has beds.', named)).to.equal('Safe Ways has beds.');
  });

  it('keeps what stands in the address for "not told"', () => {
    for (const address1 of ['Confidential', 'Undisclosed address', 'PO Box 12']) {
      const untold = tracesOf([aLocation({ name: 'Safe Ways', addresses: [{ address1 }] })], ['Safe Ways']);
      expect(withoutTraces('Confidential help. Undisclosed to all. Box 12.', untold)).to.have.length(46);
    }
  });

  it('never holds the street afterwards, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const text = left(`${before} 77 Quietlane Dr ${after}`);
        expect(text).not.to.match(/quietlane dr/i);
      }),
    );
  });

  it('is cleaned wherever in a record it stands', () => {
    const record = { count: 3, none: null, list: [{ text: 'Ring. We are on Quietlane Drive.' }] };
    expect(withoutTracesWithin(record, traces)).to.deep.equal({
      count: 3,
      none: null,
      list: [{ text: 'Ring.' }],
    });
  });
});
