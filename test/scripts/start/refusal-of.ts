import { Refusal } from '../../../scripts/start/refusal.ts';

/** The sentence with which something is refused. Another error goes on, and no error is one. */
export async function refusalOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}
