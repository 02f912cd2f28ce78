import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const MAX_OUTPUT = 64 * 1024 * 1024;

/** Runs a program to its end; its last words are in the error when it fails. */
export async function run(program: string, args: readonly string[]): Promise<{ stdout: string }> {
  try {
    const env = { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' };
    return await promisify(execFile)(program, args, { maxBuffer: MAX_OUTPUT, env });
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    const last = (stderr || message).trim().split('\n').slice(-4).join('\n');
    throw new Error(`${program} failed: ${last}`, { cause: error });
  }
}
