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
}

/** For a reader who needs to know when a record last changed. */
export const WITHOUT_OTHER_NOTES = { contentHash: 0, saidAt: 0, fieldTimes: 0, corrected: 0 } as const;

export const WITHOUT_NOTES = { ...WITHOUT_OTHER_NOTES, changedAt: 0 } as const;
