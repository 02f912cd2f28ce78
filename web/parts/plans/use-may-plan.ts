import { useSetting } from '../../state/config.tsx';
import { useSession } from '../../state/session.tsx';
import { mayPlanDistrict, mayPlanSchool } from '../work/may.ts';

/** Whether there is anything at all that this person may plan for. */
export function useMayPlan(): boolean {
  const { schools, config } = useSetting();
  const grants = useSession().account?.grants ?? [];
  return (
    mayPlanDistrict(grants, config?.district?.id) || schools.some((school) => mayPlanSchool(grants, school))
  );
}
