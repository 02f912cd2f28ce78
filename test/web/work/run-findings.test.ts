import { expect } from 'chai';
import { OFFER_FAULTS } from '../../../core/matching/find-offer-faults.ts';
import { STUDENT_FAULTS } from '../../../core/matching/student-faults.ts';
import { workEn } from '../../../web/text/work-en.ts';
import { workEs } from '../../../web/text/work-es.ts';

describe('What a run tells of its inputs', () => {
  for (const code of [...OFFER_FAULTS, ...STUDENT_FAULTS]) {
    it(`has words for ${code} in both languages`, () => {
      expect(workEn).to.have.property(`finding.${code}`);
      expect(workEs).to.have.property(`finding.${code}`);
    });
  }
});
