import { access } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Deps } from '../../server/deps.ts';
import { ImportParams } from '../../server/imports/import-params.ts';
import { announced } from '../../server/jobs/job-events.ts';
import { beginJob, createJob, failJob, readJob } from '../../server/jobs/job-store.ts';
import { importJob } from '../../workers/import.ts';
import { Refusal } from '../start/refusal.ts';
import { type Command, type CommandInput, HELP } from './help.ts';
import { watchJob } from './watch-job.ts';

/** Imports a file or folder of this computer; the report can be read on the Import page. */
export const importCommand: Command = async (input) => {
  const { params, path } = await readInput(input);
  return (deps) => runHere(deps, params, path, input.say);
};

async function readInput({ words, values }: CommandInput): Promise<{ params: ImportParams; path: string }> {
  const [kind, file] = words;
  if (kind === undefined || file === undefined) throw new Refusal(HELP);
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), file);
  await access(path).catch(() => {
    throw new Refusal(`There is no file or folder ${path}.`);
  });
  const source = values.source ?? basename(path).replace(/\.[a-z]+$/i, '');
  return {
    params: ImportParams.parse({
      kind,
      source,
      filename: basename(path),
      columns: values.columns,
      everyRow: values['every-row'],
      only: values.only,
      keepIds: values['keep-ids'],
      dryRun: values['dry-run'],
      addSchools: values['add-schools'],
      letLeave: values['let-leave'],
    }),
    path,
  };
}

async function runHere(
  deps: Deps,
  params: ImportParams,
  path: string,
  say: CommandInput['say'],
): Promise<number> {
  const created = await createJob(deps.db, { kind: 'import', params, step: 'reading' });
  const job = await beginJob(deps.db, created.id);
  if (!job) throw new Error('the import was cancelled');
  const watching = watchJob(deps, job.id, say);
  await importJob(deps, job, path).catch(async (error) => {
    await announced(deps, failJob(deps.db, job.id, 'The import was interrupted. You can start it again.'));
    throw error;
  });
  await watching;
  const ended = await readJob(deps.db, job.id);
  say(ended?.error ?? JSON.stringify(ended?.result, null, 2));
  return ended?.status === 'complete' ? 0 : 1;
}
