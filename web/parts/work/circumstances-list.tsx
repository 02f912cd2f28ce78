import type { Circumstances } from '../../../core/students/circumstances.ts';
import { useSayEligibility } from '../eligibility/eligibility-provider.tsx';
import { circumstanceLines } from './circumstance-lines.ts';

/** What is known of a student's circumstances, a line each. */
export function CircumstancesList({ circumstances }: { circumstances: Circumstances }) {
  const say = useSayEligibility();
  return (
    <ul class="plain-list">
      {circumstanceLines(circumstances, say).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
