import type { Closure } from '../schedule/closure.ts';
import { compact } from './compact.ts';
import { parseBoolean } from './parse-boolean.ts';
import { parseTime } from './parse-time.ts';
import type { FieldReader } from './read-fields.ts';

/**
 * A row of HSDS 1's holiday schedules: days on which a service is closed, or open at other hours. A row that says
 * neither says nothing; without a last day that can be read it
 * is of the first. The year 1, by which some mean every year, is no date.
 */
export function readClosure(row: FieldReader): Closure | undefined {
  const from = row.date('start_date');
  if (from === undefined) {
    if (row.line('start_date') === undefined)
      row.note({ code: 'empty-row', field: 'start_date', action: 'left-out' });
    return undefined;
  }
  const to = row.date('end_date') ?? from;
  if (to < from) {
    row.note({ code: 'bad-date', field: 'end_date', value: `${from} – ${to}`, action: 'left-out' });
    return undefined;
  }
  const hours = { opensAt: readTime(row, 'opens_at'), closesAt: readTime(row, 'closes_at') };
  const isOpen = hours.opensAt !== undefined && hours.closesAt !== undefined;
  const closed = readClosed(row) ?? (isOpen ? false : undefined);
  const reason = compact({ reason: row.line('reason') });
  if (closed) return { from, to, closed, ...reason };
  if (closed === false && isOpen) return { from, to, closed, ...compact(hours), ...reason };
  row.note({ code: 'hours-empty', action: 'left-out' });
  return undefined;
}

function readClosed(row: FieldReader): boolean | undefined {
  const value = row.line('closed');
  const closed = value === undefined ? undefined : parseBoolean(value);
  if (value !== undefined && closed === undefined)
    row.note({ code: 'unknown-value', field: 'closed', value, action: 'left-out' });
  return closed;
}

function readTime(row: FieldReader, field: 'opens_at' | 'closes_at') {
  const value = row.line(field);
  const time = value === undefined ? undefined : parseTime(value);
  if (value !== undefined && time === undefined)
    row.note({ code: 'bad-time', field, value, action: 'left-out' });
  return time;
}
