import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Rows of the file of students for each school: grades, races and sexes, in about the number of the real file. */
export const ROWS_A_SCHOOL = 100;

/** Writes so many invented schools as NCES's three files: directory, points, and students, the longest by far. */
export async function makeNces(folder: string, schools: number): Promise<void> {
  const file = (name: string, lines: Iterable<string>) =>
    pipeline(Readable.from(lines), createWriteStream(join(folder, `${name}.csv`)));
  await file('directory', directory(schools));
  await file('places', places(schools));
  await file('students', students(schools));
}

function numberOf(n: number): string {
  return `31${String(n % 1000).padStart(5, '0')}${String(n).padStart(5, '0').slice(-5)}`;
}

function* directory(schools: number): Generator<string> {
  yield 'SCHOOL_YEAR,ST,SCH_NAME,LEA_NAME,LEAID,NCESSCH,SCHID,LSTREET1,LCITY,LSTATE,LZIP,PHONE,SY_STATUS,SY_STATUS_TEXT,LEVEL,GSLO,GSHI\n';
  for (let n = 0; n < schools; n += 1)
    yield `2022-2023,NE,School ${n},District ${n % 1000},${numberOf(n).slice(0, 7)},${numberOf(n)},${n},${n} Elm St,Alder,NE,68001,(402) 555-0100,1,Open,Elementary,KG,05\n`;
}

function* places(schools: number): Generator<string> {
  yield 'NCESSCH,LEAID,NAME,OPSTFIPS,STREET,CITY,STATE,ZIP,STFIP,CNTY,NMCNTY,LOCALE,LAT,LON,SCHOOLYEAR\n';
  for (let n = 0; n < schools; n += 1)
    yield `${numberOf(n)},${numberOf(n).slice(0, 7)},School ${n},31,${n} Elm St,Alder,NE,68001,31,31001,Adams County,41,${40 + (n % 1000) / 1000},${-97 + (n % 997) / 1000},2022-2023\n`;
}

function* students(schools: number): Generator<string> {
  yield 'SCHOOL_YEAR,FIPST,STATENAME,ST,SCH_NAME,STATE_AGENCY_NO,UNION,ST_LEAID,LEAID,ST_SCHID,NCESSCH,SCHID,GRADE,RACE_ETHNICITY,SEX,STUDENT_COUNT,TOTAL_INDICATOR,DMS_FLAG\n';
  for (let n = 0; n < schools; n += 1) {
    const begin = `2022-2023,31,NEBRASKA,NE,School ${n},01,,NE-${n % 1000},${numberOf(n).slice(0, 7)},NE-${n},${numberOf(n)},${n}`;
    for (let row = 1; row < ROWS_A_SCHOOL; row += 1)
      yield `${begin},Grade ${row % 12},Hispanic/Latino,Female,${row},Category Set A - By Race/Ethnicity; Sex; Grade,Reported\n`;
    yield `${begin},No Category Codes,No Category Codes,No Category Codes,${n % 900},Education Unit Total,Reported\n`;
  }
}
