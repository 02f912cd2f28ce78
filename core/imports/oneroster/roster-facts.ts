import type { Note } from '../finding.ts';
import { parseDate } from '../parse-date.ts';
import { parseGrade } from '../parse-grade.ts';
import { IdIndex } from './id-index.ts';
import { NumberColumn } from './number-column.ts';

/** The cells of one row by field (roster-columns.ts). */
export type RosterFields = Readonly<Record<string, string>>;

/** No grade; two classes of different grades tell none either. */
const NO_GRADE = -128;
const TORN_GRADE = -127;
const NO_SCHOOL = -1;

/** Several values in one cell: "05,06". */
export function listed(cell: string | undefined): string[] {
  return (cell ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
}

/** Whether a row says that what it is about is no more: in a delta `tobedeleted`, in versions before 1.2 `inactive`, too. */
export function isOver({ status = '' }: RosterFields): boolean {
  return /^(?:tobedeleted|inactive)$/i.test(status.trim());
}

/** The first grade in a list that is one. PR is preschool (CEDS entry grade level). */
export function gradeOf(cell: string | undefined): number | undefined {
  return listed(cell)
    .map((one) => parseGrade(/^pr$/i.test(one) ? 'PK' : one))
    .find((grade) => grade !== undefined);
}

/**
 * What the files beside users.csv say of each user, in columns of numbers: of a hundred thousand students some megabytes,
 * and no name. Read before users.csv, in this order: classes, roles, enrollments, demographics.
 */
export class RosterFacts {
  private readonly users = new IdIndex();
  private readonly classes = new IdIndex();
  private readonly classGrades = new NumberColumn(Int8Array, NO_GRADE);
  private readonly grades = new NumberColumn(Int8Array, NO_GRADE);
  private readonly students = new NumberColumn(Uint8Array);
  private readonly roleSchools = new NumberColumn(Int32Array, NO_SCHOOL);
  private readonly enrolledSchools = new NumberColumn(Int32Array, NO_SCHOOL);
  private readonly births = new NumberColumn(Int32Array);
  private readonly isTold = new NumberColumn(Uint8Array);
  private readonly met = new NumberColumn(Uint32Array);
  private readonly schoolOf: (org: string) => number;

  /** `schoolOf` gives the place of an organization's school in a list; -1 where it is none that is known. */
  constructor(schoolOf: (org: string) => number) {
    this.schoolOf = schoolOf;
  }

  class({ id = '', grades }: RosterFields): void {
    const [grade, ...others] = listed(grades).map((one) => gradeOf(one));
    if (id !== '' && grade !== undefined && others.every((other) => other === grade))
      this.classGrades.set(this.classes.add(id), grade);
  }

  role(row: RosterFields): void {
    if (isOver(row) || !isStudent(row) || !row.id) return;
    const user = this.users.add(row.id);
    this.students.set(user, 1);
    const isFirst = this.roleSchools.get(user) === NO_SCHOOL || /^primary$/i.test(row.role_type ?? '');
    const school = this.schoolOf(row.org ?? '');
    if (isFirst && school >= 0) this.roleSchools.set(user, school);
  }

  enrollment(row: RosterFields): void {
    if (isOver(row) || !isStudent(row) || !row.id) return;
    const user = this.users.add(row.id);
    const school = this.schoolOf(row.org ?? '');
    const isFirst = this.enrolledSchools.get(user) === NO_SCHOOL || /^true$/i.test(row.primary ?? '');
    if (school >= 0 && isFirst) this.enrolledSchools.set(user, school);
    const grade = this.classGrades.get(this.classes.get(row.class ?? ''));
    const known = this.grades.get(user);
    if (grade !== NO_GRADE) this.grades.set(user, known === NO_GRADE || known === grade ? grade : TORN_GRADE);
  }

  demographics(row: RosterFields, note: Note): void {
    if (isOver(row) || !row.id) return;
    const user = this.users.add(row.id);
    const text = (row.birth_date ?? '').trim();
    const date = parseDate(text);
    if (date === undefined && text !== '') {
      note({ code: 'bad-date', field: 'birthDate', action: 'left-out' });
      return;
    }
    this.isTold.set(user, 1);
    if (date !== undefined) this.births.set(user, Number(date.replaceAll('-', '')));
  }

  /** Notes that users.csv has this user, with a hash of the row: `same` or `other` where it had it before. */
  meet(id: string, rowHash: number): 'new' | 'same' | 'other' {
    const user = this.users.add(id);
    const known = this.met.get(user);
    if (known !== 0) return known === (rowHash || 1) ? 'same' : 'other';
    this.met.set(user, rowHash || 1);
    return 'new';
  }

  hasMet(id: string): boolean {
    return this.met.get(this.users.get(id)) !== 0;
  }

  hasStudentRole(id: string): boolean {
    return this.students.get(this.users.get(id)) === 1;
  }

  /** The place of the user's school: by the student's role, else by the enrollments; -1 where neither says one. */
  schoolBeside(id: string): number {
    const user = this.users.get(id);
    const byRole = this.roleSchools.get(user);
    return byRole === NO_SCHOOL ? this.enrolledSchools.get(user) : byRole;
  }

  /** The grade of the user's classes, where all that tell one tell the same. */
  classGrade(id: string): number | undefined {
    const grade = this.grades.get(this.users.get(id));
    return grade === NO_GRADE || grade === TORN_GRADE ? undefined : grade;
  }

  /** The date of birth; empty where demographics name the user without one, undefined where they do not. */
  birthDate(id: string): string | undefined {
    const user = this.users.get(id);
    if (this.isTold.get(user) === 0) return undefined;
    const date = String(this.births.get(user));
    return date === '0' ? '' : `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`;
  }
}

function isStudent({ role = '' }: RosterFields): boolean {
  return /^student$/i.test(role.trim());
}
