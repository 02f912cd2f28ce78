import type { SharedStudents } from '../../../core/co-location/co-location.ts';
import { useCoLocation } from './use-co-location.ts';

interface SharingListProps {
  sharing: readonly SharedStudents[];
  /** From how many students on anything is told. */
  threshold: number;
}

/** Which services of a roof have students in common, in bands. */
export function SharingList({ sharing, threshold }: SharingListProps) {
  const { t } = useCoLocation();
  if (sharing.length === 0) return <p class="muted small">{t('sharing.none', { n: threshold })}</p>;
  return (
    <ul class="plain-list">
      {sharing.map(({ services: [one, other], studentsFrom, studentsTo }) => {
        const pair = { a: one.name, b: other.name, n: studentsFrom };
        return (
          <li key={`${one.id} ${other.id}`}>
            {studentsTo === null
              ? t('sharing.from', pair)
              : t('sharing.between', { ...pair, to: studentsTo })}
          </li>
        );
      })}
    </ul>
  );
}
