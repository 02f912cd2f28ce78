export interface BenchContext {
  root: string;
  args: readonly string[];
  /** Prints one JSON line. */
  print(line: Record<string, unknown>): void;
}
