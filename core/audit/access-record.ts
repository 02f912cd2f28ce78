import type { Role } from '../accounts/role.ts';
import type { StudentName } from '../students/student-identity.ts';
import type { AuditAction, Disclosure, FieldChange } from './entry.ts';

/** Who did it, for people to read. */
export interface Person {
  kind: 'account' | 'system';
  /** Empty where the account is not known any more, and for Trellis itself. */
  name: string;
  accountId?: string;
  roles: Role[];
  /** The administrator who looked through this person's eyes. */
  viewedBy?: string;
}

/** One access to a student's record, with the values that changed where they can still be read. */
export interface Access {
  seq: number;
  at: string;
  action: AuditAction;
  who: Person;
  why?: string;
  fields?: string[];
  changes?: FieldChange[];
  note?: string;
}

/** One handing over to somebody outside the school: what 34 CFR 99.32 wants to be kept. */
export interface DisclosureLine extends Access {
  disclosure: Disclosure;
}

/** Who has seen, changed and received a student's record. */
export interface AccessRecord {
  student: { id: string; localId: string; name?: StudentName };
  school: { id: string; name: string } | null;
  accesses: Access[];
  disclosures: DisclosureLine[];
  /** Ask for what came earlier with this; null where there is nothing earlier. */
  next: number | null;
}

/** One line of the search in the log. */
export interface FoundEntry extends Access {
  /** The students, where they are few enough to be named. */
  students: { id: string; localId: string; name?: StudentName }[];
  studentCount: number;
  on?: { kind: string; id: string };
  counts?: Record<string, number>;
  disclosure?: Disclosure;
}
