import { useMemo, useState } from 'preact/hooks';
import type { Snapshot } from '../../../core/what-if/snapshot.ts';
import type { WhatIfResult } from '../../../core/what-if/what-if-engine.ts';
import { CheckField } from '../field.tsx';
import type { Column, Sorting } from '../table.tsx';
import { WindowedTable } from '../windowed-table.tsx';
import { sortRows } from '../work/sort-rows.ts';
import { type PlaceRow, placeRows } from './place-rows.ts';
import { useWhatIfWords } from './use-what-if-words.ts';

interface PlaceTableProps {
  snapshot: Snapshot;
  before: WhatIfResult;
  now: WhatIfResult;
  nameOf(place: number): string;
}

const LINE_HEIGHT = 48;

/** The figures of the map, place by place. What changes stands on top until somebody sorts otherwise. */
export function PlaceTable({ snapshot, before, now, nameOf }: PlaceTableProps) {
  const { t, say } = useWhatIfWords();
  const [sorting, setSorting] = useState<Sorting>({ key: 'minutes', down: true });
  const [onlyChanged, setOnlyChanged] = useState(false);
  const columns = usePlaceColumns();
  const names = useMemo(() => snapshot.demand.ids.map((_, place) => nameOf(place)), [snapshot, nameOf]);
  const rows = useMemo(() => {
    const all = placeRows(snapshot, names, before, now);
    const shown = onlyChanged ? all.filter(({ isOther }) => isOther) : all;
    return sortRows(shown, (row) => sortValue(row, sorting.key), sorting.down, say.locale);
  }, [snapshot, names, before, now, onlyChanged, sorting, say]);
  return (
    <section class="what-if-places">
      <div class="section-head">
        <h2>{t('places.title')}</h2>
        <div class="no-print">
          <CheckField label={t('places.onlyChanged')} checked={onlyChanged} onChange={setOnlyChanged} />
        </div>
      </div>
      {rows.length === 0 ? (
        <p>{t('places.noneChanged')}</p>
      ) : (
        <WindowedTable
          caption={t('places.title')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          rowHeight={LINE_HEIGHT}
          sorting={sorting}
          onSort={setSorting}
        />
      )}
    </section>
  );
}

function usePlaceColumns(): Column<PlaceRow>[] {
  const { t, say } = useWhatIfWords();
  const whole = (value: number) => Math.round(value).toLocaleString(say.locale);
  const minutes = (value: number) => (value < Number.POSITIVE_INFINITY ? whole(value) : '–');
  const access = (value: number) =>
    Number.isNaN(value) ? t('places.none') : value.toLocaleString(say.locale, { maximumFractionDigits: 1 });
  const both = (was: string, is: string) =>
    was === is ? is : <strong>{t('places.instead', { now: is, before: was })}</strong>;
  return [
    {
      key: 'name',
      label: t('places.name'),
      sortable: true,
      cell: ({ name }) => <span class="few-lines">{name}</span>,
    },
    {
      key: 'people',
      label: t('places.people'),
      figure: true,
      sortable: true,
      width: '18%',
      cell: ({ people }) => whole(people),
    },
    {
      key: 'minutes',
      label: t('places.minutes'),
      figure: true,
      sortable: true,
      width: '24%',
      cell: ({ was, is }) => both(minutes(was.minutes), minutes(is.minutes)),
    },
    {
      key: 'access',
      label: t('places.access'),
      figure: true,
      sortable: true,
      width: '26%',
      cell: ({ was, is }) => both(access(was.access), access(is.access)),
    },
  ];
}

function sortValue({ name, people, is }: PlaceRow, key: string): string | number | null {
  if (key === 'name') return name;
  if (key === 'people') return people;
  if (key === 'minutes') return is.minutes;
  return Number.isNaN(is.access) ? null : is.access;
}
