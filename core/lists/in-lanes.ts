/**
 * Does the work of each, so many at once. After a failure nothing new is begun, and it is thrown when what was under way
 * has ended.
 */
export async function inLanes<T>(
  source: AsyncIterable<T>,
  lanes: number,
  work: (each: T) => Promise<void>,
): Promise<void> {
  const iterator = source[Symbol.asyncIterator]();
  let hasFailed = false;
  const lane = async (): Promise<void> => {
    try {
      while (!hasFailed) {
        const { value, done } = await iterator.next();
        if (done || hasFailed) return;
        await work(value);
      }
    } catch (error) {
      hasFailed = true;
      throw error;
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
  await iterator.return?.();
  const failed = ended.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}
