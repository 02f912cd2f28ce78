import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ZodError } from 'zod';
import { AppError } from '../server/http/app-error.ts';
import { type Command, HELP } from './command-line/help.ts';
import { Refusal } from './start/refusal.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const say = (message: string) => console.log(message);

/** Each is loaded when it is asked for: most of Trellis is not needed to say how it is used. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  import: async () => (await import('./command-line/import-command.ts')).importCommand,
  match: async () => (await import('./command-line/match-command.ts')).matchCommand,
  plan: async () => (await import('./command-line/plan-command.ts')).planCommand,
  account: async () => (await import('./command-line/create-account.ts')).createAccount,
  audit: async () => (await import('./command-line/audit-command.ts')).auditCommand,
  district: async () => (await import('./command-line/district-command.ts')).districtCommand,
  keys: async () => (await import('./command-line/keys-command.ts')).keysCommand,
  retention: async () => (await import('./command-line/retention-command.ts')).retentionCommand,
  roads: async () => (await import('./command-line/roads-command.ts')).roadsCommand,
  student: async () => (await import('./command-line/student-command.ts')).studentCommand,
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
  const prepared = await (await command())({ words, values, say });
  const { withTrellis } = await import('./command-line/with-trellis.ts');
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
        'every-row': { type: 'string' },
        only: { type: 'string' },
        'keep-ids': { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        'add-schools': { type: 'boolean' },
        'let-leave': { type: 'boolean' },
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
