import { expect } from 'chai';
import {
  eligibilityFromTerms,
  isAboutPeople,
  joinEligibility,
} from '../../../core/imports/eligibility-terms.ts';
import { readEligibility } from '../../../core/imports/read-service.ts';
import { isStandInFor } from '../../../core/imports/shared-point.ts';
import { reader } from './rows.ts';

const eligibility = (fields: Record<string, string>) => readEligibility(reader(fields).row);

describe('readEligibility', () => {
  it('takes ages from their own fields', () => {
    expect(eligibility({ minimum_age: '12', maximum_age: '100' })).to.deep.equal({
      minimumAge: 12,
      maximumAge: 100,
      unknown: [],
    });
  });

  it('reads a phrase that is only about ages', () => {
    expect(eligibility({ eligibility_description: 'Ages 60+' })).to.include({ minimumAge: 60 });
  });

  it('leaves open what a sentence touches without saying it for certain', () => {
    const { unknown, minimumAge } = eligibility({
      eligibility_description: 'Low-income residents age 55 or over, ages 60 for lunch',
    });
    expect(unknown).to.have.members(['age', 'income', 'residence']);
    expect(minimumAge).to.equal(undefined);
  });

  it('knows that "None" is no condition', () => {
    expect(eligibility({ eligibility_description: 'None' })).to.deep.equal({ unknown: [] });
  });

  it('does not believe a minimum above the maximum', () => {
    expect(eligibility({ minimum_age: '18', maximum_age: '5' })).to.deep.equal({ unknown: [] });
  });
});

describe('eligibilityFromTerms', () => {
  it('unites the groups that terms name', () => {
    expect(eligibilityFromTerms(['Youth (6-12)', 'Teens (13-19)', 'DC Resident'])).to.deep.equal({
      minimumAge: 6,
      maximumAge: 19,
      unknown: ['residence'],
      description: 'Youth (6-12), Teens (13-19), DC Resident',
    });
  });

  it('goes behind the fields’ own ages', () => {
    const joined = joinEligibility({ minimumAge: 5, unknown: [] }, { minimumAge: 60, unknown: ['age'] });
    expect(joined).to.deep.equal({ minimumAge: 5, unknown: [] });
  });

  it('is asked only about taxonomies of people', () => {
    expect(
      [
        'Service Eligibility',
        'Open Eligibility Human Situations',
        'Open Eligibility Human Services',
        undefined,
      ].map(isAboutPeople),
    ).to.deep.equal([true, true, false, false]);
  });
});

describe('isStandInFor', () => {
  it('tells one building with many doors from one point for many buildings', () => {
    const building = [
      '2041 Martin Luther King Ave SE',
      '2041 Martin Luther King Jr. Ave, 3rd Floor',
      '2041 MLK, Suite 300',
      '2041 MLK',
    ];
    const standIn = [
      '2100 Martin Luther King Avenue SE',
      '1207 Taylor Street NW',
      '645 H Street NE',
      '3851 Alabama Ave SE',
    ];
    expect([isStandInFor(building), isStandInFor(standIn), isStandInFor([])]).to.deep.equal([
      false,
      true,
      false,
    ]);
  });
});
