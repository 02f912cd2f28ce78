import fc from 'fast-check';
import type { Agreement } from '../../../core/agreements/agreement.ts';
import type { PartnerDocument } from '../../../core/agreements/partner-document.ts';
import { isoDate } from '../../../core/schedule/calendar-day.ts';

export const TODAY = '2026-11-22';

export function agreementWith(changes: Partial<Agreement> = {}): Agreement {
  return {
    id: 'agreement-1',
    organizationId: 'library',
    districtId: 'district',
    title: 'Reading help',
    schoolIds: [],
    startsOn: '2026-08-01',
    endsOn: '2027-07-31',
    promises: [],
    demands: [],
    contacts: [],
    note: '',
    stage: 'signed',
    deliveries: [],
    history: [],
    version: 1,
    ...changes,
  };
}

export function paperWith(changes: Partial<PartnerDocument> = {}): PartnerDocument {
  return {
    id: 'paper-1',
    organizationId: 'library',
    districtId: 'district',
    kind: 'insurance',
    state: 'accepted',
    handedInAt: '2026-08-01T12:00:00.000Z',
    handedInBy: 'account-1',
    ...changes,
  };
}

/** Few days and few kinds, so that things meet. */
export const dayArbitrary = fc.integer({ min: 20_000, max: 20_012 }).map(isoDate);
const kindArbitrary = fc.constantFrom('insurance', 'checks');

export const agreementArbitrary = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c'),
    schoolIds: fc.subarray(['school-1', 'school-2']),
    stage: fc.constantFrom('draft', 'proposed', 'signed', 'signed', 'ended'),
    days: fc.tuple(dayArbitrary, dayArbitrary),
    endedOn: fc.option(dayArbitrary, { nil: undefined }),
    demands: fc.subarray(['insurance', 'checks']),
  })
  .map(({ days, endedOn, ...facts }) => {
    const [startsOn, endsOn] = [...days].sort() as [string, string];
    const ended = facts.stage === 'ended' && endedOn !== undefined ? { endedOn } : {};
    return agreementWith({ ...(facts as Partial<Agreement>), startsOn, endsOn, ...ended });
  });

export const paperArbitrary = fc
  .record(
    {
      kind: kindArbitrary,
      state: fc.constantFrom('accepted', 'accepted', 'to-check', 'refused'),
      validUntil: dayArbitrary,
    },
    { requiredKeys: ['kind', 'state'] },
  )
  .map((changes) => paperWith(changes as Partial<PartnerDocument>));
