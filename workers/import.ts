import type { Deps } from '../server/deps.ts';
export async function runImport(_deps: Deps, _jobId: string): Promise<void> {}
