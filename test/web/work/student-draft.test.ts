import { expect } from 'chai';
import type { NamedStudent } from '../../../core/students/student-identity.ts';
import {
  changeOf,
  draftErrors,
  draftOf,
  hasErrors,
  NO_ERRORS,
  newContact,
} from '../../../web/parts/work/student-draft.ts';

const student = {
  needs: [{ term: 'reading-tutoring', urgency: 3, since: '2026-01-02' }],
  interests: [],
  freeTimes: [{ day: 'TU', from: '15:30', to: '17:00' }],
  travelModes: ['bus'],
  contacts: [{ id: 'c', name: 'Zulema Quill', relation: 'parent', phone: '555 0142', mayConsent: true }],
  notes: 'Likes birds.',
} as unknown as NamedStudent;

describe('The draft of a student’s wishes', () => {
  it('gives back what it was made of when nothing is changed', () => {
    expect(changeOf(draftOf(student))).to.deep.equal(student);
  });

  it('gives circumstances as they are known, and none where nobody has noted any', () => {
    const circumstances = { programs: { snap: true } };
    expect(changeOf(draftOf({ ...student, circumstances }))).to.deep.include({ circumstances });
    expect(changeOf({ ...draftOf({ ...student, circumstances }), circumstances: {} })).to.deep.include({
      circumstances: {},
    });
    expect(changeOf(draftOf(student))).not.to.have.property('circumstances');
  });

  it('gives a new contact without what was left empty', () => {
    const contact = { ...newContact('n'), name: ' Tomás ', email: ' t@example.org ' };
    const { contacts } = changeOf({ ...draftOf(student), contacts: [contact] });
    expect(contacts).to.deep.equal([
      { id: 'n', name: 'Tomás', relation: 'parent', email: 't@example.org', mayConsent: false },
    ]);
  });

  it('wants a name and a usable address of each contact', () => {
    const contacts = [newContact('a'), { ...newContact('b'), name: 'Bo', email: 'bo at home' }];
    const errors = draftErrors({ ...draftOf(student), contacts });
    expect(errors).to.deep.include({ nameless: [0], badEmails: [1] });
    expect([hasErrors(errors), hasErrors(NO_ERRORS)]).to.deep.equal([true, false]);
  });

  it('names the times that cannot be read or end before they begin', () => {
    const draft = draftOf(student);
    draft.freeTimes = [
      { day: 'MO', from: '3 pm', to: '5 pm' },
      { day: 'TU', from: 'later', to: '5 pm' },
      { day: 'WE', from: '5 pm', to: '3 pm' },
    ];
    expect(draftErrors(draft)).to.deep.equal({ ...NO_ERRORS, times: [1, 2] });
  });

  it('wants one way to travel', () => {
    expect(draftErrors({ ...draftOf(student), travelModes: [] }).travel).to.equal(true);
  });
});
