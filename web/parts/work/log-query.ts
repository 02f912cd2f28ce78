import type { LogSearch } from '../../api/audit.ts';
import type { QueryShape } from '../../state/use-query.ts';

/** What is searched for in the log, as it stands in the address: ids and days, never a name. */
export interface LogQuery {
  student: string;
  account: string;
  action: string;
  /** Days as "2026-09-01". */
  from: string;
  to: string;
}

const NAMES = ['student', 'account', 'action', 'from', 'to'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const logQuery: QueryShape<LogQuery> = {
  parse(params) {
    const text = (name: keyof LogQuery) => params.get(name) ?? '';
    const day = (name: keyof LogQuery) => (DAY.test(text(name)) ? text(name) : '');
    return {
      student: text('student'),
      account: text('account'),
      action: text('action'),
      from: day('from'),
      to: day('to'),
    };
  },
  format(query) {
    const params = new URLSearchParams();
    for (const name of NAMES) if (query[name]) params.set(name, query[name]);
    return params;
  },
};

/** As the server is asked: days become the moments at which they begin and end where the person is. */
export function toLogSearch({ student, account, action, from, to }: LogQuery): LogSearch {
  return {
    ...(student && { studentId: student }),
    ...(account && { accountId: account }),
    ...(action && { action }),
    ...(from && { from: new Date(`${from}T00:00:00`).toISOString() }),
    ...(to && { to: dayAfter(to).toISOString() }),
  };
}

function dayAfter(day: string): Date {
  const date = new Date(`${day}T00:00:00`);
  date.setDate(date.getDate() + 1);
  return date;
}
