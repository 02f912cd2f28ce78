import type { AccessInequality } from '../../../core/gaps/access-inequality.ts';
import type { GapResult } from '../../../core/gaps/gap.ts';
import { ShareBar } from '../progress-bar.tsx';
import { type Column, Table } from '../table.tsx';
import { accessFigure, methodOf, unitOf } from './access-words.ts';
import { useAccess } from './use-access.ts';

type Group = AccessInequality['groups'][number];
type Row = Group['rows'][number];

const ORDER: readonly string[] = ['city', 'suburb', 'town', 'rural', '1', '2', '3', '4', '5'];

/** What people of each kind of place have on average, as bars and figures. */
export function EquityTable({ group, result }: { group: Group; result: GapResult }) {
  const voice = useAccess();
  const { a, t, say } = voice;
  const method = methodOf(result.params);
  const unit = method === 'share' ? 'covered' : unitOf(method);
  const most = Math.max(...group.rows.map(({ mean }) => mean ?? 0));
  const hidden = <span class="muted small">{a('fair.hidden', { n: result.threshold })}</span>;
  const names: Record<string, string> = {
    city: a('fair.locale.city'),
    suburb: a('fair.locale.suburb'),
    town: a('fair.locale.town'),
    rural: a('fair.locale.rural'),
    1: a('fair.deprivation.1'),
    2: a('fair.deprivation.2'),
    3: a('fair.deprivation.3'),
    4: a('fair.deprivation.4'),
    5: a('fair.deprivation.5'),
  };
  const columns: Column<Row>[] = [
    { key: 'group', label: a(`fair.by.${group.by}`), cell: (row) => names[row.group] ?? t('noData') },
    {
      key: 'people',
      label: a(`column.${result.params.demandOf ?? 'students'}`),
      figure: true,
      cell: ({ people }) => (people === null ? hidden : Math.round(people).toLocaleString(say.locale)),
    },
    {
      key: 'mean',
      label: a(`column.${unit}`),
      figure: true,
      cell: ({ mean }) =>
        mean === null ? (
          hidden
        ) : (
          <span class="share-cell">
            <ShareBar share={most > 0 ? mean / most : 0} />
            <span>{accessFigure(mean, unit, voice)}</span>
          </span>
        ),
    },
  ];
  const rows = [...group.rows].sort((x, y) => ORDER.indexOf(x.group) - ORDER.indexOf(y.group));
  return (
    <Table caption={a(`fair.by.${group.by}`)} columns={columns} rows={rows} rowKey={(row) => row.group} />
  );
}
