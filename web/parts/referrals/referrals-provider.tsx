import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { loadStudentReferrals, type StudentReferrals } from '../../api/referrals.ts';
import { type Loaded, useLoaded } from '../../state/use-loaded.ts';

interface StudentReferralsState extends Loaded<StudentReferrals> {
  studentId: string;
  /** Whether who is signed in makes referrals for this student; else they are read. */
  mayRefer: boolean;
}

const Context = createContext<StudentReferralsState | null>(null);

/** A student's referrals, for every place on the page that shows some of them. */
export function ReferralsProvider({
  studentId,
  mayRefer,
  children,
}: {
  studentId: string;
  mayRefer: boolean;
  children: ComponentChildren;
}) {
  const loaded = useLoaded(`referrals of ${studentId}`, (signal) => loadStudentReferrals(studentId, signal));
  return <Context.Provider value={{ ...loaded, studentId, mayRefer }}>{children}</Context.Provider>;
}

/** Null outside of a student's page. */
export function useStudentReferrals(): StudentReferralsState | null {
  return useContext(Context);
}
