import type { BestForNumber, SitingOutcome } from '../../../core/where-next/siting-outcome.ts';
import { type Column, Table } from '../table.tsx';
import { shareInTime } from './share-in-time.ts';
import { useWhereNext } from './use-where-next.ts';

/** The best for each number of sites: the figures of the curve, and which sites those are. */
export function NumberTable({ outcome }: { outcome: SitingOutcome }) {
  const voice = useWhereNext();
  const { w, say } = voice;
  const { byNumber, ask } = outcome;
  if (!byNumber) return null;
  const minutes = (value: number | null) => (value === null ? '–' : value.toLocaleString(say.locale));
  const columns: Column<BestForNumber>[] = [
    { key: 'number', label: w('number.sites'), cell: ({ sites }) => sites.length },
    {
      key: 'share',
      label: w('table.all'),
      figure: true,
      cell: ({ step }) => say.percent(shareInTime(step, outcome)),
    },
    {
      key: 'average',
      label: w('table.average'),
      figure: true,
      cell: ({ step }) => minutes(step.averageMinutes),
    },
    ...(ask.model === 'p-centre'
      ? [
          {
            key: 'longest',
            label: w('table.longest'),
            figure: true,
            cell: ({ step }: BestForNumber) => minutes(step.longestMinutes),
          },
        ]
      : []),
    {
      key: 'which',
      label: w('number.which'),
      cell: ({ sites }) => say.list(sites.map(({ name }) => name)),
    },
  ];
  const open = byNumber.find(({ proof }) => !proof.proven);
  return (
    <details class="number-table">
      <summary>{w('number.title')}</summary>
      <Table
        caption={w('number.title')}
        columns={columns}
        rows={byNumber}
        rowKey={({ sites }) => String(sites.length)}
      />
      <p class="muted small">{open ? w('number.open') : w('number.proven')}</p>
    </details>
  );
}
