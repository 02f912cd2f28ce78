import { expect } from 'chai';
import type { Rules } from '../../../server/rules.ts';
import { readRules } from '../../../server/rules.ts';
import { circumstancesBody } from '../../../server/students/circumstances-body.ts';

describe('What may be noted of a student’s circumstances', () => {
  let rules: Rules;
  before(async () => {
    rules = await readRules();
  });
  const accepts = (given: object) => circumstancesBody(rules.eligibility).safeParse(given).success;

  it('is what data/eligibility has', () => {
    expect(accepts({})).to.equal(true);
    expect(
      accepts({
        gender: 'nonbinary',
        incomeBand: { minimumFpl: 130, maximumFpl: 185 },
        programs: { snap: true, '504': false },
        attributes: { 'military-family': 'reserve' },
      }),
    ).to.equal(true);
  });

  it('is nothing else', () => {
    expect(accepts({ programs: { lottery: true } })).to.equal(false);
    expect(accepts({ programs: { snap: 'yes' } })).to.equal(false);
    expect(accepts({ attributes: { 'military-family': 'navy' } })).to.equal(false);
    expect(accepts({ attributes: { faith: 'yes' } })).to.equal(false);
    expect(accepts({ gender: 'unknown' })).to.equal(false);
    expect(accepts({ incomeBand: { minimumFpl: 200, maximumFpl: 100 } })).to.equal(false);
    expect(accepts({ income: 100 })).to.equal(false);
  });
});
