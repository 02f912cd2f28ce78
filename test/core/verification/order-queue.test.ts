import { expect } from 'chai';
import fc from 'fast-check';
import {
  ageOf,
  isDue,
  orderQueue,
  placesInUse,
  type Verifiable,
} from '../../../core/verification/order-queue.ts';
import { lastVerified } from '../../../core/verification/verified.ts';

const rules = { freshDays: 180, unknownDays: 730 };
const TODAY = '2026-11-22';
const by = 'partner' as const;
const serviceArbitrary = fc.record({
  id: fc.uuid(),
  verified: fc.option(
    fc.constantFrom('2026-11-22', '2026-11-01', '2025-01-01').map((on) => ({ on, by })),
    { nil: undefined },
  ),
  inUse: fc.integer({ min: 0, max: 5 }),
});

describe('What to verify next', () => {
  it('is what is used most times what was verified longest ago', () => {
    fc.assert(
      fc.property(fc.uniqueArray(serviceArbitrary, { selector: ({ id }) => id }), (services) => {
        const weight = (service: Verifiable) => (1 + service.inUse) * ageOf(service, TODAY, rules);
        const ordered = orderQueue(services, TODAY, rules);
        expect(ordered).to.have.members(services);
        for (let i = 1; i < ordered.length; i++)
          expect(weight(ordered[i - 1]!)).to.be.at.least(weight(ordered[i]!));
        expect(orderQueue(services.toReversed(), TODAY, rules)).to.deep.equal(ordered);
      }),
    );
  });

  it('counts places as in use only where the partner told both figures', () => {
    expect(placesInUse({ available: 3, maximum: 12 })).to.equal(9);
    expect(placesInUse({ available: 12, maximum: 3 })).to.equal(0);
    expect(placesInUse({ available: 3 })).to.equal(0);
    expect(placesInUse({ maximum: 12 })).to.equal(0);
    expect(placesInUse(undefined)).to.equal(0);
  });

  it('is due after the fresh days, and where nobody knows when it was verified', () => {
    expect(isDue({ verified: { on: '2026-05-26', by } }, TODAY, rules)).to.equal(false);
    expect(isDue({ verified: { on: '2026-05-25', by } }, TODAY, rules)).to.equal(true);
    expect(isDue({}, TODAY, rules)).to.equal(true);
    expect(ageOf({ verified: { on: '2027-01-01', by } }, TODAY, rules)).to.equal(0);
  });

  it('goes by the later word, of the source or given here', () => {
    const here = { at: '2026-10-01T12:00:00.000Z', by };
    expect(lastVerified('2026-09-30', here)).to.deep.equal({ on: '2026-10-01', by });
    expect(lastVerified('2026-10-02', here)).to.deep.equal({ on: '2026-10-02', by: 'source' });
    expect(lastVerified(undefined, here)).to.deep.equal({ on: '2026-10-01', by });
    expect(lastVerified(undefined, undefined)).to.equal(undefined);
  });
});
