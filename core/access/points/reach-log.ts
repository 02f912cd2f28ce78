/**
 * What was found around a chunk, in the order of its nodes, depth first, step by step: of each node how many sites are
 * within the step for all of it, and which. Then, of the lowest nodes, how many sites are within it for a set of the four
 * slots, each as 16 × member + set; of the others how many sites are in doubt, 0 if no parts follow.
 */
export interface ReachLog {
  entries: Uint32Array;
  length: number;
}

export function emptyLog(): ReachLog {
  return { entries: new Uint32Array(1 << 16), length: 0 };
}

/** Room for so many more entries and a few counts. */
export function ensureRoom(log: ReachLog, more: number): void {
  const wanted = log.length + more + 8;
  if (wanted <= log.entries.length) return;
  const larger = new Uint32Array(Math.max(wanted, 2 * log.entries.length));
  larger.set(log.entries.subarray(0, log.length));
  log.entries = larger;
}

/** Keeps logs one behind the other, in pages, so that growing copies nothing and the next run has the room again. */
export interface LogStore {
  keep(log: ReachLog): Uint32Array;
  clear(): void;
}

const PAGE = 1 << 19;

export function logStore(): LogStore {
  const pages: Uint32Array[] = [];
  let [page, used] = [0, 0];
  return {
    keep({ entries, length }) {
      while (pages[page] && used + length > pages[page]!.length) [page, used] = [page + 1, 0];
      pages[page] ??= new Uint32Array(Math.max(PAGE, length));
      const kept = pages[page]!.subarray(used, used + length);
      kept.set(entries.subarray(0, length));
      used += length;
      return kept;
    },
    clear() {
      [page, used] = [0, 0];
    },
  };
}
