import { cellToLatLng } from 'h3-js';
import type { DemoInput } from '../make-demo.ts';
import { csvOf } from './csv.ts';

const HEADER = [
  ...['student_id', 'school', 'grade', 'birth_month', 'languages', 'needs', 'interests', 'free_times'],
  ...['travel_modes', 'home_lat', 'home_lon'],
] as const;

/** Every 48th student: 50 in all, from every large school. */
const STEP = 48;

export function studentsCsv({ students, schools }: DemoInput): string {
  const names = new Map(schools.map((school) => [school.id, school.name]));
  const some = students.filter((_, index) => index % STEP === 0);
  return csvOf(
    HEADER,
    some.map((student, index) => rowOf(student, names.get(student.schoolId)!, index)),
  );
}

type StudentInput = DemoInput['students'][number];

/** The example children have numbers of their own, so that trying the import does not overwrite the demo's. */
function rowOf(student: StudentInput, school: string, index: number) {
  const [lat, lon] = student.homeCell === undefined ? [] : cellToLatLng(student.homeCell);
  return [
    ...[`E-${20_001 + index}`, school, gradeOf(student.grade), student.birthMonth],
    student.languages?.join(';'),
    student.needs?.map(({ term, urgency }) => `${term}:${urgency}`).join(';'),
    student.interests?.map(({ term, strength }) => `${term}:${strength}`).join(';'),
    student.freeTimes?.map(({ day, from, to }) => `${day} ${from}-${to}`).join(';'),
    student.travelModes?.join(';'),
    lat?.toFixed(4),
    lon?.toFixed(4),
  ];
}

function gradeOf(grade: number): string | number {
  if (grade < 0) return 'PK';
  return grade === 0 ? 'K' : grade;
}
