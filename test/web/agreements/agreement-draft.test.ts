import { expect } from 'chai';
import { AgreementFacts } from '../../../core/agreements/agreement.ts';
import {
  draftOf,
  factsOf,
  missingParts,
  newContact,
  newDraft,
  newPromise,
} from '../../../web/parts/agreements/agreement-draft.ts';

const organization = { id: 'library', name: 'Public Library' };
const facts: AgreementFacts = {
  title: 'Reading help',
  schoolIds: ['school-1'],
  startsOn: '2026-08-01',
  endsOn: '2027-07-31',
  promises: [
    { id: '1', kind: 'people', what: 'Volunteers', quantity: 20.5, unit: 'hours', by: '2026-12-24' },
    { id: '2', kind: 'space', what: 'Reading room', quantity: 1, unit: 'rooms' },
  ],
  demands: ['insurance'],
  contacts: [{ side: 'partner', name: 'Lea Long', phone: '308-555-0100' }],
  note: '',
};

describe('An agreement that is being written', () => {
  it('begins today, runs for the usual time and asks for the usual papers', () => {
    const draft = newDraft('2026-11-22', 12, ['insurance']);
    expect(draft).to.include({ startsOn: '2026-11-22', endsOn: '2027-11-21', organization: null });
    expect(draft.demands).to.deep.equal(['insurance']);
    expect(missingParts(draft)).to.deep.equal(['organization', 'subject', 'schools']);
  });

  it('says what a known one says when nothing is changed', () => {
    const draft = draftOf(facts, organization);
    expect(missingParts(draft)).to.deep.equal([]);
    expect(AgreementFacts.parse(factsOf(draft))).to.deep.equal(facts);
    const whole = { ...facts, schoolIds: [] };
    expect(factsOf(draftOf(whole, organization))).to.deep.equal(whole);
  });

  it('takes numbers as people write them, and names what is missing', () => {
    const draft = draftOf(facts, organization);
    const promise = { ...newPromise(), what: 'Money', unit: 'dollars', quantity: ' 1,200.50 ' };
    expect(factsOf({ ...draft, promises: [promise] }).promises[0]?.quantity).to.equal(1200.5);
    for (const quantity of ['', 'many', '0', '-3'])
      expect(missingParts({ ...draft, promises: [{ ...promise, quantity }] })).to.deep.equal(['promises']);
    expect(missingParts({ ...draft, contacts: [newContact()] })).to.deep.equal(['contacts']);
    expect(missingParts({ ...draft, endsOn: '2026-07-31' })).to.deep.equal(['dates']);
    expect(missingParts({ ...draft, whole: true, schoolIds: [] })).to.deep.equal([]);
  });
});
