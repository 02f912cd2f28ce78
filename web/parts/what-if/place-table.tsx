import { useMemo, useRef, useState } from 'preact/hooks';
import type { Snapshot } from '../../../core/what-if/snapshot.ts';
import type { WhatIfResult } from '../../../core/what-if/what-if-engine.ts';
import { CheckField } from '../field.tsx';
import type { Column, Sorting } from '../table.tsx';
import { WindowedTable } from '../windowed-table.tsx';
import { isOther, orderPlaces, type PlaceOrder } from './place-rows.ts';
import { useWhatIfWords } from './use-what-if-words.ts';

interface PlaceTableProps {
  snapshot: Snapshot;
  before: WhatIfResult;
  now: WhatIfResult;
  nameOf(place: number): string;
  /** Something is being dragged: the rows stay in order, and their figures follow. */
  isTrying: boolean;
}

const LINE_HEIGHT = 48;

/** The figures of the map, place by place. A row is the place's number in the snapshot. */
export function PlaceTable({ snapshot, before, now, nameOf, isTrying }: PlaceTableProps) {
  const { t, say } = useWhatIfWords();
  const [sorting, setSorting] = useState<Sorting>({ key: 'minutes', down: true });
  const [onlyChanged, setOnlyChanged] = useState(false);
  const { ids, people } = snapshot.demand;
  const names = useMemo(() => ids.map((_, place) => nameOf(place)), [ids, nameOf]);
  const columns = usePlaceColumns(snapshot, names, before, now);
  // While something is dragged, the order is that of before.
  const settled = useRef(now);
  if (!isTrying) settled.current = now;
  const by = settled.current;
  const order = useMemo(() => {
    const all = ids.map((_, place) => place);
    const how = { by: sorting.key as PlaceOrder['by'], down: sorting.down };
    return orderPlaces(all, how, { names, people, now: by, locale: say.locale });
  }, [ids, names, people, by, sorting, say]);
  const rows = onlyChanged ? order.filter((place) => isOther(before, now, place)) : order;
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
          rowKey={(place) => ids[place] ?? ''}
          rowHeight={LINE_HEIGHT}
          sorting={sorting}
          onSort={setSorting}
        />
      )}
    </section>
  );
}

function usePlaceColumns(
  { demand }: Snapshot,
  names: readonly string[],
  before: WhatIfResult,
  now: WhatIfResult,
): Column<number>[] {
  const { t, say } = useWhatIfWords();
  const number = useMemo(() => new Intl.NumberFormat(say.locale, { maximumFractionDigits: 1 }), [say]);
  const whole = (value: number) => number.format(Math.round(value));
  const minutes = (value: number) => (value < Number.POSITIVE_INFINITY ? whole(value) : '–');
  /** Places for a hundred people. */
  const access = (value: number) => (Number.isNaN(value) ? t('places.none') : number.format(value * 100));
  const both = (was: string, is: string) =>
    was === is ? is : <strong>{t('places.instead', { now: is, before: was })}</strong>;
  const figure = { figure: true, sortable: true };
  return [
    {
      key: 'name',
      label: t('places.name'),
      sortable: true,
      cell: (place) => <span class="few-lines">{names[place]}</span>,
    },
    {
      key: 'people',
      label: t('places.people'),
      ...figure,
      width: '18%',
      cell: (place) => whole(demand.people[place]!),
    },
    {
      key: 'minutes',
      label: t('places.minutes'),
      ...figure,
      width: '24%',
      cell: (place) => both(minutes(before.minutes[place]!), minutes(now.minutes[place]!)),
    },
    {
      key: 'access',
      label: t('places.access'),
      ...figure,
      width: '26%',
      cell: (place) => both(access(before.access[place]!), access(now.access[place]!)),
    },
  ];
}
