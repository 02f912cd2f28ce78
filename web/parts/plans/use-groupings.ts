import { useMemo } from 'preact/hooks';
import { loadGroupings } from '../../api/plans.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import type { Option } from '../field.tsx';
import { usePlans } from './use-plans.ts';

/** By what plans can be looked at, as choices; none until they have come. */
export function useGroupings(): readonly Option[] {
  const { work } = usePlans();
  const groupings = useLoaded('groupings', loadGroupings);
  return useMemo(
    () => (groupings.data ?? []).map(({ id, label }) => ({ value: id, label: label[work.language] })),
    [groupings.data, work.language],
  );
}
