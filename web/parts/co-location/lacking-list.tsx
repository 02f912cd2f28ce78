import type { TermDemand } from '../../../core/co-location/neighbourhood.ts';
import type { Position } from '../../../core/geo/point.ts';
import { DomainChip } from '../chip.tsx';
import { useCoLocation } from './use-co-location.ts';

interface LackingListProps {
  lacking: readonly TermDemand[];
  /** Each opens a search from here. */
  near: Position;
}

/** Kinds of help that are needed and not given, with how many students need them. */
export function LackingList({ lacking, near }: LackingListProps) {
  const { t, terms, term: nameOf } = useCoLocation();
  return (
    <ul class="plain-list lacking-list">
      {lacking.map(({ term, students }) => (
        <li key={term}>
          <a class="chip-link" href={`/?terms=${term}&near=${near.join(',')}`}>
            <DomainChip domain={terms.domainOf(term)}>{nameOf(term)}</DomainChip>
          </a>{' '}
          <span class="muted small">{t('lacking.item', { n: students })}</span>
        </li>
      ))}
    </ul>
  );
}
