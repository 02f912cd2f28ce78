import type { JobView } from './job.ts';

/** Long work that somebody began and that has ended. */
export type EndedJob = Pick<
  JobView,
  'id' | 'kind' | 'number' | 'status' | 'params' | 'result' | 'finishedAt'
>;

/**
 * What is left to do of ended work: what failed, and imports with findings, unless a later piece of the same work has
 * ended well. The newest first.
 */
export function leftOver(jobs: readonly EndedJob[]): { failed: EndedJob[]; withFindings: EndedJob[] } {
  const newest = new Map<string, EndedJob>();
  for (const job of [...jobs].sort((a, b) => a.number - b.number)) newest.set(workOf(job), job);
  const last = [...newest.values()].sort((a, b) => b.number - a.number);
  return {
    failed: last.filter(({ status }) => status === 'failed'),
    withFindings: last.filter((job) => job.kind === 'import' && !job.params.dryRun && findingsOf(job) > 0),
  };
}

/** An import of the same source is the same work again; trying it is other work. Of all else one kind is. */
function workOf({ kind, params }: EndedJob): string {
  return kind === 'import'
    ? JSON.stringify([kind, params.kind, params.source, params.dryRun === true])
    : kind;
}

function findingsOf({ status, result }: EndedJob): number {
  return status === 'complete' && typeof result?.findings === 'number' ? result.findings : 0;
}
