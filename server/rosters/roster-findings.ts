import { type Finding, findingOf, type Note } from '../../core/imports/finding.ts';
import type { FindingSink } from '../imports/finding-store.ts';

/** Collects what is told of a roster's rows until there is time to keep it. */
export interface RosterFindings {
  /** Tells of a line: its place and field, and never what stands there, unless it is public. */
  at(file: string, line: number, isPublic?: boolean): Note;
  waiting(): number;
  /** Keeps what was told so far. */
  drain(): Promise<void>;
}

export function rosterFindings(sink: FindingSink): RosterFindings {
  const told: Finding[] = [];
  return {
    at:
      (file, line, isPublic = false) =>
      ({ value, ...note }) =>
        void told.push(
          findingOf({ ...note, ...(isPublic && value !== undefined && { value }) }, { file, line }),
        ),
    waiting: () => told.length,
    async drain() {
      for (const finding of told.splice(0)) await sink.add(finding);
    },
  };
}

/** For a look at rows that will be read again. */
export const SILENT: RosterFindings = {
  at: () => () => undefined,
  waiting: () => 0,
  drain: async () => undefined,
};
