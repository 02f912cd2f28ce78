import type { School } from '../../../core/schools/school.ts';
import { csvOf } from './csv.ts';

/** Column names of the NCES EDGE geocodes and of the Common Core of Data. */
const HEADER = [
  ...['NCESSCH', 'NAME', 'STREET', 'CITY', 'STATE', 'ZIP', 'NMCNTY', 'LOCALE', 'LAT', 'LON', 'LEVEL'],
  ...['GSLO', 'GSHI', 'MEMBER', 'PHONE', 'SCHOOLYEAR'],
] as const;

/** NCES locale codes: 33 town, remote; 43 rural, remote. */
const LOCALE_CODES = { city: '13', suburb: '23', town: '33', rural: '43' } as const;

export function schoolsCsv(schools: readonly School[]): string {
  return csvOf(HEADER, schools.map(rowOf));
}

function rowOf(school: School) {
  const [lon, lat] = school.point!.coordinates;
  return [
    ...[school.ncesId, school.name, school.address, school.city, school.stateProvince, school.postalCode],
    ...[school.county, LOCALE_CODES[school.locale!], lat, lon, levelOf(school.highestGrade!)],
    ...[gradeCode(school.lowestGrade!), gradeCode(school.highestGrade!), school.enrollment, school.phone],
    '2026-2027',
  ];
}

function levelOf(highestGrade: number): string {
  if (highestGrade <= 5) return 'Elementary';
  return highestGrade <= 8 ? 'Middle' : 'High';
}

/** NCES writes PK, KG, 01 to 12. */
function gradeCode(grade: number): string {
  if (grade < 0) return 'PK';
  return grade === 0 ? 'KG' : String(grade).padStart(2, '0');
}
