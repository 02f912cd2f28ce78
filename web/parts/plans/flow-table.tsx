import { useMemo, useState } from 'preact/hooks';
import type { PlanPlaces } from '../../api/plans.ts';
import { Button } from '../button.tsx';
import { DomainChip } from '../chip.tsx';
import type { Column, Sorting } from '../table.tsx';
import { WindowedTable } from '../windowed-table.tsx';
import { sortRows } from '../work/sort-rows.ts';
import type { Flow } from './flows.ts';
import { usePlans } from './use-plans.ts';

interface FlowTableProps {
  flows: readonly Flow[];
  places: PlanPlaces;
  active: string | null;
  selected: string | null;
  onHover(id: string | null): void;
  onSelect(id: string | null): void;
  onShowRows(): void;
}

const LINE_HEIGHT = 76;

/** The list way of the map: each flow a line, chosen together with it. */
export function FlowTable(props: FlowTableProps) {
  const { flows, places, active, selected, onHover, onShowRows } = props;
  const { t, say } = usePlans();
  const [sorting, setSorting] = useState<Sorting>({ key: 'needs', down: true });
  const columns = useFlowColumns(props);
  const sorted = useMemo(() => {
    const school = ({ schoolId }: Flow) => places.schools[schoolId]?.name ?? '';
    const value = (flow: Flow) =>
      sorting.key === 'from' ? school(flow) : sorting.key === 'to' ? flow.place : flow.needs;
    return sortRows(flows, value, sorting.down, say.locale);
  }, [flows, places, sorting, say]);
  const chosen = flows.find(({ id }) => id === selected);
  return (
    <div class="flow-table">
      <h3>{t('map.list')}</h3>
      {chosen && (
        <p class="no-print">
          <Button onClick={onShowRows}>{t('map.showRows', { n: chosen.needs })}</Button>
        </p>
      )}
      <WindowedTable
        caption={t('map.list')}
        columns={columns}
        rows={sorted}
        rowKey={({ id }) => id}
        rowHeight={LINE_HEIGHT}
        sorting={sorting}
        onSort={setSorting}
        activeRow={active}
        onRowHover={onHover}
      />
    </div>
  );
}

function useFlowColumns({ places, selected, onSelect }: FlowTableProps): Column<Flow>[] {
  const { t, term } = usePlans();
  return [
    {
      key: 'from',
      label: t('map.from'),
      sortable: true,
      width: '38%',
      cell: ({ id, schoolId }) => (
        <button
          type="button"
          class="row-button few-lines"
          aria-pressed={id === selected}
          onClick={() => onSelect(id)}
        >
          {places.schools[schoolId]?.name}
        </button>
      ),
    },
    {
      key: 'to',
      label: t('map.to'),
      sortable: true,
      cell: ({ place, domain }) => (
        <span class="two-lines">
          <span class="one-line" title={place}>
            {place}
          </span>
          <span class="one-line">
            <DomainChip domain={domain}>{domain ? term(domain) : ''}</DomainChip>
          </span>
        </span>
      ),
    },
    {
      key: 'needs',
      label: t('map.needs'),
      figure: true,
      sortable: true,
      width: '80px',
      cell: ({ needs }) => needs,
    },
  ];
}
