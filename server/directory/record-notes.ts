/**
 * Notes of ours on a record of the directory, which no answer tells as they are: what the importer compares, when it was
 * last written, when its source said so first (`saidAt`) and, of fields that have changed since, last (`fieldTimes`),
 * and a token that is another after each correction (`corrected`).
 */
export interface RecordNotes {
  contentHash?: string;
  changedAt?: string;
  saidAt?: string;
  fieldTimes?: Record<string, string>;
  corrected?: string;
  /** The record in whose place it is shown (server/duplicates). */
  mergedInto?: string;
}

/** For a reader who needs to know when a record last changed. */
export const WITHOUT_OTHER_NOTES = { contentHash: 0, saidAt: 0, fieldTimes: 0, corrected: 0 } as const;

export const WITHOUT_NOTES = { ...WITHOUT_OTHER_NOTES, changedAt: 0 } as const;

/**
 * Since when the source says what it says, field by field where `fieldTimes` does not know better. Records that were
 * there before that was noted go by when they were written last, until a correction makes that younger.
 */
export function saidSince({ saidAt, changedAt, corrected }: RecordNotes): string | undefined {
  return saidAt ?? (corrected === undefined ? changedAt : undefined);
}
