import { expect } from 'chai';
import fc from 'fast-check';
import { findingsIn } from '../../../core/quality/all-quality-rules.ts';
import type { Subject } from '../../../core/quality/subject.ts';
import { context, link, location, organization, service } from './subjects.ts';

const words = fc.stringMatching(/^[A-Z][a-z]{2,9}( [a-z]{2,9}){0,6}\.$/);
const host = fc.stringMatching(/^[a-z]{2,9}\.(org|net)$/);
const digits = (length: number) => fc.integer({ min: 2 * 10 ** (length - 1), max: 9 * 10 ** (length - 1) });
const phone = fc
  .tuple(digits(3), digits(3), digits(4), fc.constantFrom('-', ' ', '.'))
  .filter(([area, ...rest]) => new Set(`${area}${rest[0]}${rest[1]}`).size > 1)
  .map(([area, office, line, between]) => ({ number: [area, office, line].join(between) }));
const reached = {
  phones: fc.array(phone, { minLength: 1, maxLength: 3 }),
  email: host.map((name) => `info@${name}`),
};
const ages = fc
  .tuple(fc.nat(130), fc.nat(130))
  .map(([one, other]) => ({ minimumAge: Math.min(one, other), maximumAge: Math.max(one, other) }));
const grades = fc
  .tuple(fc.integer({ min: -1, max: 12 }), fc.integer({ min: -1, max: 12 }))
  .map(([one, other]) => ({ minimumGrade: Math.min(one, other), maximumGrade: Math.max(one, other) }));
const day = fc.integer({ min: 1, max: 180 }).map((ago) => shiftedFrom(context.today, -ago));
const schedule = fc.record({
  freq: fc.constant('WEEKLY' as const),
  byday: fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA'], { minLength: 1 }),
  opensAt: fc.constantFrom('08:00', '12:30', '22:00'),
  closesAt: fc.constantFrom('02:00', '14:00', '24:00'),
  validTo: fc.option(fc.constant(shiftedFrom(context.today, 30)), { nil: undefined }),
});
const capacity = fc.tuple(fc.nat(50), fc.nat(50), day).map(([free, taken, on]) => ({
  unit: 'seat',
  available: free,
  maximum: free + taken,
  updated: `${on}T08:00:00Z`,
}));

const organizations = fc
  .record({
    description: words,
    website: host,
    yearIncorporated: fc.constantFrom('1890', '2026'),
    ...reached,
  })
  .map((more): Subject => organization(more));
const services = fc
  .record({
    description: words,
    eligibility: fc.oneof(ages, grades),
    costOptions: fc.array(fc.record({ amount: fc.nat(1000) }), { maxLength: 3 }),
    schedules: fc.array(schedule, { minLength: 1, maxLength: 3 }),
    terms: fc.subarray(
      context.taxonomy.terms.map(({ id }) => id),
      { minLength: 1, maxLength: 5 },
    ),
    capacities: fc.array(capacity, { maxLength: 2 }),
    url: host.map((name) => `https://${name}/page`),
    assuredDate: day,
    ...reached,
  })
  .chain((more) =>
    fc
      .array(capacity, { maxLength: 1 })
      .map(
        (capacities): Subject =>
          service(more, { links: [link({ capacities })], verified: { on: more.assuredDate, by: 'source' } }),
      ),
  );
const locations = fc
  .record({
    point: fc
      .tuple(fc.double({ min: -78, max: -76, noNaN: true }), fc.double({ min: 38, max: 40, noNaN: true }))
      .map((coordinates) => ({ type: 'Point', coordinates })),
    phones: reached.phones,
  })
  .map((more): Subject => location(more));

describe('a clean record', () => {
  it('has no finding, whatever it says', () => {
    fc.assert(
      fc.property(fc.oneof(organizations, services, locations), (subject) => {
        expect(findingsIn(subject, context)).to.deep.equal([]);
      }),
      { numRuns: 300 },
    );
  });
});

function shiftedFrom(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}
