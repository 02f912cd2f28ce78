import type { GapQuestion } from '../work/gap-query.ts';
import { type ReportQuery, reportQuery } from './report-query.ts';

type Asked = Pick<GapQuestion, 'terms' | 'minutes' | 'mode'> & { demand: GapQuestion['count'] };

/** The report about a question, with what is proposed for it. */
export function reportOf({
  demand,
  terms,
  minutes,
  mode,
  siting = null,
  scenario = null,
}: Asked & Partial<Pick<ReportQuery, 'siting' | 'scenario'>>): string {
  const untouched = reportQuery.parse(new URLSearchParams());
  return `/report?${reportQuery.format({ ...untouched, terms, minutes, mode, count: demand, siting, scenario })}`;
}
