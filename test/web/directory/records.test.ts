import { expect } from 'chai';
import type { OfferView } from '../../../web/api/offers.ts';
import { groupByDomain } from '../../../web/views/directory/group-by-domain.ts';
import { safeLink } from '../../../web/views/directory/safe-link.ts';

const offer = (over: Partial<OfferView>) =>
  ({ hoursKnown: true, hours: [], ...over }) as unknown as OfferView;

describe('A link from somebody else’s data', () => {
  it('opens web pages and nothing else', () => {
    expect(safeLink('https://example.org/a')).to.equal('https://example.org/a');
    expect(safeLink('example.org')).to.equal('https://example.org/');
    for (const text of [
      'javascript:alert(1)',
      'JaVaScript:alert(1)',
      'data:text/html,x',
      'mailto:a@b.c',
      '',
      'http://',
    ])
      expect(safeLink(text), text).to.equal(undefined);
  });
});

describe('Offers at a place', () => {
  it('are grouped in the order of the domains, what has none last', () => {
    const offers = [
      offer({ domain: null, serviceName: 'Z' }),
      offer({ domain: 'arts', serviceName: 'B' }),
      offer({ domain: 'academic', serviceName: 'C' }),
      offer({ domain: 'arts', serviceName: 'A' }),
    ];
    const groups = groupByDomain(offers);
    expect(groups.map(({ domain }) => domain)).to.deep.equal(['academic', 'arts', null]);
    expect(groups[1]?.offers.map(({ serviceName }) => serviceName)).to.deep.equal(['A', 'B']);
  });
});
