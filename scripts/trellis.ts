import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ZodError } from 'zod';
import { AppError } from '../server/http/app-error.ts';
import { auditCommand } from './command-line/audit-command.ts';
import { createAccount } from './command-line/create-account.ts';
import { districtCommand } from './command-line/district-command.ts';
import { type Command, HELP } from './command-line/help.ts';
import { importCommand } from './command-line/import-command.ts';
import { keysCommand } from './command-line/keys-command.ts';
import { matchCommand } from './command-line/match-command.ts';
import { planCommand } from './command-line/plan-command.ts';
import { retentionCommand } from './command-line/retention-command.ts';
import { roadsCommand } from './command-line/roads-command.ts';
import { studentCommand } from './command-line/student-command.ts';
import { withTrellis } from './command-line/with-trellis.ts';
import { Refusal } from './start/refusal.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const say = (message: string) => console.log(message);

const COMMANDS: Record<string, Command> = {
  import: importCommand,
  match: matchCommand,
  plan: planCommand,
  account: createAccount,
  audit: auditCommand,
  district: districtCommand,
  keys: keysCommand,
  retention: retentionCommand,
  roads: roadsCommand,
  student: studentCommand,
};

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args);
  const [name = '', ...words] = positionals;
  const command = COMMANDS[name];
  if (values.help) {
    say(HELP);
    return 0;
  }
  if (!command) {
    console.error(name === '' ? HELP : `There is no command "${name}".\n\n${HELP}`);
    return 2;
  }
  const prepared = await command({ words, values, say });
  return withTrellis({ root, dataDir: values['data-dir'], say }, prepared);
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'data-dir': { type: 'string' },
        source: { type: 'string' },
        columns: { type: 'string' },
        school: { type: 'string' },
        students: { type: 'string' },
        email: { type: 'string' },
        name: { type: 'string' },
        bounds: { type: 'string' },
        timezone: { type: 'string' },
        units: { type: 'string' },
        'small-numbers': { type: 'string' },
        number: { type: 'string' },
        confirm: { type: 'string' },
        list: { type: 'string' },
        again: { type: 'boolean' },
        anchor: { type: 'string' },
        before: { type: 'string' },
        from: { type: 'string' },
        mode: { type: 'string' },
        minutes: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
  }
}

/** What the person at the keyboard can mend is said without a stack. */
function explain(error: unknown): unknown {
  if (error instanceof ZodError)
    return error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n');
  if (error instanceof Refusal || error instanceof AppError) return error.message;
  return error;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    console.error(explain(error));
    process.exit(1);
  },
);
