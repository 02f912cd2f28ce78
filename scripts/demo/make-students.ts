import type { Polygon } from 'geojson';
import { cellToLatLng, latLngToCell } from 'h3-js';
import type { z } from 'zod';
import type { Student } from '../../core/students/student.ts';
import { isInside } from './county.ts';
import { DEMO_SYSTEM, demoId } from './demo-id.ts';
import { FEATURED_STUDENTS } from './featured-students.ts';
import { DISTRICT_ID } from './make-district.ts';
import { homeOf } from './place-points.ts';
import type { Random } from './random.ts';
import { SCHOOL_PLANS, type SchoolPlan } from './school-plans.ts';
import { SETTLEMENTS, type Settlement } from './settlements.ts';
import { freeTimesOf, travelModesOf } from './student-days.ts';
import { interestsOf, needsOf } from './student-wishes.ts';

type StudentInput = z.input<typeof Student>;

const HOME_RESOLUTION = 7;
const FIRST_NUMBER = 10_001;
/** The school year in which a kindergartner, born in the year before 1 September 2021, is five. */
const KINDERGARTEN_BIRTH_YEAR = 2020;

const LANGUAGES: readonly (readonly [readonly string[], number])[] = [
  [['en'], 790],
  [['es', 'en'], 135],
  [['es'], 45],
  [['vi', 'en'], 10],
  [['so', 'en'], 8],
  [['ar', 'en'], 6],
  [['de', 'en'], 6],
];

export function makeStudents(outline: Polygon, random: Random): StudentInput[] {
  let number = FIRST_NUMBER;
  const students = SCHOOL_PLANS.flatMap((school) =>
    Array.from({ length: school.enrollment }, () => makeStudent(school, number++, outline, random)),
  );
  return students.map((student) => ({ ...student, ...FEATURED_STUDENTS[student.localId] }));
}

function makeStudent(school: SchoolPlan, number: number, outline: Polygon, random: Random): StudentInput {
  const grade = random.int(school.lowestGrade, school.highestGrade);
  const languages = [...random.weighted(LANGUAGES)];
  const settlement = SETTLEMENTS[random.weighted(school.homes)];
  const onFarm = random.chance(school.farmShare);
  const key = `D-${number}`;
  return {
    id: demoId('student', key),
    source: { system: DEMO_SYSTEM, id: key },
    districtId: DISTRICT_ID,
    schoolId: demoId('school', school.key),
    localId: key,
    grade,
    birthMonth: birthMonthOf(grade, random),
    languages,
    needs: needsOf(grade, languages, random),
    interests: interestsOf(grade, random),
    freeTimes: freeTimesOf(grade, school.dayEndsAt, onFarm, random),
    travelModes: travelModesOf(grade, settlement === SETTLEMENTS.ac, onFarm, random),
    homeCell: homeCellOf(settlement, onFarm, outline, random),
    demo: true,
  };
}

function birthMonthOf(grade: number, random: Random): string {
  // September to August of the year in which the grade's children are born.
  const month = random.int(8, 19);
  const year = KINDERGARTEN_BIRTH_YEAR - grade + Math.floor(month / 12);
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** The H3 cell of a home whose middle lies in the county: no home is told finer than this. */
function homeCellOf(settlement: Settlement, onFarm: boolean, outline: Polygon, random: Random): string {
  for (;;) {
    const [lon, lat] = homeOf(settlement, onFarm, random);
    const cell = latLngToCell(lat, lon, HOME_RESOLUTION);
    const [cellLat, cellLon] = cellToLatLng(cell);
    if (isInside(outline, [cellLon, cellLat])) return cell;
  }
}
