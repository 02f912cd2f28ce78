import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { createAdministrator } from '../../server/accounts/create-administrator.ts';
import { Refusal } from '../start/refusal.ts';
import { type Command, HELP } from './help.ts';

/** Makes an administrator. The password comes from the keyboard or a pipe, never from the arguments. */
export const createAccount: Command = async ({ words, values, say }) => {
  const { email, name } = values;
  if (words[0] !== 'create-administrator' || typeof email !== 'string' || typeof name !== 'string') {
    throw new Refusal(HELP);
  }
  const password = await askPassword();
  return async (deps) => {
    const account = await createAdministrator(deps, { email, name, password });
    say(`${account.email} can sign in now.`);
    return 0;
  };
};

/** Reads one line; on a terminal what is typed is not shown. */
function askPassword(): Promise<string> {
  process.stdout.write('Password (12 characters or more): ');
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: process.stdin.isTTY });
  return new Promise((resolve) => {
    lines.once('line', (line) => {
      process.stdout.write('\n');
      resolve(line);
      lines.close();
    });
    lines.once('close', () => resolve(''));
  });
}
