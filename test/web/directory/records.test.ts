import { expect } from 'chai';
import type { WeeklySpan } from '../../../core/schedule/schedule.ts';
import type { OfferView } from '../../../web/api/offers.ts';
import { commonHours } from '../../../web/views/directory/common-hours.ts';
import { groupByDomain } from '../../../web/views/directory/group-by-domain.ts';
import { safeLink } from '../../../web/views/directory/safe-link.ts';

const offer = (over: Partial<OfferView>) =>
  ({ hoursKnown: true, hours: [], ...over }) as unknown as OfferView;
const span = (from: string, to: string): WeeklySpan => ({ day: 'MO', from, to });

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

describe('Hours in common', () => {
  it('are when everything with known hours is open', () => {
    const both = [
      offer({ hours: [span('09:00', '17:00')] }),
      offer({ hours: [span('15:00', '18:00')] }),
      offer({ hoursKnown: false }),
    ];
    expect(commonHours(both)).to.deep.equal([span('15:00', '17:00')]);
  });

  it('are not told for one alone, and empty where there are none', () => {
    expect(commonHours([offer({ hours: [span('09:00', '17:00')] })])).to.equal(undefined);
    const apart = [offer({ hours: [span('09:00', '10:00')] }), offer({ hours: [span('10:00', '11:00')] })];
    expect(commonHours(apart)).to.deep.equal([]);
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
