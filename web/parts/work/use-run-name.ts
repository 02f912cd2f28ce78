import { useCallback } from 'preact/hooks';
import type { JobView } from '../../../core/jobs/job.ts';
import { useSetting } from '../../state/config.tsx';
import { matchScopeOf } from './job-params.ts';
import { useWork } from './use-work.ts';

/** For whom a match run is: all schools, one by its name, or so many students. */
export function useRunName(): (job: JobView) => string {
  const { t } = useWork();
  const { schools } = useSetting();
  return useCallback(
    (job) => {
      const scope = matchScopeOf(job);
      if (scope.scope === 'school')
        return schools.find(({ id }) => id === scope.schoolId)?.name ?? t('runs.oneSchool');
      return scope.scope === 'students'
        ? t('students', { n: scope.studentIds?.length ?? 1 })
        : t('runs.district');
    },
    [t, schools],
  );
}
