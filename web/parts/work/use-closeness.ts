import { useSession } from '../../state/session.tsx';

/** Whether who looks is the student or the family. */
export function useCloseness(studentId: string): 'student' | 'family' | undefined {
  const grants = useSession().account?.grants ?? [];
  const roles = grants.filter(({ studentIds }) => studentIds.includes(studentId)).map(({ role }) => role);
  if (roles.includes('student')) return 'student';
  return roles.includes('family') ? 'family' : undefined;
}
