import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Random, seededRandom } from '../../demo/random.ts';

const SCHOOLS = 100;
/** Lessons a student; districts have 6 to 8. */
const CLASSES = 7;

/** Writes a OneRoster 1.2 export of so many students, their parents, roles, lessons and dates of birth. */
export async function makeRoster(folder: string, students: number): Promise<void> {
  const random = seededRandom(7);
  const file = (name: string, lines: Iterable<string>) =>
    pipeline(Readable.from(lines), createWriteStream(join(folder, `${name}.csv`)));
  await file('orgs', orgs());
  await file('users', users(students, random));
  await file('roles', roles(students));
  await file('demographics', demographics(students, random));
  await file('classes', classes());
  await file('enrollments', enrollments(students));
  await file('manifest', manifest());
}

/** As systems make them: long, and in no order. */
export function userId(n: number): string {
  const hex = Math.imul(n + 1, 0x9e3779b1) >>> 0;
  return `${hex.toString(16).padStart(8, '0')}-7b1d-4c5e-9a3f-${String(n).padStart(12, '0')}`;
}

function* orgs(): Generator<string> {
  yield 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\r\n';
  for (let n = 0; n < SCHOOLS; n += 1) yield `school-${n},,,School ${n},school,,district\r\n`;
}

const GIVEN = ['Ana', 'Bao', 'Chidi', 'Dalia', 'Emeka', 'Fatima', 'Guillermo', 'Hana', 'Ines', 'Jamal'];
const FAMILY = [
  'López',
  'Nguyen',
  'Okafor',
  'Haddad',
  'Smith',
  'García',
  'Kim',
  'Johnson',
  'Singh',
  'Moreno',
];

function* users(students: number, random: Random): Generator<string> {
  yield 'sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,preferredGivenName,primaryOrgSourcedId\r\n';
  for (let n = 0; n < students; n += 1) {
    const name = `${random.pick(GIVEN)},${random.pick(FAMILY)}-${random.pick(FAMILY)}`;
    yield `${userId(n)},,,true,user${n},,${name},,S${n},s${n}@example.org,,,parent-${n},${1 + (n % 12)},secret-${n},,school-${n % SCHOOLS}\r\n`;
    yield `parent-${n},,,true,parent${n},,${random.pick(GIVEN)},${random.pick(FAMILY)},,,p${n}@example.org,,,,,secret-p${n},,\r\n`;
  }
}

function* roles(students: number): Generator<string> {
  yield 'sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId\r\n';
  for (let n = 0; n < students; n += 1) {
    yield `role-${n},,,${userId(n)},primary,student,,,school-${n % SCHOOLS},\r\n`;
    yield `role-p${n},,,parent-${n},primary,parent,,,school-${n % SCHOOLS},\r\n`;
  }
}

function* demographics(students: number, random: Random): Generator<string> {
  yield 'sourcedId,status,dateLastModified,birthDate,sex\r\n';
  for (let n = 0; n < students; n += 1)
    yield `${userId(n)},,,${random.int(2008, 2019)}-0${random.int(1, 9)}-${random.int(10, 28)},\r\n`;
}

function* classes(): Generator<string> {
  yield 'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classType,schoolSourcedId,termSourcedIds\r\n';
  for (let n = 0; n < SCHOOLS * 40; n += 1)
    yield `class-${n},,,Class ${n},${1 + (n % 12)},course,scheduled,school-${n % SCHOOLS},term\r\n`;
}

function* enrollments(students: number): Generator<string> {
  yield 'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\r\n';
  for (let n = 0; n < students; n += 1)
    for (let lesson = 0; lesson < CLASSES; lesson += 1)
      yield `e-${n}-${lesson},,,class-${(n * CLASSES + lesson) % (SCHOOLS * 40)},school-${n % SCHOOLS},${userId(n)},student,false,,\r\n`;
}

function* manifest(): Generator<string> {
  yield 'propertyName,value\r\nmanifest.version,1.0\r\noneroster.version,1.2\r\n';
  for (const name of ['orgs', 'users', 'roles', 'demographics', 'classes', 'enrollments'])
    yield `file.${name},bulk\r\n`;
}
