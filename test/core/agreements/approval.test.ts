import { expect } from 'chai';
import fc from 'fast-check';
import type { Agreement } from '../../../core/agreements/agreement.ts';
import { approvalOf } from '../../../core/agreements/approval.ts';
import type { PartnerDocument } from '../../../core/agreements/partner-document.ts';
import { dayNumber, isoDate } from '../../../core/schedule/calendar-day.ts';
import {
  agreementArbitrary,
  agreementWith,
  dayArbitrary,
  paperArbitrary,
  paperWith,
  TODAY,
} from './agreements.ts';

const agreements = fc.uniqueArray(agreementArbitrary, { maxLength: 3, selector: ({ id }) => id });
const papers = fc.array(paperArbitrary, { maxLength: 4 });

/** Once more, as plainly as it can be said. */
function isApproved(all: Agreement[], documents: PartnerDocument[], schoolId: string, day: string): boolean {
  for (const { schoolIds, stage, startsOn, endsOn, endedOn, demands } of all) {
    if (schoolIds.length > 0 && !schoolIds.includes(schoolId)) continue;
    if (stage === 'draft' || stage === 'proposed') continue;
    if (day < startsOn || day > endsOn || (endedOn && day > endedOn)) continue;
    let complete = true;
    for (const kind of demands) {
      const valid = documents.filter((paper) => paper.kind === kind && paper.state === 'accepted');
      if (!valid.some(({ validUntil }) => !validUntil || validUntil >= day)) complete = false;
    }
    if (complete) return true;
  }
  return false;
}

describe('Whether a partner is approved for a school', () => {
  it('is: an agreement in force, and every demanded document accepted and valid on the day', () => {
    fc.assert(
      fc.property(agreements, papers, dayArbitrary, (all, documents, day) => {
        const found = approvalOf(all, documents, 'school-1', day);
        expect(found.approved).to.equal(isApproved(all, documents, 'school-1', day));
      }),
    );
  });

  it('holds on every day until the one that is told', () => {
    fc.assert(
      fc.property(agreements, papers, dayArbitrary, (all, documents, day) => {
        const found = approvalOf(all, documents, 'school-1', day);
        if (!found.approved) return;
        for (let each = dayNumber(day); each <= dayNumber(found.until); each++)
          expect(approvalOf(all, documents, 'school-1', isoDate(each)).approved).to.equal(true);
        const alone = all.filter(({ id }) => id === found.agreementId);
        const after = isoDate(dayNumber(found.until) + 1);
        expect(approvalOf(alone, documents, 'school-1', after).approved).to.equal(false);
      }),
    );
  });

  it('does not depend on the order in which anything comes', () => {
    fc.assert(
      fc.property(agreements, papers, dayArbitrary, (all, documents, day) => {
        expect(approvalOf(all.toReversed(), documents.toReversed(), 'school-1', day)).to.deep.equal(
          approvalOf(all, documents, 'school-1', day),
        );
      }),
    );
  });

  it('says what is missing of the agreement that lacks the fewest', () => {
    const two = agreementWith({ id: 'two', demands: ['insurance', 'checks'] });
    const one = agreementWith({ id: 'one', demands: ['checks'] });
    expect(approvalOf([two, one], [], 'school-1', TODAY)).to.deep.equal({
      approved: false,
      why: 'documents',
      agreementId: 'one',
      missing: ['checks'],
    });
    expect(approvalOf([], [paperWith()], 'school-1', TODAY)).to.deep.equal({
      approved: false,
      why: 'no-agreement',
    });
  });

  it('is asked for the whole district of agreements that name no school', () => {
    const ofOne = agreementWith({ schoolIds: ['school-1'] });
    expect(approvalOf([ofOne], [], undefined, TODAY).approved).to.equal(false);
    expect(approvalOf([agreementWith()], [], undefined, TODAY).approved).to.equal(true);
  });
});
