import { parseAnchor, writeAnchor } from '../../core/audit/anchor.ts';
import { anchorLog } from '../../server/audit/anchor-log.ts';
import { auditSigner } from '../../server/audit/audit-signer.ts';
import { cutLog } from '../../server/audit/cut-log.ts';
import { type LogFault, type LogReport, verifyLog } from '../../server/audit/verify-log.ts';
import type { Deps } from '../../server/deps.ts';
import { Refusal } from '../start/refusal.ts';
import { type Command, type CommandInput, HELP } from './help.ts';

type Say = CommandInput['say'];

/** The log of who saw, changed and received what: checks it, notes how far it has come, removes what is old. */
export const auditCommand: Command = async ({ words: [what], values, say }) => {
  if (what === 'verify') {
    const kept = typeof values.anchor === 'string' ? readAnchor(values.anchor) : undefined;
    return (deps) => verify(deps, kept, say);
  }
  if (what === 'anchor') return (deps) => anchor(deps, say);
  if (what === 'cut') {
    const before = readDay(values.before);
    return (deps) => cut(deps, before, say);
  }
  throw new Refusal(HELP);
};

async function verify({ db, config }: Deps, kept: ReturnType<typeof readAnchor> | undefined, say: Say) {
  const onProgress = (checked: number) => say(`  ${checked} entries checked`);
  const report = await verifyLog(db, auditSigner(config.keyRing), { kept, onProgress });
  for (const line of describe(report)) say(line);
  return report.fault ? 1 : 0;
}

function describe({ checked, head, cutAt, fault }: LogReport): string[] {
  const before = cutAt
    ? [`Entries up to ${cutAt.seq} were removed on ${cutAt.at.slice(0, 10)}, as the rules say.`]
    : [];
  if (fault)
    return [
      ...before,
      `Wrong at entry ${fault.seq}: ${FAULTS[fault.what]} (${checked} before it are whole.)`,
    ];
  const where = head.seq === 0 ? '' : ` The last is ${writeAnchor(head)}`;
  return [...before, `The log is whole: ${checked} entries.${where}`];
}

const FAULTS: Record<LogFault, string> = {
  'missing-before': 'it is missing.',
  'out-of-order': 'it is not in its place.',
  'unknown-key': 'it was made with a key that is not in DATA_KEYS. Put the key back to check it.',
  'not-linked': 'it does not follow the entry before it, which was written anew.',
  changed: 'it is not as it was written.',
  'forged-anchor': 'the note of how far the log had come was not made by Trellis.',
  'not-as-anchored': 'it is another than the one that was noted.',
  'end-missing': 'it was there once, and now the log ends before it.',
  'before-the-cut': 'it was removed as the rules say, so it cannot be held against the log any more.',
};

async function anchor(deps: Deps, say: Say): Promise<number> {
  const made = await anchorLog(deps);
  say(made ? writeAnchor(made) : 'The log is empty.');
  return 0;
}

async function cut(deps: Deps, before: Date, say: Say): Promise<number> {
  say(`${await cutLog(deps, before)} entries were removed.`);
  return 0;
}

function readAnchor(text: string) {
  const parsed = parseAnchor(text);
  if (!parsed)
    throw new Refusal(`--anchor ${text}: give it as "audit anchor" has printed it, <number>:<code>.`);
  return parsed;
}

function readDay(given: CommandInput['values'][string]): Date {
  const day = typeof given === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(given) ? new Date(given) : undefined;
  if (!day || Number.isNaN(day.getTime())) throw new Refusal('--before: give a day such as 2021-07-01.');
  return day;
}
