import type { StudentName } from './student-identity.ts';

/** "Anita López": as the student wants to be called. */
export function shownName({ given, family, preferred }: StudentName): string {
  return `${preferred ?? given} ${family}`.trim();
}
