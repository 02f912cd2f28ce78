import type { ImportRequest } from '../../api/jobs.ts';

/** What was tried last, with its file, for as long as the page is open: so that it can be imported without choosing again. */
let tried: { jobId: string; request: ImportRequest } | undefined;

export function keepTried(jobId: string, request: ImportRequest): void {
  tried = request.dryRun || request.roster?.dryRun ? { jobId, request } : undefined;
}

export function triedRequest(jobId: string): ImportRequest | undefined {
  return tried?.jobId === jobId ? tried.request : undefined;
}
