import { expect } from 'chai';
import type { Student } from '../../../core/students/student.ts';
import { changeOf, draftErrors, draftOf } from '../../../web/parts/work/student-draft.ts';

const student = {
  needs: [{ term: 'reading-tutoring', urgency: 3, since: '2026-01-02' }],
  interests: [],
  freeTimes: [{ day: 'TU', from: '15:30', to: '17:00' }],
  travelModes: ['bus'],
} as unknown as Student;

describe('The draft of a student’s wishes', () => {
  it('gives back what it was made of when nothing is changed', () => {
    const { needs, interests, freeTimes, travelModes } = student;
    expect(changeOf(draftOf(student))).to.deep.equal({ needs, interests, freeTimes, travelModes });
  });

  it('names the times that cannot be read or end before they begin', () => {
    const draft = draftOf(student);
    draft.freeTimes = [
      { day: 'MO', from: '3 pm', to: '5 pm' },
      { day: 'TU', from: 'later', to: '5 pm' },
      { day: 'WE', from: '5 pm', to: '3 pm' },
    ];
    expect(draftErrors(draft)).to.deep.equal({ times: [1, 2], travel: false });
  });

  it('wants one way to travel', () => {
    expect(draftErrors({ ...draftOf(student), travelModes: [] }).travel).to.equal(true);
  });
});
