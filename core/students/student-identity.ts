import { z } from 'zod';
import { Circumstances } from './circumstances.ts';
import { RELATIONS } from './relation.ts';
import type { Student } from './student.ts';

export { RELATIONS } from './relation.ts';
export { shownName } from './shown-name.ts';

const line = (most: number) => z.string().trim().min(1).max(most, `at most ${most} characters`);

export const StudentName = z.object({
  given: line(100),
  /** Empty for people who have one name. */
  family: z.string().trim().max(100, 'at most 100 characters'),
  /** What the student wants to be called. */
  preferred: line(100).optional(),
});
export type StudentName = z.infer<typeof StudentName>;

/** Somebody who is called when it is about the student. */
export const StudentContact = z.object({
  id: z.string().min(1).max(100),
  name: line(200),
  relation: z.enum(RELATIONS),
  email: z.email('must be an e-mail address').max(254).optional(),
  phone: line(60).optional(),
  /** ISO 639-1 */
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/, 'must be a language code such as es')
    .optional(),
  /** Whether this person may agree to what is passed on about the student. */
  mayConsent: z.boolean(),
});
export type StudentContact = z.infer<typeof StudentContact>;

/**
 * Who a student is: what is sealed wherever it is stored. Of it matching reads the circumstances alone; no gap and no
 * count reads any of it.
 */
export const StudentIdentity = z.object({
  name: StudentName.optional(),
  birthDate: z.iso.date().optional(),
  contacts: z.array(StudentContact).max(20, 'at most 20').default([]),
  notes: z.string().trim().max(10_000, 'at most 10,000 characters').optional(),
  circumstances: Circumstances.optional(),
});
export type StudentIdentity = z.infer<typeof StudentIdentity>;

/** A student with name and contacts, as people who work with the student see one. */
export type NamedStudent = Student & StudentIdentity;
