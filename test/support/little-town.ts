import type { Connection } from 'mongoose';
import { Offer } from '../../core/directory/offer.ts';
import { School } from '../../core/schools/school.ts';
import { Student } from '../../core/students/student.ts';
import { offers } from '../../server/directory/offer-collection.ts';
import { schools } from '../../server/schools/school-collection.ts';
import { type CollectionSpec, model, toStored } from '../../server/store/collection.ts';
import { students } from '../../server/students/student-collection.ts';

/** A small invented town for the tests of the workers: every record follows from its number. */
export interface LittleTown {
  schools: School[];
  offers: Offer[];
  students: Student[];
}

const TERMS = [
  'reading-tutoring',
  'vision-glasses',
  'food-pantry',
  'robotics-coding',
  'mental-health-counseling',
];
const CENTER = [-96.5, 40.5] as const;

export function littleTown({ studentCount = 40, offerCount = 30, schoolCount = 2 } = {}): LittleTown {
  return {
    schools: numbers(schoolCount).map(makeSchool),
    offers: numbers(offerCount).map(makeOffer),
    students: numbers(studentCount).map((n) => makeStudent(n, schoolCount)),
  };
}

export async function storeTown(db: Connection, town: LittleTown): Promise<void> {
  await insert(db, schools, town.schools);
  await insert(db, offers, town.offers);
  await insert(db, students, town.students);
}

async function insert<T extends { id: string }>(db: Connection, spec: CollectionSpec, records: readonly T[]) {
  await model<T>(db, spec).collection.insertMany(records.map(toStored) as never);
}

function makeSchool(n: number): School {
  return School.parse({
    id: `school-${n}`,
    source: { system: 'test', id: `school-${n}` },
    districtId: 'district',
    name: `School ${n}`,
    point: { type: 'Point', coordinates: [CENTER[0] + n * 0.05, CENTER[1]] },
    dayEndsAt: '15:00',
  });
}

function makeOffer(n: number): Offer {
  const term = TERMS[n % TERMS.length] as string;
  return Offer.parse({
    id: `offer-${String(n).padStart(4, '0')}`,
    serviceId: `service-${n}`,
    locationId: `location-${n}`,
    organizationId: `organization-${n % 7}`,
    serviceName: `Service ${n}`,
    organizationName: `Organization ${n % 7}`,
    locationName: `Place ${n}`,
    kind: 'service',
    confidentiality: 'public',
    point: {
      type: 'Point',
      coordinates: [CENTER[0] + ((n * 37) % 19) * 0.01, CENTER[1] + ((n * 53) % 17) * 0.01],
    },
    terms: [term],
    termsAndAbove: [term],
    eligibility: { unknown: [] },
    hours: [{ day: 'TU', from: '15:30', to: '17:30' }],
    hoursKnown: true,
    languages: n % 3 === 0 ? ['es'] : ['en'],
    ...(n % 4 === 0 && { placesFree: n % 8 === 0 ? 0 : 5 }),
  });
}

function makeStudent(n: number, schoolCount: number): Student {
  return Student.parse({
    id: `student-${String(n).padStart(5, '0')}`,
    source: { system: 'test', id: `${n}` },
    districtId: 'district',
    schoolId: `school-${n % schoolCount}`,
    localId: `T-${n}`,
    grade: n % 13,
    languages: n % 5 === 0 ? ['es'] : ['en'],
    needs: [
      { term: TERMS[n % TERMS.length], urgency: (n % 3) + 1 },
      { term: TERMS[(n + 2) % TERMS.length], urgency: 1 },
    ],
    interests: n % 2 === 0 ? [{ term: 'robotics-coding', strength: 2 }] : [],
    freeTimes: [{ day: 'TU', from: '15:00', to: '18:00' }],
    travelModes: n % 2 === 0 ? ['walk', 'bus'] : ['car'],
  });
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, n) => n);
}
