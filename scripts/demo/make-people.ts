import type { z } from 'zod';
import type { Student } from '../../core/students/student.ts';
import type { StudentContact, StudentIdentity } from '../../core/students/student-identity.ts';
import { demoId } from './demo-id.ts';
import { FEATURED_PEOPLE } from './featured-people.ts';
import { makeCircumstances } from './make-circumstances.ts';
import { drawLevels } from './make-levels.ts';
import { type NameLists, namesFor } from './people-names.ts';
import type { Random } from './random.ts';

/** Who a student of the demo is, by the student's id. */
export type DemoPerson = StudentIdentity & { id: string };

type StudentInput = z.input<typeof Student>;

/** Shortest month: a day that every month has. */
const LAST_DAY = 28;

/** Invented names and families for invented students; numbers 555-01xx belong to nobody. */
export function makePeople(
  students: readonly StudentInput[],
  { people, chance, levels }: { people: Random; chance: Random; levels: Random },
): DemoPerson[] {
  const levelsAt = drawLevels(levels);
  return students.map((student) => {
    const person = makePerson(student, people);
    const attributes = levelsAt(student.schoolId);
    const circumstances = {
      ...makeCircumstances(chance),
      ...(Object.keys(attributes).length > 0 && { attributes }),
    };
    const isKnown = Object.keys(circumstances).length > 0;
    return { ...person, ...(isKnown && { circumstances }), ...FEATURED_PEOPLE[student.localId] };
  });
}

function makePerson(student: StudentInput, random: Random): DemoPerson {
  const language = student.languages?.[0] ?? 'en';
  const names = namesFor(language);
  const family = familyName(language, names, random);
  const given = random.pick(names.children);
  const day = random.int(1, LAST_DAY);
  return {
    id: student.id,
    name: { given, family },
    ...(student.birthMonth && { birthDate: `${student.birthMonth}-${String(day).padStart(2, '0')}` }),
    contacts: makeContacts(student.localId, language, names, family, random),
  };
}

/** Spanish families bear two names. */
function familyName(language: string, { families }: NameLists, random: Random): string {
  const [first, second] = [random.pick(families), random.pick(families)];
  return language === 'es' && first !== second ? `${first} ${second}` : first;
}

function makeContacts(
  localId: string,
  language: string,
  names: NameLists,
  family: string,
  random: Random,
): StudentContact[] {
  const relations = random.weighted<readonly StudentContact['relation'][]>([
    [['parent', 'parent'], 50],
    [['parent'], 32],
    [['parent', 'grandparent'], 10],
    [['grandparent'], 5],
    [['guardian'], 3],
  ]);
  return relations.map((relation, n) => ({
    id: demoId('contact', `${localId}-${n}`),
    name: `${random.pick(names.adults)} ${family.split(' ')[0]}`,
    relation,
    phone: `308-555-01${String(random.int(0, 99)).padStart(2, '0')}`,
    language,
    mayConsent: n === 0 || relation === 'parent',
  }));
}
