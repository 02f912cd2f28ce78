import type { ImportPreview } from '../../../core/imports/import-preview.ts';
import type { RosterSummary } from '../../../core/imports/oneroster/roster-summary.ts';
import type { JobView } from '../../../core/jobs/job.ts';
import type { ImportRequest, MatchScope } from '../../api/jobs.ts';

/* What a job was asked to do. The server checked it when it was asked; a job of another kind never comes here. */

export function matchScopeOf({ params }: JobView): MatchScope {
  return params as unknown as MatchScope;
}

export interface ImportParams {
  kind: ImportRequest['kind'];
  source: string;
  filename: string;
  dryRun?: boolean;
}

export function importParamsOf({ params }: JobView): ImportParams {
  return params as unknown as ImportParams;
}

export interface ImportCounts {
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  refused: number;
}

export interface ImportResult {
  counts: Record<string, ImportCounts>;
  findings: number;
  findingsByCode: Record<string, number>;
  unmappedTerms: number;
  /** Of a dry run. */
  preview?: ImportPreview;
  marked?: number;
  roster?: RosterSummary;
}

export function importResultOf({ result }: JobView): ImportResult | undefined {
  return result as unknown as ImportResult | undefined;
}
