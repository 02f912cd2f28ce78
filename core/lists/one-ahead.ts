/** The same in the same order; each is asked for while the one before it is in use, and never more than that one. */
export async function* oneAhead<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]();
  const ask = (): Promise<IteratorResult<T>> => {
    const asked = iterator.next();
    // Whoever waits for it hears of a failure.
    asked.catch(() => undefined);
    return asked;
  };
  let next = ask();
  try {
    for (let found = await next; !found.done; found = await next) {
      next = ask();
      yield found.value;
    }
  } finally {
    await next.catch(() => undefined);
    await iterator.return?.();
  }
}
