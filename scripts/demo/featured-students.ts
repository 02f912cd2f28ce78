import { latLngToCell } from 'h3-js';
import type { z } from 'zod';
import type { Student } from '../../core/students/student.ts';
import { SETTLEMENTS, type SettlementKey } from './settlements.ts';

const AFTER_SCHOOL = (['MO', 'TU', 'WE', 'TH', 'FR'] as const).map((day) => ({
  day,
  from: '15:10',
  to: '18:00',
}));

/** Students whose matches tell a story; the numbers belong to schools by the order of school-plans.ts. */
export const FEATURED_STUDENTS: Readonly<Record<string, Partial<z.input<typeof Student>>>> = {
  // Cedar Hollow Elementary: a reading tutor in Spanish by bus; glasses in the village; robotics only in town.
  'D-11423': {
    grade: 4,
    birthMonth: '2017-03',
    languages: ['es', 'en'],
    needs: [
      { term: 'reading-tutoring', urgency: 3, source: 'teacher', since: '2026-09-14' },
      { term: 'vision-glasses', urgency: 2, source: 'nurse', since: '2026-10-02' },
    ],
    interests: [{ term: 'robotics-coding', strength: 3 }],
    freeTimes: AFTER_SCHOOL,
    travelModes: ['walk', 'bus'],
    homeCell: homeIn('ch'),
  },
  // North Fork School: counselling and a dentist, and nothing within half an hour by car.
  'D-12380': {
    grade: 7,
    birthMonth: '2014-02',
    languages: ['en'],
    needs: [
      { term: 'mental-health-counseling', urgency: 3, source: 'counselor', since: '2026-10-19' },
      { term: 'dental-care', urgency: 2, source: 'family', since: '2026-08-31' },
    ],
    interests: [{ term: 'farm-animals-club', strength: 2 }],
    freeTimes: AFTER_SCHOOL,
    travelModes: ['bus', 'car'],
    homeCell: homeIn('nf'),
  },
  // Alder Creek High School: only Spanish at home; the one Spanish-speaking counselor is full.
  'D-10042': {
    grade: 10,
    birthMonth: '2011-05',
    languages: ['es'],
    needs: [
      { term: 'mental-health-counseling', urgency: 3, source: 'counselor', since: '2026-10-05' },
      { term: 'youth-jobs', urgency: 1, source: 'student', since: '2026-09-21' },
    ],
    interests: [{ term: 'soccer', strength: 3 }],
    travelModes: ['walk', 'bike'],
    homeCell: homeIn('ac'),
  },
};

function homeIn(key: SettlementKey): string {
  const [lon, lat] = SETTLEMENTS[key].center;
  return latLngToCell(lat, lon, 7);
}
