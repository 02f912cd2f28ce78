import { useEffect, useState } from 'preact/hooks';
import type { PlanRow, PlanSummary } from '../../../core/placement/plan.ts';
import type { PlanPlaces } from '../../api/plans.ts';
import type { Column } from '../table.tsx';
import { usePlans } from './use-plans.ts';

interface PlanPrintProps {
  summary: PlanSummary;
  rows: readonly PlanRow[];
  places: PlanPlaces;
  columns: readonly Column<PlanRow>[];
  /** The filter in words; empty where all rows are shown. */
  filter: string;
}

/** For a meeting: every row that is shown, not only those in sight, a table for each school. */
export function PlanPrint({ summary, rows, places, columns, filter }: PlanPrintProps) {
  const { t, say } = usePlans();
  const printing = usePrinting();
  if (!printing) return null;
  const inTable = columns.filter(({ key }) => key !== 'school');
  return (
    <div class="print-only plan-print">
      {filter && <p>{t('print.filtered', { parts: filter })}</p>}
      {bySchool(rows, places).map(([school, group]) => (
        <section key={school}>
          <h2>{t('print.school', { school, n: group.length })}</h2>
          <table>
            <thead>
              <tr>
                {inTable.map(({ key, label }) => (
                  <th key={key} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {group.map((row) => (
                <tr key={row.id}>
                  {inTable.map((column) => (
                    <td key={column.key}>{column.key === 'number' ? row.localId : column.cell(row)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
      <p>
        {t('plan.number', { number: String(summary.number) })} ·{' '}
        {t('print.date', { date: say.dateTime(new Date().toISOString()) })}
      </p>
    </div>
  );
}

/** The schools by name, each with its rows in the order of the screen. */
function bySchool(rows: readonly PlanRow[], { schools }: PlanPlaces): [string, PlanRow[]][] {
  const groups = new Map<string, PlanRow[]>();
  for (const row of rows) {
    const name = schools[row.schoolId]?.name ?? row.schoolId;
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
}

/** True from when the browser begins to print: thousands of rows are in the page for that moment only. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(() => matchMedia('print').matches);
  useEffect(() => {
    const media = matchMedia('print');
    const hear = () => setPrinting(media.matches);
    const begin = () => setPrinting(true);
    const end = () => setPrinting(false);
    media.addEventListener('change', hear);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      media.removeEventListener('change', hear);
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}
