/** Ids of one question: with some thousands more, the engine compares each record with each of them and takes seconds. */
const MOST_IDS = 1000;

/** Asks for what belongs to these ids, each once; in several questions only where there are very many. */
export async function inChunks<T>(ids: Iterable<string>, ask: (ids: string[]) => Promise<T[]>): Promise<T[]> {
  const distinct = [...new Set(ids)];
  const found: T[] = [];
  do found.push(...(await ask(distinct.splice(0, MOST_IDS))));
  while (distinct.length > 0);
  return found;
}
