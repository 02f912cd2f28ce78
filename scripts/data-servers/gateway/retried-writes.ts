import type { Command } from './command.ts';

const RETRYABLE = new Set(['insert', 'update', 'delete', 'findAndModify', 'findandmodify']);

export type RetriedWrites = ReturnType<typeof createRetriedWrites>;

/**
 * Drivers send a write again, with the same number, when its answer was lost on the way. The last answer of each session is
 * kept, so that the write happens once. An error is not kept: the write has not happened.
 */
export function createRetriedWrites(limit = 10_000) {
  const last = new Map<string, { txnNumber: bigint; answer: Promise<Uint8Array> }>();

  return {
    async once(command: Command, write: () => Promise<Uint8Array>): Promise<Uint8Array> {
      const { id, txnNumber, inTransaction } = command.session;
      if (!id || txnNumber === undefined || inTransaction || !RETRYABLE.has(command.name)) return write();
      const known = last.get(id);
      if (known?.txnNumber === txnNumber) return known.answer;
      const entry = { txnNumber, answer: write() };
      last.delete(id);
      last.set(id, entry);
      const oldest = last.keys().next();
      if (last.size > limit && !oldest.done) last.delete(oldest.value);
      try {
        return await entry.answer;
      } catch (error) {
        if (last.get(id) === entry) last.delete(id);
        throw error;
      }
    },
  };
}
