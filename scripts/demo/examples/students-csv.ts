import { cellToLatLng } from 'h3-js';
import type { DemoInput } from '../make-demo.ts';
import type { DemoPerson } from '../make-people.ts';
import { csvOf } from './csv.ts';

const HEADER = [
  ...['student_id', 'last_name', 'first_name', 'school', 'grade', 'birth_date', 'languages', 'needs'],
  ...['interests', 'free_times', 'travel_modes', 'home_lat', 'home_lon'],
  ...[
    'guardian_name',
    'guardian_relation',
    'guardian_phone',
    'guardian_language',
    'guardian_consent',
    'notes',
  ],
] as const;

/** Every 48th student: 50 in all, from every large school. */
const STEP = 48;

export function studentsCsv({ students, schools, people }: DemoInput): string {
  const names = new Map(schools.map((school) => [school.id, school.name]));
  const persons = new Map(people.map((person) => [person.id, person]));
  const some = students.filter((_, index) => index % STEP === 0);
  return csvOf(
    HEADER,
    some.map((student, index) =>
      rowOf(student, persons.get(student.id)!, names.get(student.schoolId)!, index),
    ),
  );
}

type StudentInput = DemoInput['students'][number];

/** The example children have numbers of their own, so that trying the import does not overwrite the demo's. */
function rowOf(student: StudentInput, person: DemoPerson, school: string, index: number) {
  const [contact] = person.contacts;
  const [lat, lon] = student.homeCell === undefined ? [] : cellToLatLng(student.homeCell);
  return [
    ...[`E-${20_001 + index}`, person.name?.family, person.name?.given],
    ...[school, gradeOf(student.grade), person.birthDate],
    student.languages?.join(';'),
    student.needs?.map(({ term, urgency }) => `${term}:${urgency}`).join(';'),
    student.interests?.map(({ term, strength }) => `${term}:${strength}`).join(';'),
    student.freeTimes?.map(({ day, from, to }) => `${day} ${from}-${to}`).join(';'),
    student.travelModes?.join(';'),
    lat?.toFixed(4),
    lon?.toFixed(4),
    ...[contact?.name, contact?.relation, contact?.phone, contact?.language],
    ...[contact?.mayConsent ? 'yes' : 'no', person.notes],
  ];
}

function gradeOf(grade: number): string | number {
  if (grade < 0) return 'PK';
  return grade === 0 ? 'K' : grade;
}
