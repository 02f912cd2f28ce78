import { listReports } from '../../server/retention/retention-store.ts';
import { runRetention } from '../../server/retention/run-retention.ts';
import { Refusal } from '../start/refusal.ts';
import { type Command, HELP } from './help.ts';

/** Deletes now what the workers delete every night, or shows what was deleted last. */
export const retentionCommand: Command = async ({ words, say }) => {
  const [what] = words;
  if (what !== 'run' && what !== 'report') throw new Refusal(HELP);
  return async (deps) => {
    const report = what === 'run' ? await runRetention(deps) : (await listReports(deps.db, 1))[0];
    say(report ? JSON.stringify(report, null, 2) : 'Nothing has been cleared yet.');
    return 0;
  };
};
